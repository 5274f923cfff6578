"""ASGI middleware: scripts and styles, Streamlit's and our own, compressed when first asked for.

Streamlit sends its own as they are, 4 MB for a page with a table. Their names hold a hash of what
is in them or a version, so a copy is good for as long as the process lives.
"""

from __future__ import annotations

from functools import cache
from mimetypes import guess_type
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.bodies import choose_coding, name_coding, pack
from server.first_view import ICONS, SIGNS, find_font, find_icons, find_page
from server.hosts import cut_prefix

ASSETS = Path(__file__).parents[1] / "exports" / "site" / "assets"
_ENDINGS = (".js", ".css")
_KEPT = {"Cache-Control": "public, immutable, max-age=31536000"}


class Compressed:
    """Answers for the files that it knows by name; everything else goes on to the application."""

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        self.app = app
        self.prefix = prefix
        self.files = find_files() | find_assets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] == "GET"
        file = self.files.get(cut_prefix(scope["path"], self.prefix)) if asked else None
        coding = choose_coding(Headers(scope=scope).get("accept-encoding", "")) if file else ""
        if file is None or not coding:
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(_pack, file, coding)
        headers, kind = {**_KEPT, **name_coding(coding)}, guess_type(file.name)[0]
        await Response(body, headers=headers, media_type=kind)(scope, receive, send)


def find_files() -> dict[str, Path]:
    """Streamlit's scripts and styles by the path under which a page asks for them.

    Of two of its fonts a reader gets what is seen of them.
    """
    root = find_page().parent
    found = [file for file in (root / "static").rglob("*") if file.suffix in _ENDINGS]
    sent = {**dict(zip(found, found, strict=True)), find_icons(): ICONS, find_font(): SIGNS}
    return {f"/{file.relative_to(root).as_posix()}": ours for file, ours in sent.items()}


def find_assets() -> dict[str, Path]:
    """The same for the scripts that the static site has too."""
    return {f"/assets/{file.name}": file for file in ASSETS.iterdir() if file.suffix in _ENDINGS}


@cache
def _pack(file: Path, coding: str) -> bytes:
    return pack(file.read_bytes(), coding)
