"""How the dashboard bears many readers, bad clients and a changing file.

python -m bench soak            # half an hour
python -m bench --quick soak    # the same in small
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path

from bench import load
from bench.reloads import measure_all
from bench.results import Section
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


def measure(quick: bool) -> Section:
    """Readers, visits, bad clients and reloads, one line each."""
    found = [line for group in list_measurements(quick) for line in run(group)]
    return Section("Load and soak", [*found, *measure_all(quick)])
