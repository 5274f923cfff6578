"""Many open pages and one server: how long a rerun takes, what the server needs for it.

Each page also asks for changes of the file as often as an open page does.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from statistics import quantiles

from bench.results import Section
from tests.server.process import cpu_of, memory_of
from tests.server.running import ROOT, ask, run_dashboard
from tests.server.session import Session

CLAIMANTS = ("hur", "mediazona", "idite-lesom", "agora", "prosecutor-general-ua", "")
FIGURE = "id=hur-southern-military-district-2024-04"
FILTER_CHANGES = ("all-figures",)
READING = (
    "all-figures",
    "figure",
    "by-unit",
    "over-time",
    "",
    "by-source",
    "data-quality",
    "about",
)


@dataclass
class Times:
    """Seconds, measured one by one."""

    seconds: list[float] = field(default_factory=list)

    def share(self, percent: int) -> float:
        """The seconds within which so many of a hundred were done."""
        return quantiles([*self.seconds, self.seconds[-1]], n=100, method="inclusive")[percent - 1]

    def __str__(self) -> str:
        longest = max(self.seconds)
        return f"p50 {self.share(50):.2f} s, p95 {self.share(95):.2f} s, longest {longest:.2f} s"


@dataclass(frozen=True)
class Load:
    """So many open pages, together asking for so many reruns a second."""

    pages: Sequence[str]
    rate: float
    sessions: int
    seconds: float


def measure(quick: bool) -> Section:
    """Another filter on one page, and a walk through all pages; each on a server of its own."""
    sessions, seconds = (5, 2.0) if quick else (100, 30.0)
    loads = [Load(FILTER_CHANGES, 5.0, sessions, seconds)]
    if not quick:
        loads.append(Load(READING, 2.0, sessions, seconds))
    return Section("Many readers", [line for load in loads for line in measure_load(load)])


def measure_load(load: Load) -> list[str]:
    with run_dashboard(ROOT / "figures.yaml") as (port, pid):
        return asyncio.run(_read(load, port, pid))


async def _read(load: Load, port: int, pid: int) -> list[str]:
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Session(port)) for _ in range(load.sessions)]
        for number, reader in enumerate(readers):
            await reader.show(*choose(load.pages, number, Random(1)))
        staying = [asyncio.create_task(reader.stay()) for reader in readers]
        used, start = cpu_of(pid), time.perf_counter()
        async with probe(port) as health:
            times = await ask_steadily(load, readers)
        busy = (cpu_of(pid) - used) / (time.perf_counter() - start)
        for task in staying:
            task.cancel()
    failed = sum(len(reader.failures) for reader in readers)
    pages = ", ".join(page or "overview" for page in load.pages)
    return [
        f"{len(times.seconds)} reruns at {load.rate:g} a second from {load.sessions} open pages "
        f"({pages}): {times}; {failed} failed",
        f"server: {busy:.0%} of a core, {memory_of(pid):.0f} MB; health meanwhile: {health}",
    ]


async def ask_steadily(load: Load, readers: Sequence[Session]) -> Times:
    """At an even rate, whether or not the one before has its answer."""
    chance, start = Random(1), time.perf_counter()
    asked: list[asyncio.Task[float]] = []
    for number in range(int(load.rate * load.seconds)):
        await asyncio.sleep(max(0, start + number / load.rate - time.perf_counter()))
        page = choose(load.pages, number, chance)
        asked.append(asyncio.create_task(chance.choice(readers).show(*page)))
    return Times(list(await asyncio.gather(*asked)))


def choose(pages: Sequence[str], number: int, chance: Random) -> tuple[str, str]:
    """A page, and another filter than before."""
    page = pages[number % len(pages)]
    if page == "figure":
        return page, FIGURE
    claimant = chance.choice(CLAIMANTS)
    return page, f"claimant={claimant}" if claimant else ""


@asynccontextmanager
async def probe(port: int) -> AsyncIterator[Times]:
    """How long /livez takes, asked ten times a second meanwhile; an answer still due counts too."""
    times = Times()

    async def ask_for_ever() -> None:
        while True:
            start = time.perf_counter()
            try:
                await ask(port)
            finally:
                times.seconds.append(time.perf_counter() - start)
            await asyncio.sleep(0.1)

    asking = asyncio.create_task(ask_for_ever())
    yield times
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
