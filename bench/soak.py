"""How the dashboard bears many readers, bad clients and a changing file.

python -m bench.soak            # half an hour; writes its section of RESULTS.md
python -m bench.soak --quick    # the same in small; prints only
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path

from bench import load
from bench.reloads import measure_all
from bench.results import say_load, write_section
from tests.browser.server import Server

Measurement = Callable[[Server], Coroutine[None, None, list[str]]]


def list_measurements(quick: bool) -> list[list[Measurement]]:
    """What is measured; each list on a server of its own, so that none inherits its memory."""
    pages, seconds = (5, 2.0) if quick else (100, 60.0)
    visits, slow, begun, knocks = (5, 2, 20, 50) if quick else (500, 50, 400, 5000)
    readers: list[list[Measurement]] = [
        [lambda server: load.measure_readers(server, load.FILTER_CHANGES, pages, 5, seconds)],
        [lambda server: load.measure_readers(server, load.READING, pages, 2, seconds)],
        [lambda server: load.measure_visits(server, visits)],
    ]
    bad: list[Measurement] = [
        lambda server: load.measure_slow_readers(server, slow, seconds / 2),
        lambda server: load.measure_half_open(server, begun),
        lambda server: load.measure_flood(server, knocks),
    ]
    return [[*readers[0], *bad]] if quick else [*readers, bad]


def run(measurements: Sequence[Measurement]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            lines: list[str] = []
            for measure in measurements:
                lines += asyncio.run(measure(server))
        finally:
            server.stop()
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    before, found = say_load(), []
    for measurements in list_measurements(quick):
        found += run(measurements)
        print("\n".join(found[-4:]), flush=True)
    found += measure_all(quick)
    print("\n".join(found[-2:]))
    if not quick:
        load_then = f"{before} before it began, {say_load()} when it ended (its own included)"
        write_section("Load and soak", "python -m bench.soak", found, load_then)


if __name__ == "__main__":
    main()
