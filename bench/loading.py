"""Reading figures.yaml beside other readers, in fresh processes; a save until it is shown."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import peers
from bench.fresh import Cost, cost
from bench.results import Section, table
from loaders.live import SETTLE_SECONDS
from tests.loaders.made_up import generate
from tests.server.running import ROOT, run_dashboard
from tests.server.session import Session

SIZES = (100, 1_000, 10_000, 100_000)
REPETITIONS = 3
SAVES = 7
REAL = "the real file"


class Reader(NamedTuple):
    """How somebody reads the file; `most` is the largest size that it is asked to read."""

    setup: str
    call: str
    most: int = SIZES[-1]
    python: str = sys.executable


OURS = """
from loaders.load import read_ledger
from loaders.source import decode, parse
"""
LEDGER, FAST = "ledger, checked", "yaml CSafeLoader"
READERS = {
    "libyaml's events": Reader(
        "import yaml\nfrom yaml.cyaml import CLoader",
        "sum(1 for _ in yaml.parse(data, Loader=CLoader))",
    ),
    "text with places": Reader(OURS, "parse(decode(data, 'figures.yaml'), 'figures.yaml')"),
    LEDGER: Reader(OURS, "read_ledger(data)"),
    "ledger and table": Reader(
        f"{OURS}from loaders.table import tabulate", "tabulate(read_ledger(data))"
    ),
    FAST: Reader("import yaml", "yaml.load(data, Loader=yaml.CSafeLoader)"),
    "yaml.safe_load": Reader("import yaml", "yaml.safe_load(data)", most=1_000),
    "ruamel round-trip": Reader(
        "from ruamel.yaml import YAML", "YAML().load(data)", most=1_000, python=peers.PYTHON
    ),
}
"""From the least that can be done to the most that others do."""
Found = dict[tuple[str, str], Cost]


def measure(quick: bool) -> Section:
    """Each reader on each size, then a save as an open page meets it."""
    sizes = SIZES[:1] if quick else SIZES
    found: Found = {}
    with tempfile.TemporaryDirectory() as folder:
        files = {f"{size:,}": Path(folder) / f"{size}.yaml" for size in sizes}
        for size, file in zip(sizes, files.values(), strict=True):
            file.write_text(generate(size), encoding="utf-8")
            found |= _measure_file(f"{size:,}", file, size, quick)
        if not quick:
            found |= _measure_file(REAL, ROOT / "figures.yaml", 1_000, quick)
        saved = asyncio.run(_measure_saves(Path(folder) / "figures.yaml", 1 if quick else SAVES))
    lines = [*_compare(found), *_say_most(found), saved]
    versions = {} if quick else peers.versions("PyYAML", "ruamel.yaml")
    return Section("Loading", lines, versions)


def _measure_file(title: str, file: Path, figures: int, quick: bool) -> Found:
    times = 1 if quick or figures > 1_000 else REPETITIONS
    return {
        (title, name): _take_median(reader, file, times)
        for name, reader in READERS.items()
        if figures <= reader.most and not (quick and reader.python == peers.PYTHON)
    }


def _take_median(reader: Reader, file: Path, times: int) -> Cost:
    costs = [cost(reader.setup, reader.call, file, reader.python) for _ in range(times)]
    return Cost(*map(median, zip(*costs, strict=True)))


def _compare(found: Mapping[tuple[str, str], Cost]) -> list[str]:
    rows: list[Iterable[object]] = []
    for (title, name), this in found.items():
        fast = found[title, FAST]
        times, memory = fast.seconds / max(this.seconds, 1e-9), this.peak / fast.peak
        cells = (f"{this.seconds:.3f} s", f"{times:.2f}", f"{this.peak:.0f} MB", f"{memory:.2f}")
        rows.append((f"{title}: {name}", *cells, f"{this.kept:.0f} MB"))
    head = ("figures: reader", "CPU", "times as fast as CSafeLoader", "at most", "of CSafeLoader's")
    return table((*head, "kept"), [list(row) for row in rows])


def _say_most(found: Mapping[tuple[str, str], Cost]) -> list[str]:
    """What the README says of a large file, where one was read."""
    if ("10,000", FAST) not in found:
        return []
    ours, fast = found["10,000", LEDGER], found["10,000", FAST]
    return [
        f"10,000 figures, read and checked with every place kept: {ours.seconds:.2f} s, "
        f"{ours.seconds / fast.seconds:.2f} of what CSafeLoader alone takes; "
        f"{ours.peak / fast.peak:.2f} of its memory"
    ]


async def _measure_saves(file: Path, saves: int) -> str:
    """One changed count of a file of the real size: the run that sees it, to its last message."""
    text = (ROOT / "figures.yaml").read_text(encoding="utf-8")
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
        f"{REAL}: the Overview is complete {median(times):.2f} s after a save is seen "
        f"(median of {saves}, longest {max(times):.2f} s)"
    )
