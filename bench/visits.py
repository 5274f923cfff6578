"""Sessions that come and go: what is left of them in the server's memory."""

from __future__ import annotations

import asyncio
import time
from random import Random

from bench.health import Facts, run
from bench.process import memory_of
from bench.readers import choose
from bench.results import Section
from bench.session import Session
from tests.browser.server import Server

REMEMBERED = 128
"""Closed sessions that Streamlit keeps for two minutes, in case their readers come back."""


def measure(quick: bool) -> Section:
    first, visits = (5, 5) if quick else (REMEMBERED + 22, 500)
    lines, facts = run(lambda server: measure_visits(server, first, visits))
    return Section("Visits", lines, facts)


async def measure_visits(
    server: Server, first: int, visits: int, at_once: int = 10
) -> tuple[list[str], Facts]:
    """So many sessions opened, read and closed, after the first that fill Streamlit's memory."""
    await _visit(server, first, at_once)
    start = time.perf_counter()
    before = memory_of(server.process.pid)
    await _visit(server, visits, at_once)
    after = memory_of(server.process.pid)
    line = (
        f"{visits} sessions opened, read and closed in {time.perf_counter() - start:.0f} s, "
        f"after {first} of which Streamlit still remembers up to {REMEMBERED}: "
        f"{before:.0f} MB before, {after:.0f} MB after ({after / before - 1:+.1%})"
    )
    return [line], {"sessions": visits, "MB before": before, "MB after": after}


async def _visit(server: Server, visits: int, at_once: int) -> None:
    gate = asyncio.Semaphore(at_once)

    async def visit(number: int) -> None:
        async with gate, Session(server.port) as session:
            await session.show(*choose(("all-figures",), number, Random(number)))

    await asyncio.gather(*map(visit, range(visits)))
