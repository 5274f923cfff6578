"""Drives an ASGI application in this process with requests made by hand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Headers = list[tuple[str, str]]


@dataclass
class Answer:
    """What came back: for a WebSocket, `accepted` or the code it was closed with."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    accepted: bool = False
    close_code: int = 0

    @property
    def body(self) -> str:
        return self.content.decode()


def get(app: ASGIApp, path: str, headers: Headers, method: str = "GET") -> Answer:
    path, _, query = path.partition("?")
    scope = {"type": "http", "method": method, "query_string": query.encode()}
    return _ask(app, scope, path, headers)


def connect(app: ASGIApp, headers: Headers, path: str = "/_stcore/stream") -> Answer:
    return _ask(app, {"type": "websocket", "subprotocols": []}, path, headers)


def _ask(app: ASGIApp, scope: dict[str, Any], path: str, headers: Headers) -> Answer:
    answer = Answer()
    encoded = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
    first: dict[str, str] = {"http": "http.request", "websocket": "websocket.connect"}

    waiting: list[Message] = [{"type": first[scope["type"]]}]

    async def receive() -> Message:
        """The request, and then nothing: the other side waits for its answer."""
        return waiting.pop() if waiting else await asyncio.Future()

    async def send(message: Message) -> None:
        match message["type"]:
            case "http.response.start":
                answer.status = message["status"]
                for name, value in message["headers"]:
                    assert name not in answer.headers, f"{name!r} is sent twice"
                    answer.headers[name.decode()] = value.decode()
            case "http.response.body":
                answer.content += message.get("body", b"")
            case "websocket.accept":
                answer.accepted = True
            case "websocket.close":
                answer.close_code = message["code"]

    async def ask() -> None:
        await app({**scope, "path": path, "headers": encoded}, receive, send)

    asyncio.run(ask())
    return answer


async def speak(scope: Scope, receive: Receive, send: Send) -> None:
    """The smallest application: says which path was asked for, and connects with anybody."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        return
    headers = [(b"server", b"uvicorn/0.54"), (b"content-type", b"text/plain")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": scope["path"].encode()})
