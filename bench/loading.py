"""Reading figures.yaml beside PyYAML's CSafeLoader, in fresh processes; a check; a save."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

from bench.ledgers import REAL, list_ledgers
from bench.results import Section, table
from loaders.live import SETTLE_SECONDS
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.server.process import memory_of
from tests.server.running import ROOT, run_dashboard
from tests.server.session import Session

REPETITIONS = 3
SAVES = 7
FAST = "CSafeLoader, which keeps none"
READERS: dict[str, Callable[[bytes], object]] = {
    "read and checked, with every place": read_ledger,
    "the same and the table": lambda data: tabulate(read_ledger(data)),
    FAST: lambda data: yaml.load(data, Loader=yaml.CSafeLoader),
}


class Cost(NamedTuple):
    """CPU seconds; MB at the most meanwhile."""

    seconds: float
    peak: float


def measure(quick: bool) -> Section:
    """Each reader on the real file and a large one, a check, a save as an open page meets it."""
    repetitions, times = (1, 1) if quick else (REPETITIONS, SAVES)
    found: dict[tuple[str, str], Cost] = {}
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as fresh:
        for title, data in list_ledgers(quick).items():
            for name in READERS:
                costs = [fresh.submit(_read, name, data).result() for _ in range(repetitions)]
                found[title, name] = Cost(*map(median, zip(*costs, strict=True)))
    return Section("Loading", [*_compare(found), _check(times), asyncio.run(_save(times))])


def _read(name: str, data: bytes) -> Cost:
    """What one reader costs the process, which has done nothing yet."""
    before, start = memory_of(os.getpid()), time.process_time()
    _kept = READERS[name](data)
    seconds = time.process_time() - start
    return Cost(seconds, memory_of(os.getpid(), "VmHWM:") - before)


def _compare(found: Mapping[tuple[str, str], Cost]) -> list[str]:
    rows = []
    for (title, name), this in found.items():
        fast = found[title, FAST]
        seconds, memory = this.seconds / fast.seconds, this.peak / fast.peak
        cells = (f"{this.seconds:.3f} s", f"{seconds:.2f}", f"{this.peak:.0f} MB", f"{memory:.2f}")
        rows.append((f"{title}: {name}", *cells))
    return table(("", "CPU", "of CSafeLoader's", "memory at most", "of CSafeLoader's"), rows)


def _check(times: int) -> str:
    command = [sys.executable, "-m", "commands", "check", str(REAL)]
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return f"`desertion check` of the real file, the whole process: {_say(seconds)}"


async def _save(times: int) -> str:
    """One changed count of a file of the real size: the run that sees it, to its last message."""
    text = REAL.read_text(encoding="utf-8")
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.yaml"
        file.write_text(text, encoding="utf-8")
        with run_dashboard(file) as (port, _):
            async with Session(port) as session:
                await session.show()
                for number in range(times):
                    file.write_text(text.replace("count: 18000", f"count: 1800{number + 1}", 1))
                    await asyncio.sleep(2 * SETTLE_SECONDS)
                    seconds.append(await session.show())
                assert not session.failures, session.failures
    return f"the real file: the Overview is complete {_say(seconds)} after a save is seen"


def _say(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} s (median of {len(seconds)}, longest {max(seconds):.2f} s)"
