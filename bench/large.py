"""Every page on ledgers of several sizes: the time until a changed filter is answered."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench.results import Section, table
from tests.loaders.made_up import generate
from tests.server.process import memory_of
from tests.server.running import run_dashboard
from tests.server.session import Session

SIZES = (543, 10_000)
FILTERS = ("measure=left_unit", "", "claimant=claimant-2", "force=russia", "from=2024")
"""Each keeps some figures in a ledger of any size: what a ledger does not have is no filter."""
PAGES: dict[str, tuple[str, ...]] = dict.fromkeys(
    ("", "all-figures", "over-time", "by-unit", "by-source", "data-quality", "about"), FILTERS
)
PAGES |= {"figure": ("id=figure-7",) * 3, "check": ("q=1200",) * 3}


def measure(quick: bool) -> Section:
    """The median of several filters a page and size, the first view apart."""
    sizes = (100,) if quick else SIZES
    pages = list(PAGES)[: 2 if quick else None]
    found = {size: asyncio.run(measure_size(size, pages)) for size in sizes}
    rows = []
    for name in found[sizes[0]]:
        times = [found[size][name] for size in sizes]
        against = [f"{time / times[0]:.1f}" for time in times[1:]]
        rows.append((name, *(f"{time:.2f}" for time in times), *against))
    head = ["page", *(f"{size:,}, s" for size in sizes)]
    head += [f"{size:,} against {sizes[0]}" for size in sizes[1:]]
    return Section("Large ledgers", table(head, rows))


async def measure_size(figures: int, pages: Sequence[str]) -> dict[str, float]:
    """Seconds by page, for one size."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.yaml"
        file.write_text(generate(figures), encoding="utf-8")
        with run_dashboard(file) as (port, pid):
            async with Session(port) as session:
                for page in pages:
                    first, *times = [
                        await session.show(page, query, limit=600)
                        for query in (PAGES[page][0], *PAGES[page])
                    ]
                    name = page or "overview"
                    found |= {name: median(times), f"{name}, first view": first}
                assert not session.failures, session.failures
            found["memory of the server, MB"] = memory_of(pid)
    return found
