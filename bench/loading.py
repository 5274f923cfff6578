"""Reading figures.yaml beside PyYAML's CSafeLoader, in fresh processes; a check; a save."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from bench.fresh import Cost, cost
from bench.results import Section, table
from loaders.live import SETTLE_SECONDS
from tests.loaders.made_up import generate
from tests.server.running import ROOT, run_dashboard
from tests.server.session import Session

SIZE = 10_000
REPETITIONS = 3
SAVES = 7
REAL = ROOT / "figures.yaml"
LEDGER, FAST = "read and checked, with every place", "CSafeLoader, which keeps none"
READERS = {
    LEDGER: ("from loaders.load import read_ledger", "read_ledger(data)"),
    "the same and the table": (
        "from loaders.load import read_ledger\nfrom loaders.table import tabulate",
        "tabulate(read_ledger(data))",
    ),
    FAST: ("import yaml", "yaml.load(data, Loader=yaml.CSafeLoader)"),
}
"""How somebody reads the file: what a fresh process imports first, what is measured."""
CHECK = (sys.executable, "-m", "commands", "check", str(REAL))
Found = dict[tuple[str, str], Cost]


def measure(quick: bool) -> Section:
    """Each reader on the real file and a large one, a check, a save as an open page meets it."""
    found: Found = {}
    with tempfile.TemporaryDirectory() as folder:
        files = {"the real file": REAL}
        if not quick:
            large = Path(folder) / "large.yaml"
            large.write_text(generate(SIZE), encoding="utf-8")
            files[f"{SIZE:,} figures"] = large
        for title, file in files.items():
            for name, (setup, call) in READERS.items():
                costs = [cost(setup, call, file) for _ in range(1 if quick else REPETITIONS)]
                found[title, name] = Cost(*map(median, zip(*costs, strict=True)))
        times = 1 if quick else SAVES
        saved = asyncio.run(_measure_saves(Path(folder) / "figures.yaml", times))
    return Section("Loading", [*_compare(found), _measure_check(times), saved])


def _compare(found: Mapping[tuple[str, str], Cost]) -> list[str]:
    rows = []
    for (title, name), this in found.items():
        fast = found[title, FAST]
        seconds, memory = this.seconds / fast.seconds, this.peak / fast.peak
        cells = (f"{this.seconds:.3f} s", f"{seconds:.2f}", f"{this.peak:.0f} MB", f"{memory:.2f}")
        rows.append((f"{title}: {name}", *cells))
    return table(("", "CPU", "of CSafeLoader's", "memory at most", "of CSafeLoader's"), rows)


def _measure_check(times: int) -> str:
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(CHECK, cwd=ROOT, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return (
        f"`desertion check` of the real file, the whole process: {median(seconds):.2f} s "
        f"(median of {times}, longest {max(seconds):.2f} s)"
    )


async def _measure_saves(file: Path, saves: int) -> str:
    """One changed count of a file of the real size: the run that sees it, to its last message."""
    text = REAL.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    times = []
    with run_dashboard(file) as (port, _):
        async with Session(port) as session:
            await session.show()
            for number in range(saves):
                file.write_text(text.replace("count: 18000", f"count: 1800{number + 1}", 1))
                await asyncio.sleep(2 * SETTLE_SECONDS)
                times.append(await session.show())
            assert not session.failures, session.failures
    return (
        f"the real file: the Overview is complete {median(times):.2f} s after a save is seen "
        f"(median of {saves}, longest {max(times):.2f} s)"
    )
