"""Two hundred readers at once: the memory that they take, a filter meanwhile, what is given back.

Every page asks for changes of the file as an open page does, until all are closed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from random import Random
from statistics import quantiles

from bench.ledgers import REAL
from bench.results import Section
from tests.server.process import cpu_of, memory_of
from tests.server.running import ask, run_dashboard
from tests.server.session import Session

FIGURE = "id=hur-southern-military-district-2024-04"
PAGES = ("all-figures", "figure", "by-unit", "over-time", "", "by-source", "data-quality", "about")
FILTERS = ("claimant=hur", "claimant=mediazona", "claimant=idite-lesom", "claimant=agora", "")
READERS = 200
OPENED_WITHIN, READING, GONE = 10.0, 60.0, 60.0
"""Seconds; the last after the last page was closed."""
RATE = 2.0
"""Filters a second, of all readers together."""


def measure(quick: bool) -> Section:
    """The real file; the server has shown every page once before."""
    sizes = (5, 2.0, 1.0) if quick else (READERS, READING, GONE)
    with run_dashboard(REAL) as (port, pid):
        return Section("A crowd", asyncio.run(_come_and_go(port, pid, *sizes)))


async def _come_and_go(port: int, pid: int, count: int, reading: float, gone: float) -> list[str]:
    async with Session(port) as first:
        for number in range(len(PAGES)):
            await first.show(*choose(number, Random(1)))
    start = memory_of(pid)
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Session(port)) for _ in range(count)]
        async with _note(port, pid) as (opening, _):
            opened = await _open(readers)
        kept = memory_of(pid)
        staying = [asyncio.create_task(reader.stay()) for reader in readers]
        used, began = cpu_of(pid), time.perf_counter()
        async with _note(port, pid) as (busiest, health):
            filters = await _ask_steadily(readers, reading)
        busy = (cpu_of(pid) - used) / (time.perf_counter() - began)
        for task in staying:
            task.cancel()
    await asyncio.sleep(gone)
    failed = sum(len(reader.failures) for reader in readers)
    left = memory_of(pid)
    return [
        f"{count} pages opened within {OPENED_WITHIN:g} s: {_say(opened)}; {failed} failed",
        f"server: {start:.0f} MB before, {max(opening):.0f} MB at most while they open, "
        f"{kept:.0f} MB then: {(kept - start) / count:.1f} MB a page",
        f"{len(filters)} other filters at {RATE:g} a second: {_say(filters)}; "
        f"{max(busiest):.0f} MB at most, {busy:.0%} of a core; health meanwhile: {_say(health)}",
        f"{gone:.0f} s after all have closed: {left:.0f} MB, {left / start:.2f} of the start",
    ]


def choose(number: int, chance: Random) -> tuple[str, str]:
    """A page, and another filter than before."""
    page = PAGES[number % len(PAGES)]
    return page, FIGURE if page == "figure" else chance.choice(FILTERS)


async def _open(readers: Sequence[Session]) -> list[float]:
    """Seconds until each page was whole."""

    async def open_one(number: int) -> float:
        await asyncio.sleep(number * OPENED_WITHIN / len(readers))
        return await readers[number].show(*choose(number, Random(number)))

    return await asyncio.gather(*map(open_one, range(len(readers))))


async def _ask_steadily(readers: Sequence[Session], seconds: float) -> list[float]:
    """At an even rate, whether or not the one before has its answer; seconds until each was."""
    chance, start = Random(1), time.perf_counter()
    asked: list[asyncio.Task[float]] = []
    for number in range(int(RATE * seconds)):
        await asyncio.sleep(max(0, start + number / RATE - time.perf_counter()))
        asked.append(asyncio.create_task(chance.choice(readers).show(*choose(number, chance))))
    return await asyncio.gather(*asked)


@asynccontextmanager
async def _note(port: int, pid: int) -> AsyncIterator[tuple[list[float], list[float]]]:
    """The server's memory, and the seconds that /livez takes, ten times a second."""
    memory: list[float] = []
    health: list[float] = []

    async def look_for_ever() -> None:
        while True:
            start = time.perf_counter()
            await ask(port)
            health.append(time.perf_counter() - start)
            memory.append(memory_of(pid))
            await asyncio.sleep(0.1)

    looking = asyncio.create_task(look_for_ever())
    yield memory, health
    looking.cancel()


def _say(seconds: Sequence[float]) -> str:
    share = quantiles([*seconds, seconds[-1]], n=100, method="inclusive")
    return f"p50 {share[49]:.2f} s, p95 {share[94]:.2f} s, longest {max(seconds):.2f} s"
