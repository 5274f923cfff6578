"""Two hundred readers at once: the memory that they take, a filter meanwhile, what is given back.

Every page looks for changes of the file as an open page does, until all are closed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from random import Random

from bench.readers import READING, Load, Times, ask_steadily, choose
from bench.results import Section
from tests.server.process import memory_of
from tests.server.running import ROOT, run_dashboard
from tests.server.session import Session

OPENED_WITHIN = 10.0
"""Seconds."""
GONE = 60.0
"""Seconds after the last page was closed."""


def measure(quick: bool) -> Section:
    """The real file; the server has shown every page once before."""
    load = Load(READING, 2.0, *((5, 2.0) if quick else (200, 60.0)))
    with run_dashboard(ROOT / "figures.yaml") as (port, pid):
        return Section("A crowd", asyncio.run(_come_and_go(load, port, pid, 1 if quick else GONE)))


async def _come_and_go(load: Load, port: int, pid: int, gone: float) -> list[str]:
    async with Session(port) as first:
        for number in range(len(load.pages)):
            await first.show(*choose(load.pages, number, Random(1)))
    start = memory_of(pid)
    async with AsyncExitStack() as stack, _watch(pid) as seen:
        readers = [await stack.enter_async_context(Session(port)) for _ in range(load.sessions)]
        opened = await _open(load, readers)
        staying = [asyncio.create_task(reader.stay()) for reader in readers]
        kept, opening = memory_of(pid), max(seen)
        filters = await ask_steadily(load, readers)
        for task in staying:
            task.cancel()
    await asyncio.sleep(gone)
    failed = sum(len(reader.failures) for reader in readers)
    left = memory_of(pid)
    return [
        f"{load.sessions} pages opened within {OPENED_WITHIN:g} s: {opened}; {failed} failed",
        f"server: {start:.0f} MB before, {opening:.0f} MB at most while they open, {kept:.0f} MB "
        f"then: {(kept - start) / load.sessions:.1f} MB a page",
        f"{len(filters.seconds)} other filters at {load.rate:g} a second: {filters}; "
        f"{max(seen):.0f} MB at most",
        f"{gone:.0f} s after all have closed: {left:.0f} MB, {left / start:.2f} of the start",
    ]


async def _open(load: Load, readers: list[Session]) -> Times:
    async def open_one(number: int) -> float:
        await asyncio.sleep(number * OPENED_WITHIN / len(readers))
        return await readers[number].show(*choose(load.pages, number, Random(number)))

    return Times(list(await asyncio.gather(*map(open_one, range(len(readers))))))


@asynccontextmanager
async def _watch(pid: int) -> AsyncIterator[list[float]]:
    """The server's memory, ten times a second."""
    seen = [memory_of(pid)]

    async def look_for_ever() -> None:
        while True:
            await asyncio.sleep(0.1)
            seen.append(memory_of(pid))

    looking = asyncio.create_task(look_for_ever())
    yield seen
    looking.cancel()
