"""Clients that mean no good: whether the server's health still answers, and what it holds."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack

from bench.health import Facts, Measurement, probe, run
from bench.process import memory_of
from bench.results import Section
from bench.session import Session
from tests.browser.server import Server


def measure(quick: bool) -> Section:
    """Each kind on a server of its own, so that none is measured in what the one before left."""
    slow, seconds, begun, knocks = (2, 1, 20, 50) if quick else (50, 30, 400, 5000)
    kinds: dict[str, Measurement] = {
        "slow readers": lambda server: measure_slow_readers(server, slow, seconds),
        "half-open": lambda server: measure_half_open(server, begun),
        "flood": lambda server: measure_flood(server, knocks),
    }
    lines: list[str] = []
    facts: Facts = {}
    for kind, one in kinds.items():
        said, facts[kind] = run(one)
        lines += said
    return Section("Bad clients", lines, facts)


RERUNS_A_SECOND = 5
"""What all slow readers ask for together: as much as a full house does."""


async def measure_slow_readers(
    server: Server, readers: int, seconds: float
) -> tuple[list[str], Facts]:
    """Pages that ask again and again and never take what is sent to them."""
    before = memory_of(server.process.pid)
    async with AsyncExitStack() as stack:
        slow = [await stack.enter_async_context(Session(server.port)) for _ in range(readers)]
        for reader in slow:
            await reader.show("all-figures")
            reader.stop_reading()
        async with probe(server.port) as health:
            for number in range(int(seconds * RERUNS_A_SECOND)):
                await slow[number % readers].ask("all-figures")
                await asyncio.sleep(1 / RERUNS_A_SECOND)
        after = memory_of(server.process.pid)
    line = (
        f"{readers} pages that read nothing and ask, {RERUNS_A_SECOND} times a second together, "
        f"for {seconds:.0f} s: "
        f"{before:.0f} MB before, {after:.0f} MB after; health meanwhile: {health}"
    )
    return [line], {"MB before": before, "MB after": after, "health": health.facts()}


async def measure_half_open(server: Server, sockets: int) -> tuple[list[str], Facts]:
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
    line = (
        f"{sockets} requests begun and never ended: {before:.0f} MB before, {after:.0f} MB after; "
        f"health meanwhile: {health}"
    )
    return [line], {"MB before": before, "MB after": after, "health": health.facts()}


async def measure_flood(
    server: Server, handshakes: int, at_once: int = 50
) -> tuple[list[str], Facts]:
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
    line = (
        f"{handshakes} handshakes from another site in {time.perf_counter() - start:.1f} s: "
        f"{refused} refused; health meanwhile: {health}"
    )
    return [line], {"refused": refused, "health": health.facts()}


KNOCK = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: https://evil.example\r\n\r\n"
)
