"""A dashboard of its own for a measurement, and how long its health takes to answer meanwhile."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from tests.browser.server import Server

Facts = dict[str, Any]
Measurement = Callable[[Server], Coroutine[None, None, tuple[list[str], Facts]]]


def run(measure: Measurement) -> tuple[list[str], Facts]:
    """What is found on a new server."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            return asyncio.run(measure(server))
        finally:
            server.stop()


@dataclass
class Times:
    """Seconds, measured one by one."""

    seconds: list[float] = field(default_factory=list)

    def share(self, percent: int) -> float:
        """The seconds within which so many of a hundred were done."""
        return quantiles([*self.seconds, self.seconds[-1]], n=100, method="inclusive")[percent - 1]

    def __str__(self) -> str:
        return (
            f"p50 {self.share(50):.2f} s, p95 {self.share(95):.2f} s, "
            f"longest {max(self.seconds):.2f} s"
        )

    def facts(self) -> dict[str, float]:
        return {"p50": self.share(50), "p95": self.share(95), "longest": max(self.seconds)}


@asynccontextmanager
async def probe(port: int) -> AsyncIterator[Times]:
    """How long /livez takes, asked ten times a second meanwhile; an answer still due counts too."""
    times = Times()

    async def ask_for_ever() -> None:
        while True:
            start = time.perf_counter()
            try:
                await ask_health(port)
            finally:
                times.seconds.append(time.perf_counter() - start)
            await asyncio.sleep(0.1)

    asking = asyncio.create_task(ask_for_ever())
    yield times
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)


async def ask_health(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    assert answer.startswith(b"HTTP/1.1 200"), answer[:100]
    writer.close()
