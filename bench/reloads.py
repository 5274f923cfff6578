"""A file that changes again and again, followed in this process: memory, open files, time."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from bench.health import Facts
from bench.process import memory_of
from bench.results import Section
from loaders.live import Live
from tests.loaders.small import SMALL

ROOT = Path(__file__).parents[1]


def measure(quick: bool) -> Section:
    """The small file often, the real one less often."""
    real = (ROOT / "figures.yaml").read_text(encoding="utf-8")
    small, few = measure_reloads(20 if quick else 10_000, SMALL, "a file with 2 figures")
    large, many = measure_reloads(1 if quick else 100, real, "the real file")
    return Section("Reloads", [small, large], {"2 figures": few, "the real file": many})


def measure_reloads(times: int, text: str, name: str) -> tuple[str, Facts]:
    """Change the file and look, so many times; the first tenth is for warming up."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.yaml"
        live = Live(path, settle=0)
        warm = max(times // 10, 1)
        _change(live, path, text, range(warm))
        before, files = memory_of(os.getpid()), _open_files()
        start = time.perf_counter()
        _change(live, path, text, range(warm, warm + times))
        taken = (time.perf_counter() - start) / times
        after = memory_of(os.getpid())
    opened = _open_files() - files
    line = (
        f"{times:,} reloads of {name}: {before:.0f} MB before, {after:.0f} MB after "
        f"({after / before - 1:+.1%}), {opened:+d} open files, {taken * 1000:.0f} ms each"
    )
    return line, {"times": times, "MB before": before, "MB after": after, "open files": opened}


def _change(live: Live, path: Path, text: str, numbers: range) -> None:
    for number in numbers:
        path.write_text(f"{text}# {number}\n", encoding="utf-8")
        snapshot = live.current()
        assert snapshot.ledger is not None
        assert snapshot.problems == ()


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd"))
