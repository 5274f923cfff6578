"""/data/figures.csv under as many requests as it answers, beside Datasette's CSV of the table."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from bench import peers
from bench.ledgers import list_ledgers
from bench.results import Section, table
from loaders.load import load
from loaders.table import tabulate
from tests.server.process import cpu_of
from tests.server.running import free_port, run_dashboard, run_server

CLIENTS = 4
"""Connections that are kept open; each asks again as soon as it has its answer."""
OURS = "/data/figures.csv"
DATASETTE = "/figures/figures.csv?_size=max"
Server = tuple[int, int]
"""Its port and process."""


class Rate(NamedTuple):
    """What one kind of request met."""

    a_second: float
    size: int
    """Bytes of one answer, without its headers."""
    milliseconds: float
    """Of the server's CPU for one request."""


def measure(quick: bool) -> Section:
    """Both servers, for the real file and a large one, with and without a known tag."""
    seconds = 0.3 if quick else 4.0
    rows: list[tuple[str, ...]] = []
    for title, data in list_ledgers(quick).items():
        with tempfile.TemporaryDirectory() as folder:  # of its own: nothing is kept of another
            file = Path(folder) / "figures.yaml"
            file.write_bytes(data)
            with run_dashboard(file) as server:
                found = {"dashboard": _measure_kinds(server, OURS, seconds)}
            if not quick:
                with run_datasette(file) as server:
                    found["Datasette"] = _measure_kinds(server, DATASETTE, seconds)
            rows += _compare(title, found)
    head = ("rows: server, request", "a second", "times Datasette's", "bytes", "server's CPU, ms")
    return Section("Data addresses", table(head, rows), peers.versions("datasette"))


def _compare(title: str, found: Mapping[str, Mapping[str, Rate]]) -> Iterator[tuple[str, ...]]:
    peer = found.get("Datasette", {})
    for server, rates in found.items():
        for kind, rate in rates.items():
            times = f"{rate.a_second / peer[kind].a_second:.1f}" if peer else ""
            cells = (f"{rate.a_second:.1f}", times, f"{rate.size:,}", f"{rate.milliseconds:.2f}")
            yield f"{title}: {server}, {kind}", *cells


@contextmanager
def run_datasette(file: Path) -> Iterator[Server]:
    """Datasette over the same table, allowed to send all of it at once."""
    port, database = free_port(), file.with_name("figures.db")
    with sqlite3.connect(database) as connection:
        tabulate(load(file)).to_sql("figures", connection, index=False, if_exists="replace")
    command = [peers.program("datasette"), "serve", str(database), "--port", str(port)]
    limits = ["--setting", "max_returned_rows", "20000", "--setting", "sql_time_limit_ms", "60000"]
    with run_server([*command, *limits], port) as pid:
        yield port, pid


def _measure_kinds(server: Server, path: str, seconds: float) -> dict[str, Rate]:
    """Anew each time, as a browser asks, and as a program that has the answer asks."""
    with urlopen(f"http://127.0.0.1:{server[0]}{path}") as first:
        tag = first.headers["ETag"] or '"none"'
    kinds = {
        "anew": {},
        "gzip welcome": {"Accept-Encoding": "gzip"},
        "If-None-Match": {"If-None-Match": tag},
    }
    return {kind: _measure(server, path, headers, seconds) for kind, headers in kinds.items()}


def _measure(server: Server, path: str, headers: Mapping[str, str], seconds: float) -> Rate:
    port, pid = server

    def ask_for(seconds: float) -> list[int]:
        """The bytes of each answer until the time is over, of one at least."""
        sizes: list[int] = []
        end = time.perf_counter() + seconds
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            while not sizes or time.perf_counter() < end:
                sizes.append(_ask(connection, path, headers))
        return sizes

    ask_for(0)  # what is made once is no part of it
    used, start = cpu_of(pid), time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        sizes = [size for one in clients.map(ask_for, [seconds] * CLIENTS) for size in one]
    taken = time.perf_counter() - start
    return Rate(len(sizes) / taken, sizes[0], (cpu_of(pid) - used) / len(sizes) * 1000)


def _ask(connection: HTTPConnection, path: str, headers: Mapping[str, str]) -> int:
    """The bytes of an answer's body."""
    connection.request("GET", path, headers={"Accept-Encoding": "identity", **headers})
    answer = connection.getresponse()
    assert answer.status in (200, 304), answer.status
    return len(answer.read())
