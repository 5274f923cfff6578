"""An open page of the dashboard without a browser: Streamlit's own messages over a WebSocket.

async with Session(port) as session:
    seconds = await session.show("over-time", "claimant=hur")
"""

from __future__ import annotations

import asyncio
import ssl
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from server.health import STATE
from tests.server.running import ask

LOOK_EVERY = 2.0
"""Seconds; as pages/static/page.js."""
EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN
"""A run that gave way to the next one."""


class Session:
    """One reader with one page open."""

    def __init__(
        self,
        port: int,
        name: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
        cookie: str = "",
    ) -> None:
        self.port, self.tls = port, tls
        self.host = f"{name}:{port}"
        self.headers = {"Cookie": cookie} if cookie else {}
        self.failures: list[str] = []
        """What the page said instead of its content."""
        self.kinds: set[str] = set()
        """Of the messages that came."""
        self._known: set[str] = set()
        self._state = BackMsg()
        self._finished = asyncio.Event()
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self._socket: ClientConnection = await connect(
            f"ws{'s' if self.tls else ''}://{self.host}/_stcore/stream",
            host="127.0.0.1",
            port=self.port,
            ssl=self.tls,
            additional_headers=self.headers,
            origin=Origin(f"http{'s' if self.tls else ''}://{self.host}"),
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            ping_interval=None,
            open_timeout=60,
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._reading.cancelled():
            self._socket.transport.abort()
        else:
            self._reading.cancel()
            await self._socket.close()

    def stop_reading(self) -> None:
        """From now on nothing that the server sends is taken from the line, or known already."""
        self._reading.cancel()
        self._known.clear()

    async def show(self, page: str = "", query: str = "", limit: float = 120) -> float:
        """Open a page, or run it again; the seconds until it was complete."""
        self._state = self._ask_for(page, query)
        self._known.clear()
        return await self._send(self._state, limit)

    async def ask(self, page: str, query: str = "") -> None:
        """Ask for a page and wait for nothing."""
        await self.send(self._ask_for(page, query).SerializeToString())

    async def send(self, said: bytes) -> None:
        """Say something to the server, whatever it is."""
        await self._socket.send(said)

    def _ask_for(self, page: str, query: str) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_name = query, page
        state.context_info.url = f"http://{self.host}/{page}"
        state.context_info.timezone = "Europe/Kyiv"
        state.cached_message_hashes.extend(self._known)
        return message

    async def stay(self) -> None:
        """Keep the page open as a browser does: ask for changes, and run it again after one."""
        state = await ask(self.port, STATE)
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if state != (state := await ask(self.port, STATE)):
                await self._send(self._state, limit=120)

    async def _send(self, message: BackMsg, limit: float) -> float:
        start = time.perf_counter()
        async with self._turn:
            self._finished.clear()
            await self._socket.send(message.SerializeToString())
            await self._wait_for_end(limit)
        return time.perf_counter() - start

    async def _wait_for_end(self, limit: float) -> None:
        """Until the run is complete. Raises ConnectionError where the server goes away before."""
        end = asyncio.create_task(self._finished.wait())
        await asyncio.wait({end, self._reading}, timeout=limit, return_when="FIRST_COMPLETED")
        if self._finished.is_set():
            return
        end.cancel()
        if self._reading.done():
            raise ConnectionError("the server closed the connection")
        raise TimeoutError(f"not complete after {limit:g} s")

    async def _read(self) -> None:
        with suppress(ConnectionClosed):
            await self._take_messages()

    async def _take_messages(self) -> None:
        async for data in self._socket:
            assert isinstance(data, bytes)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            self.kinds.add(kind or "")
            if message.metadata.cacheable or message.ref_hash:
                self._known.add(message.hash or message.ref_hash)
            if kind == "new_session":
                self._state.rerun_script.page_script_hash = message.new_session.page_script_hash
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                self.failures.append(message.delta.new_element.exception.message)
            elif kind == "script_finished" and message.script_finished != EARLY:
                self._finished.set()
