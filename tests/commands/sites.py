"""A server on this machine that plays the sites and the archive that `desertion links` asks.

It stands as the proxy before all sites, so that they have names as in the data, and no question
leaves the machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

REDIRECTS = {
    "/moved": (301, "/new"),
    "/moved-twice": (302, "/moved"),
    "/slash": (308, "/slash/?utm_source=x"),
    "/consent": (302, "/there?asked=1"),
    "/to-the-front": (302, "/"),
    "/circle": (302, "/circle"),
    "/to-gone": (301, "/gone"),
}
STATUSES = {"/gone": 404, "/removed": 410, "/shut": 403, "/lawful": 451, "/busy": 429, "/down": 500}
NO_HEAD = {"/no-head": 405, "/head-says-gone": 404}
COPY = "http://web.archive.org/web/20240503120000/"


class Site(BaseHTTPRequestHandler):
    """Answers by path; what was asked stands in the server's list."""

    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        parts = urlsplit(self.path)
        assert isinstance(self.server, Sites)
        self.server.asked.append(f"{self.command} {self.headers['Host']}{parts.path}")
        if parts.path == "/slow":
            self.server.over.wait(60)
        if parts.path == "/archive":
            self.answer_archive(parse_qs(parts.query))
        elif found := REDIRECTS.get(parts.path):
            status, to = found
            self.send(status, to=to)
        elif self.command == "HEAD" and parts.path in NO_HEAD:
            self.send(NO_HEAD[parts.path])
        else:
            self.send(STATUSES.get(parts.path, 200))

    def answer_archive(self, query: dict[str, list[str]]) -> None:
        """Two kept pages, one from before it was published; one that was kept as an error."""
        url, day = query["url"][0], query.get("timestamp", [""])[0]
        assert isinstance(self.server, Sites)
        self.server.days[urlsplit(url).path] = day
        closest = {"available": True, "status": "200", "url": COPY + url}
        if url.endswith("/gone"):
            closest = {}
        elif url.endswith("/moved"):
            closest["url"] = "http://web.archive.org/web/20200101000000/" + url
        elif url.endswith("/shut"):
            closest["status"] = "403"
        self.send(200, json.dumps({"archived_snapshots": {"closest": closest} if closest else {}}))

    def send(self, status: int, body: str = "x", to: str = "") -> None:
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Nothing: the list says what was asked."""


class Sites(ThreadingHTTPServer):
    """All sites in one, and what they were asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.asked: list[str] = []
        self.days: dict[str, str] = {}
        self.over = Event()


@contextmanager
def play_sites() -> Iterator[Sites]:
    with Sites() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
