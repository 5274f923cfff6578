"""ASGI middleware: what a page may say over its WebSocket, how long it may be, and how often.

Streamlit takes more than our pages send: any reader could empty the caches of all, have git run, or
write files beside the code; and a message is worked off when it comes, however many one page sends.
Here what no page of ours sends is passed over, and what comes too fast waits on the line. Who sends
what cannot be a page's is hung up (docs/decisions/0031).
"""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg


class Kind(NamedTuple):
    """A kind of message."""

    longest: int = 1000
    """Bytes."""
    price: float = 1
    """What it counts for, against the `A_SECOND` that a page has."""


HEARD = {
    "rerun_script": Kind(longest=1_000_000),  # a pasted text is part of it
    "stop_script": Kind(),
    "app_heartbeat": Kind(),
    "deferred_file": Kind(price=10),  # a table is written
}
"""What our pages send, by Streamlit's names."""
OTHER = Kind()
LONGEST = max(kind.longest for kind in HEARD.values())
LONGEST_NAME = 100
"""Of a part of a page; Streamlit writes one that it does not know into the log."""
MOST_WIDGETS = 1000
A_SECOND = 10.0
AT_FIRST = 50.0
"""How much a page that has been quiet may say at once."""
BYTES_OF_ONE = 20_000
"""A long message counts for more."""
HUNG_UP: Message = {"type": "websocket.disconnect", "code": 1008}


class Messages:
    """Passes on what a page may say."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            line = Line(receive, send)
            receive, send = line.receive, line.send
        await self.app(scope, receive, send)


class Line:
    """The WebSocket of one page, which is heard `A_SECOND`, after `AT_FIRST` at once."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._free_at = 0.0
        self._is_broken = False

    async def send(self, message: Message) -> None:
        try:
            await self._send(message)
        except OSError:  # the reader has gone; what was said before is nobody's any more
            self._is_broken = True
            raise

    async def receive(self) -> Message:
        """The next message that a page may say."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            data = message.get("bytes") or b""
            kind = find_kind(data)
            if kind:
                await self._wait(kind.price + len(data) / BYTES_OF_ONE)
            if kind is None or self._is_broken:
                return HUNG_UP
            if kind is not OTHER:
                return message

    async def _wait(self, price: float) -> None:
        """Until there is time for one more of that price."""
        now = asyncio.get_running_loop().time()
        self._free_at = max(self._free_at, now - AT_FIRST / A_SECOND) + price / A_SECOND
        if self._free_at > now:
            await asyncio.sleep(self._free_at - now)


def find_kind(data: bytes) -> Kind | None:
    """What is said; None for what is no message of a page, and for what is too long for its kind.

    A text in place of bytes is no message either.
    """
    if not 0 < len(data) <= LONGEST:
        return None
    try:
        said = BackMsg.FromString(data)
    except DecodeError:
        return None
    name = said.WhichOneof("type") or ""
    if name == "backend_operation_request":
        name = said.backend_operation_request.WhichOneof("payload") or ""
    kind = HEARD.get(name, OTHER)
    is_too_much = (
        len(data) > kind.longest
        or len(said.rerun_script.fragment_id) > LONGEST_NAME
        or len(said.rerun_script.widget_states.widgets) > MOST_WIDGETS
    )
    return None if is_too_much else kind
