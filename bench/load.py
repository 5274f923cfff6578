"""A running dashboard under readers, good and bad: one measurement a function, lines out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from statistics import quantiles

from bench.process import cpu_of, memory_of
from bench.session import Session
from tests.browser.server import Server

CLAIMANTS = ("hur", "mediazona", "idite-lesom", "agora", "prosecutor-general-ua", "")
FIGURE = "id=hur-southern-military-district-2024-04"
FILTER_CHANGES = ("all-figures",)
READING = ("all-figures", "figure", "by-unit", "over-time", "", "by-source", "coverage", "about")


@dataclass
class Times:
    """Seconds, measured one by one."""

    seconds: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        if not self.seconds:
            return "none"
        at = quantiles(self.seconds, n=100, method="inclusive") if len(self.seconds) > 1 else []
        middle, late = (at[49], at[94]) if at else (self.seconds[0],) * 2
        return f"p50 {middle:.2f} s, p95 {late:.2f} s, longest {max(self.seconds):.2f} s"


@asynccontextmanager
async def probe(port: int) -> AsyncIterator[Times]:
    """How long /livez takes, asked ten times a second meanwhile."""
    times = Times()

    async def ask_for_ever() -> None:
        while True:
            times.seconds.append(await ask_health(port))
            await asyncio.sleep(0.1)

    asking = asyncio.create_task(ask_for_ever())
    yield times
    asking.cancel()


async def ask_health(port: int) -> float:
    start = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    assert answer.startswith(b"HTTP/1.1 200"), answer[:100]
    writer.close()
    return time.perf_counter() - start


async def measure_readers(
    server: Server, pages: Sequence[str], sessions: int, rate: float, seconds: float
) -> list[str]:
    """So many open pages, together asking for so many reruns a second."""
    chance = Random(1)
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Session(server.port)) for _ in range(sessions)]
        for number, reader in enumerate(readers):
            await reader.show(*choose(pages, number, chance))
        staying = [asyncio.create_task(reader.stay()) for reader in readers]
        await asyncio.sleep(sessions / 5)  # until each has found out how seldom it is to look
        used, start = cpu_of(server.process.pid), time.perf_counter()
        asked: list[asyncio.Task[float]] = []
        async with probe(server.port) as health:
            for number in range(int(rate * seconds)):
                await asyncio.sleep(max(0, start + number / rate - time.perf_counter()))
                reader = readers[chance.randrange(sessions)]
                asked.append(asyncio.create_task(reader.show(*choose(pages, number, chance))))
            times = Times(list(await asyncio.gather(*asked)))
        taken = time.perf_counter() - start
        busy = (cpu_of(server.process.pid) - used) / taken
        for task in staying:
            task.cancel()
        failures = sum(len(reader.failures) for reader in readers)
        memory = memory_of(server.process.pid)
    return [
        f"{len(asked)} reruns at {rate:g} a second from {sessions} open pages: {times}; "
        f"{failures} failed",
        f"server: {busy:.0%} of a core, {memory:.0f} MB; health meanwhile: {health}",
    ]


def choose(pages: Sequence[str], number: int, chance: Random) -> tuple[str, str]:
    """A page, and another filter than before."""
    page = pages[number % len(pages)]
    if page == "figure":
        return page, FIGURE
    claimant = chance.choice(CLAIMANTS)
    return page, f"claimant={claimant}" if claimant else ""


async def measure_visits(server: Server, visits: int, at_once: int = 10) -> list[str]:
    """So many sessions opened, read and closed; memory before, and after they are forgotten."""
    start = time.perf_counter()
    await _visit(server, at_once * 5, at_once)
    before = memory_of(server.process.pid)
    await _visit(server, visits, at_once)
    after = memory_of(server.process.pid)
    return [
        f"{visits} sessions opened, read and closed in {time.perf_counter() - start:.0f} s: "
        f"{before:.0f} MB before, {after:.0f} MB after ({after / before - 1:+.1%})"
    ]


async def _visit(server: Server, visits: int, at_once: int) -> None:
    gate = asyncio.Semaphore(at_once)

    async def visit(number: int) -> None:
        async with gate, Session(server.port) as session:
            await session.show(*choose(("all-figures",), number, Random(number)))

    await asyncio.gather(*map(visit, range(visits)))


async def measure_slow_readers(server: Server, readers: int, seconds: float) -> list[str]:
    """Pages that ask again and again and never take what is sent to them."""
    before = memory_of(server.process.pid)
    async with AsyncExitStack() as stack:
        slow = [await stack.enter_async_context(Session(server.port)) for _ in range(readers)]
        for reader in slow:
            await reader.show("all-figures")
            reader.stop_reading()
        async with probe(server.port) as health:
            for _ in range(int(seconds)):
                for reader in slow:
                    await reader.ask("all-figures")
                await asyncio.sleep(1)
        after = memory_of(server.process.pid)
    return [
        f"{readers} pages that ask once a second and read nothing, for {seconds:.0f} s: "
        f"{before:.0f} MB before, {after:.0f} MB after; health meanwhile: {health}"
    ]


async def measure_half_open(server: Server, sockets: int) -> list[str]:
    """Connections that begin a request and say no more."""
    before = memory_of(server.process.pid)
    begun = []
    async with probe(server.port) as health:
        for _ in range(sockets):
            _, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            begun.append(writer)
        await asyncio.sleep(2)
    after = memory_of(server.process.pid)
    for writer in begun:
        writer.close()
    return [
        f"{sockets} requests begun and never ended: {before:.0f} MB before, {after:.0f} MB after; "
        f"health meanwhile: {health}"
    ]


async def measure_flood(server: Server, handshakes: int, at_once: int = 50) -> list[str]:
    """WebSocket handshakes from a page of another site, as fast as they are refused."""
    gate = asyncio.Semaphore(at_once)
    answers: list[bytes] = []

    async def knock() -> None:
        async with gate:
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(KNOCK)
            answers.append((await reader.read(12))[9:])
            writer.close()

    start = time.perf_counter()
    async with probe(server.port) as health:
        await asyncio.gather(*(knock() for _ in range(handshakes)))
    refused = answers.count(b"403")
    return [
        f"{handshakes} handshakes from another site in {time.perf_counter() - start:.1f} s: "
        f"{refused} refused; health meanwhile: {health}"
    ]


KNOCK = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: https://evil.example\r\n\r\n"
)
