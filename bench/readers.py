"""Many open pages and one server: how long a rerun takes, what the server needs for it.

Each page also asks for changes of the file as often as an open page does.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from random import Random

from bench.health import Facts, Times, probe, run
from bench.process import cpu_of, memory_of
from bench.results import Section
from bench.session import Session
from tests.browser.server import Server

CLAIMANTS = ("hur", "mediazona", "idite-lesom", "agora", "prosecutor-general-ua", "")
FIGURE = "id=hur-southern-military-district-2024-04"
FILTER_CHANGES = ("all-figures",)
READING = ("all-figures", "figure", "by-unit", "over-time", "", "by-source", "coverage", "about")


def measure(quick: bool) -> Section:
    """Another filter on one page, and a walk through all pages; each on a server of its own."""
    sessions, seconds = (5, 2.0) if quick else (100, 60.0)
    kinds = {"filters": (FILTER_CHANGES, 5.0), "pages": (READING, 2.0)}
    lines: list[str] = []
    facts: Facts = {}
    for kind, (pages, rate) in list(kinds.items())[: 1 if quick else 2]:
        load = {"pages": pages, "sessions": sessions, "rate": rate, "seconds": seconds}
        said, facts[kind] = run(partial(measure_readers, **load))
        lines += said
    return Section("Many readers", lines, facts)


async def measure_readers(
    server: Server, pages: Sequence[str], sessions: int, rate: float, seconds: float
) -> tuple[list[str], Facts]:
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
    lines = [
        f"{len(asked)} reruns at {rate:g} a second from {sessions} open pages "
        f"({', '.join(page or 'overview' for page in pages)}): {times}; {failures} failed",
        f"server: {busy:.0%} of a core, {memory:.0f} MB; health meanwhile: {health}",
    ]
    facts = {"pages": sessions, "reruns a second": rate, "MB": memory, "share of a core": busy}
    return lines, {**facts, "failed": failures, **times.facts(), "health": health.facts()}


def choose(pages: Sequence[str], number: int, chance: Random) -> tuple[str, str]:
    """A page, and another filter than before."""
    page = pages[number % len(pages)]
    if page == "figure":
        return page, FIGURE
    claimant = chance.choice(CLAIMANTS)
    return page, f"claimant={claimant}" if claimant else ""
