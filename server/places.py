"""How many pages may be open at once: one more gets a sentence, where the server would be killed.

A page is open as long as its WebSocket is, and keeps about half a MB. Before the WebSocket,
Streamlit's own script asks for `host-config`, shows what it is told where that fails, and asks
again until there is a place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from exports.templates import fill
from server.hosts import cut_prefix, name_host

PLACES_VARIABLE = "DESERTION_MOST_PAGES"
SITE_VARIABLE = "DESERTION_STATIC_SITE"
MOST_PAGES = 500
"""Some 500 MB in all, where deploy/ gives the server 1 GB."""
TRY_AGAIN_LATER = 1013
PAGE = re.compile(r"/?(?!(?:data|livez|readyz)$)[A-Za-z-]*", re.ASCII)
"""The address of a page, be there one or not; the data and the health have their own."""
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
_ADDRESS = re.compile(r"https?://(?P<host>[^\s/?#]+)(?:[/?#]\S*)?", re.ASCII)


def read_places(environment: Mapping[str, str] = os.environ) -> int:
    """How many pages: `DESERTION_MOST_PAGES`. Raises ValueError with a sentence."""
    given = environment.get(PLACES_VARIABLE, "").strip() or str(MOST_PAGES)
    if not _NUMBER.fullmatch(given):
        raise ValueError(f'{PLACES_VARIABLE}: expected a number of pages, found "{given}"')
    return int(given)


def read_site(environment: Mapping[str, str] = os.environ) -> str:
    """Where the static site stands: `DESERTION_STATIC_SITE`. Raises ValueError with a sentence."""
    given = environment.get(SITE_VARIABLE, "").strip()
    match = _ADDRESS.fullmatch(given)
    if given and not (match and name_host(match["host"].lower())):
        raise ValueError(
            f"{SITE_VARIABLE}: expected an address such as https://example.org/figures/, "
            f'found "{given}"'
        )
    return given


class Places:
    """Counts the open pages; refuses one more."""

    def __init__(
        self, app: ASGIApp, prefix: str = "", most: int = MOST_PAGES, site: str = ""
    ) -> None:
        self.app = app
        self.prefix = prefix
        self.most = most
        self.site = site
        self.taken = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        full = self.taken >= self.most
        if scope["type"] == "websocket" and full:
            await receive()
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
        elif scope["type"] == "websocket":
            await self._take_place(scope, receive, send)
        elif full and (refusal := self._refuse(cut_prefix(scope["path"], self.prefix))):
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _take_place(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.taken += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.taken -= 1

    def _refuse(self, path: str) -> Response | None:
        """The answer to who wants to open a page; nothing for any other address."""
        sentence = (
            f"As many pages are open as this server bears ({self.most:,}). "
            "Please try again in a minute."
        )
        headers = {"Retry-After": "60", "Cache-Control": "no-store"}
        if path == "/_stcore/host-config":
            return PlainTextResponse(f"{sentence}\n", HTTPStatus.SERVICE_UNAVAILABLE, headers)
        if not PAGE.fullmatch(path):
            return None
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
        said = fill("full.html", sentence=sentence, site=self.site, data=f"{self.prefix}/data/")
        return HTMLResponse(said, HTTPStatus.SERVICE_UNAVAILABLE, headers)
