"""A plain server of files, some of which lie there compressed: python files.py FOLDER PORT"""

from __future__ import annotations

import functools
import http.server
import sys

COMPRESSED = (".html", ".css", ".js")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files that a browser may keep for an hour."""

    compressed: tuple[str, ...] = COMPRESSED

    def end_headers(self) -> None:
        if self.path.endswith(self.compressed):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


def serve(folder: str, port: int, compressed: tuple[str, ...] = COMPRESSED) -> None:
    """Until the process ends; files with these endings are gzip."""
    Handler.compressed = compressed
    handler = functools.partial(Handler, directory=folder)
    http.server.ThreadingHTTPServer(("127.0.0.1", port), handler).serve_forever()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
