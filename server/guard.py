"""ASGI middleware: refuses what is not for this dashboard before Streamlit sees it.

Streamlit's own check of a foreign Origin asks a host on the internet for its address and blocks
every session meanwhile; here a foreign request costs nothing. Nor does it see an address that is
not in the list below: it has others, and an update may bring more.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.hosts import HOSTS_VARIABLE, LOOPBACK, cut_prefix, find_host, is_own_origin
from server.policy import POLICY, make_headers

POLICY_VIOLATION = 1008
LONGEST_PATH = 255
"""No file system has a longer name; looking for one raises an error."""
_HEALTH = ("/livez", "/readyz")
"""Asked by the machine itself too, whatever the dashboard is called on the outside."""
_DATA = re.compile(r"/data(?:/.*)?", re.DOTALL)
"""What pages of any site may read."""
_OPEN = re.compile(
    r"/(?:[A-Za-z][A-Za-z-]*/?)?"  # a page, or what a reader takes for one
    r"|/figures?/[^/]+"
    r"|/(?:livez|readyz)"
    r"|/(?:data|assets|static|app/static|media)/.*"
    r"|/(?:favicon\.(?:png|ico)|manifest\.json|robots\.txt|sitemap\.xml)"
    r"|/preview/[^/]+\.png"
    r"|/_stcore/(?:health|host-config)",
    re.DOTALL,
)
"""Every address that is answered at all."""
_STREAM = "/_stcore/stream"
MISSED = "page-not-found"
"""No page has this address, so Streamlit shows the one that says so."""


class Guard:
    """Lets through requests for an allowed host from its own pages; adds the security headers."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: tuple[str, ...] = LOOPBACK,
        headers: Iterable[tuple[str, str]] = (),
        prefix: str = "",
    ) -> None:
        self.app = app
        self.hosts = hosts
        self.headers = list(headers) or make_headers()
        self.prefix = prefix
        stop_logging_visits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            refusal = self._refuse(scope)
            await (refusal or self.app)(scope, receive, self._with_headers(send))
        elif scope["type"] == "websocket" and not self._may_connect(scope):
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await self.app(scope, receive, send)

    def _refuse(self, scope: Scope) -> Response | None:
        """The answer to a request that must not reach the application."""
        headers, path = Headers(scope=scope), cut_prefix(scope["path"], self.prefix) or "/"
        data = _DATA.fullmatch(path) is not None
        reads = scope["method"] in ("GET", "HEAD") or (data and _asks_first(scope, headers))
        host = find_host(headers, (*self.hosts, *LOOPBACK) if path in _HEALTH else self.hosts)
        is_from_here = "origin" not in headers or is_own_origin(headers, host or "")
        if host is None:
            sentence = f"This server is not known under that name: see {HOSTS_VARIABLE}.\n"
            return PlainTextResponse(sentence, 421)
        if not ((data and reads) or is_from_here):
            return PlainTextResponse("Requests from pages of other sites are refused.\n", 403)
        if not _OPEN.fullmatch(path) or len(path.encode(errors="replace")) > LONGEST_PATH:
            is_reader = scope["method"] == "GET" and "text/html" in headers.get("accept", "")
            return _say_missing(path, is_reader)
        if not reads:
            sentence = f"{scope['method']} is not answered here; use GET.\n"
            return PlainTextResponse(sentence, 405, {"Allow": "GET, HEAD"})
        return None

    def _may_connect(self, scope: Scope) -> bool:
        """Every browser names the origin of a WebSocket; what does not is none of our pages."""
        host = find_host(Headers(scope=scope), self.hosts)
        asked = cut_prefix(scope["path"], self.prefix)
        return host is not None and asked == _STREAM and is_own_origin(Headers(scope=scope), host)

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                del headers["server"]
                own = headers.get(POLICY)
                headers.update(dict(self.headers))
                if own is not None:  # of two policies a browser obeys both
                    headers[POLICY] = f"{own}, {headers[POLICY]}"
            await send(message)

        return send_with_headers


def _say_missing(path: str, is_reader: bool) -> Response:
    """404, and a browser is led to the page that says so.

    An address of several parts cannot show it: the page looks for its scripts beside its address.
    """
    if not is_reader:
        return PlainTextResponse("Not found\n", 404)
    asked = urlencode({"asked": path[:LONGEST_PATH].strip("/")}, errors="replace")
    return RedirectResponse(f"{'../' * (path.count('/') - 1)}{MISSED}?{asked}")


def _asks_first(scope: Scope, headers: Headers) -> bool:
    """Whether a browser asks, on behalf of a page of another site, what that page may ask."""
    named = {"origin", "access-control-request-method"}
    return scope["method"] == "OPTIONS" and named <= set(headers)


def stop_logging_visits() -> None:
    """Which claims a reader looks at is nobody's business.

    Importing Streamlit brings uvicorn's access log back, `--no-access-log` or not; its log of
    errors names the address of who opens a WebSocket, and when one is opened and closed.
    """
    logging.getLogger("uvicorn.access").addFilter(lambda _: False)
    logging.getLogger("uvicorn.error").addFilter(_is_of_no_visit)


def _is_of_no_visit(record: logging.LogRecord) -> bool:
    said = str(record.msg)
    return "WebSocket %s" not in said and not said.startswith("connection ")
