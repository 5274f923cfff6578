"""ASGI middleware: refuses what is not for this dashboard before Streamlit sees it.

Streamlit's own check of a foreign Origin asks a host on the internet for its address and blocks
every session meanwhile; here a foreign request costs nothing. Give it to Streamlit as
`st.App(…, middleware=[Middleware(Guard)])`.
"""

from __future__ import annotations

import logging
import re

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.hosts import find_host, has_origin, is_own_origin, read_hosts
from server.policy import POLICY, make_headers, read_frame_ancestors

POLICY_VIOLATION = 1008
ACCESS_LOG = "uvicorn.access"
_CLOSED = re.compile(r"/_stcore/+(?:metrics|agent|script-health-check)(?:/|$)")
_FOR_ALL = re.compile(r"/data(?:/|$)")
"""Addresses that pages of any site may read: the data is public."""


class Guard:
    """Lets through requests for an allowed host from its own pages; adds the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.hosts = read_hosts()
        self.headers = make_headers(read_frame_ancestors())
        stop_access_log()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer(scope, receive, self._with_headers(send))
        elif scope["type"] == "websocket" and not self._may_connect(scope):
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refuse(scope)
        await (refusal or self.app)(scope, receive, send)

    def _refuse(self, scope: Scope) -> PlainTextResponse | None:
        """The answer to a request that must not reach the application."""
        host = find_host(scope["headers"], self.hosts)
        if host is None:
            return PlainTextResponse("This server is not known under that name.\n", 421)
        if not (_reads_data(scope) or _is_from_here(scope, host)):
            return PlainTextResponse("Requests from pages of other sites are refused.\n", 403)
        if _CLOSED.search(scope["path"]):
            return PlainTextResponse("Not found\n", 404)
        return None

    def _may_connect(self, scope: Scope) -> bool:
        """Every browser names the origin of a WebSocket; what does not is none of our pages."""
        host = find_host(scope["headers"], self.hosts)
        return host is not None and is_own_origin(scope["headers"], host)

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                del headers["server"]
                own = headers.get(POLICY)
                for name, value in self.headers:
                    headers[name.decode()] = value.decode()
                if own is not None:  # of two policies a browser obeys both
                    headers[POLICY] = f"{own}, {headers[POLICY]}"
            await send(message)

        return send_with_headers


def _reads_data(scope: Scope) -> bool:
    return scope["method"] in ("GET", "HEAD") and _FOR_ALL.match(scope["path"]) is not None


def _is_from_here(scope: Scope, host: str) -> bool:
    """Whether one of our own pages asked, or no page at all."""
    return not has_origin(scope["headers"]) or is_own_origin(scope["headers"], host)


def stop_access_log() -> None:
    """Which claims a reader looks at is nobody's business.

    Importing Streamlit brings uvicorn's access log back, `--no-access-log` or not.
    """
    logging.getLogger(ACCESS_LOG).disabled = True
