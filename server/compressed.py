"""ASGI middleware: scripts and styles, Streamlit's and our own, compressed when first asked for.

Streamlit sends its own as they are, 4 MB for a page with a table. Their names hold a hash of what
is in them or a version, so a copy is good for as long as the process lives.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache
from mimetypes import guess_type
from pathlib import Path

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from server.policy import find_page

_PACK: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=5)),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
"""What a browser may accept, the smaller first; more effort takes seconds and saves a twentieth."""
_ENDINGS = (".js", ".css")
ASSETS = Path(__file__).parents[1] / "exports" / "site" / "assets"
assets = Mount("/assets", StaticFiles(directory=ASSETS))
"""To add to the routes of the dashboard: the same files for those who take nothing compressed."""
_KEPT = {
    "Cache-Control": "public, immutable, max-age=31536000",
    "Vary": "Accept-Encoding",
}


class Compressed:
    """Answers for the files that it knows by name; everything else goes on to the application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = {**find_files(), **find_assets()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self.files.get(scope["path"]) if scope["type"] == "http" else None
        coding = choose_coding(Headers(scope=scope)) if file else None
        if file is None or coding is None or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(_pack, file, coding)
        headers = {**_KEPT, "Content-Encoding": coding}
        kind = guess_type(file.name)[0]
        await Response(body, headers=headers, media_type=kind)(scope, receive, send)


def find_files() -> dict[str, Path]:
    """Streamlit's scripts and styles by the path under which a page asks for them."""
    root = find_page().parent
    found = (root / "static").rglob("*")
    return {
        f"/{file.relative_to(root).as_posix()}": file for file in found if file.suffix in _ENDINGS
    }


def find_assets() -> dict[str, Path]:
    """The same for the scripts that the static site has too, where `assets` serves them."""
    return {f"/assets/{file.name}": file for file in ASSETS.iterdir() if file.suffix in _ENDINGS}


def choose_coding(headers: Headers) -> str | None:
    """The best coding that the browser names and does not refuse."""
    named = headers.get("accept-encoding", "").lower().replace(" ", "").split(",")
    accepted = {coding for coding, _, quality in (one.partition(";") for one in named)
                if quality not in ("q=0", "q=0.0")}  # fmt: skip
    return next((coding for coding in _PACK if coding in accepted), None)


@cache
def _pack(file: Path, coding: str) -> bytes:
    return _PACK[coding](file.read_bytes())
