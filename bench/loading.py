"""Reading figures.yaml: time and memory of a fresh process, beside other YAML readers."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import peers
from bench.fresh import ROOT, Cost, cost
from bench.ledgers import generate
from bench.results import Section, table
from loaders.live import Live

SIZES = (100, 1_000, 10_000, 100_000)
REPETITIONS = 3


class Reader(NamedTuple):
    """How somebody reads the file; `most` is the largest size that it is asked to read."""

    setup: str
    call: str
    most: int = SIZES[-1]
    is_peer: bool = False


OURS = """
from loaders.load import read_ledger
from loaders.plain import read_text
from loaders.source import decode, parse
"""
PLACES, LEDGER, TABLE = "text with places", "ledger, checked", "ledger and table"
FAST = "yaml CSafeLoader"
READERS = {
    "libyaml's events": Reader(
        "import yaml\nfrom yaml.cyaml import CLoader",
        "sum(1 for _ in yaml.parse(data, Loader=CLoader))",
    ),
    PLACES: Reader(OURS, "read_text(decode(data, 'figures.yaml'), 'figures.yaml')"),
    "the same through libyaml": Reader(OURS, "parse(decode(data, 'f'), 'f')"),
    LEDGER: Reader(OURS, "read_ledger(data)"),
    TABLE: Reader(f"{OURS}\nfrom loaders.table import tabulate", "tabulate(read_ledger(data))"),
    FAST: Reader("import yaml", "yaml.load(data, Loader=yaml.CSafeLoader)"),
    "yaml.safe_load": Reader("import yaml", "yaml.safe_load(data)", most=1_000),
    "ruamel round-trip": Reader(
        "from ruamel.yaml import YAML", "YAML().load(data)", most=1_000, is_peer=True
    ),
}
"""From the least that can be done to the most that others do."""


def measure(quick: bool) -> Section:
    """Each reader on each size, then one changed figure as a page meets it."""
    sizes, readers = SIZES[:1] if quick else SIZES, dict(READERS)
    if quick:
        readers = {name: reader for name, reader in readers.items() if not reader.is_peer}
    with tempfile.TemporaryDirectory() as folder:
        files = {f"{size:,}": Path(folder) / f"{size}.yaml" for size in sizes}
        for size, file in zip(sizes, files.values(), strict=True):
            file.write_text(generate(size), encoding="utf-8")
        if not quick:
            files["the real file"] = ROOT / "figures.yaml"
        found = {
            (title, name): _median(reader, file, 1 if quick else REPETITIONS)
            for title, file in files.items()
            for name, reader in readers.items()
            if title == "the real file" or int(title.replace(",", "")) <= reader.most
        }
        changed = measure_change(Path(folder), 100 if quick else 10_000)
    versions = {} if quick else peers.versions("PyYAML", "ruamel.yaml")
    lines = [*_compare(found, list(files), list(readers)), *changed.lines]
    facts = {f"{name}, {title}": vars(cost) for (title, name), cost in found.items()}
    return Section("Loading", lines, {**facts, **changed.facts}, versions)


def _median(reader: Reader, file: Path, repetitions: int) -> Cost:
    python = peers.PYTHON if reader.is_peer else ""
    slow = file.stat().st_size > 2**20
    costs = [
        cost(reader.setup, reader.call, file, *([python] if python else []))
        for _ in range(1 if slow else repetitions)
    ]
    return Cost(*map(median, zip(*[(c.seconds, c.peak, c.kept) for c in costs], strict=True)))


def _compare(
    found: dict[tuple[str, str], Cost], titles: Iterable[str], readers: Iterable[str]
) -> list[str]:
    """A row a reader and size: CPU time and memory, as multiples of CSafeLoader's too."""
    rows = []
    for title in titles:
        fast = found[title, FAST]
        for name in readers:
            if this := found.get((title, name)):
                times, memory = fast.seconds / this.seconds, this.peak / max(fast.peak, 0.1)
                seconds = f"{this.seconds:.3f} s"
                rows.append((f"{title}: {name}", seconds, f"{times:.2f}", f"{this.peak:.0f} MB"))
                rows[-1] += (f"{memory:.2f}", f"{this.kept:.0f} MB")
    head = ("figures: reader", "CPU", "times as fast as CSafeLoader", "at most", "of CSafeLoader's")
    return table((*head, "kept"), rows)


def measure_change(folder: Path, figures: int) -> Section:
    """One changed count, as the page that follows the file waits for it; and an unchanged file."""
    file, text = folder / "followed.yaml", generate(figures)
    file.write_text(text, encoding="utf-8")
    live = Live(file, settle=0)
    first = _time(live)
    changes = []
    for number in range(1, 4):
        before, mark, behind = text.partition(f"id: figure-{figures // 2 + number}\n")
        count = behind.index("    count: ") + len("    count: ")
        text = f"{before}{mark}{behind[:count]}1{behind[count:]}"
        file.write_text(text, encoding="utf-8")
        changes.append(_time(live))
        assert live.current().problems == ()
    unchanged = median(_time(live) for _ in range(100))
    changed = median(changes)
    line = (
        f"{figures:,} figures, followed: first load {first:.2f} s; one changed count "
        f"{changed:.2f} s (1/{first / changed:.0f} of it); unchanged {unchanged * 1e6:.0f} µs "
        f"(a bare stat {_time_stat(file) * 1e6:.0f} µs)"
    )
    return Section("", [line], {"first": first, "changed": changed, "unchanged": unchanged})


def _time(live: Live) -> float:
    start = time.perf_counter()
    live.current()
    return time.perf_counter() - start


def _time_stat(file: Path) -> float:
    start = time.perf_counter()
    for _ in range(100):
        os.stat(file)
    return (time.perf_counter() - start) / 100
