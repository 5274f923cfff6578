"""/data/figures.csv under as many requests as it answers, beside Datasette's CSV of the table."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from bench import peers
from bench.results import Section, table
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.loaders.made_up import generate
from tests.server.process import cpu_of
from tests.server.running import ROOT, free_port, run_dashboard, run_server

CLIENTS = 4
"""Connections that are kept open; each asks again as soon as it has its answer."""
OURS = "/data/figures.csv"
DATASETTE = "/figures/figures.csv?_size=max"
Server = tuple[int, int]
"""Its port and process."""


@dataclass(frozen=True)
class Rate:
    """What one kind of request met."""

    a_second: float
    size: int
    """Bytes of one answer, without its headers."""
    milliseconds: float
    """Of the server's CPU for one request."""


def measure(quick: bool) -> Section:
    """Both servers, for the real file and a large one, with and without a known tag."""
    seconds = 0.3 if quick else 4.0
    ledgers = {"the real file": (ROOT / "figures.yaml").read_text(encoding="utf-8")}
    if not quick:
        ledgers["10,000 figures"] = generate(10_000)
    found: dict[str, Rate] = {}
    with tempfile.TemporaryDirectory() as folder:
        for title, text in ledgers.items():
            file = Path(folder) / "figures.yaml"
            file.write_text(text, encoding="utf-8")
            with run_dashboard(file) as server:
                for kind, rate in _measure_kinds(server, OURS, seconds):
                    found[f"{title}: dashboard, {kind}"] = rate
            if not quick:
                with run_datasette(file) as server:
                    for kind, rate in _measure_kinds(server, DATASETTE, seconds):
                        found[f"{title}: Datasette, {kind}"] = rate
    versions = {} if quick else peers.versions("datasette", "uvicorn")
    return Section("Data addresses", _compare(found), versions)


def _compare(found: Mapping[str, Rate]) -> list[str]:
    rows = []
    for title, rate in found.items():
        peer = found.get(title.replace("dashboard", "Datasette"))
        times = f"{rate.a_second / peer.a_second:.1f}" if peer else ""
        cells = (f"{rate.a_second:.1f}", times, f"{rate.size:,}", f"{rate.milliseconds:.2f}")
        rows.append((title, *cells))
    head = ("rows: server, request", "a second", "times Datasette's", "bytes", "server's CPU, ms")
    return table(head, rows)


@contextmanager
def run_datasette(file: Path) -> Iterator[Server]:
    """Datasette over the same table, allowed to send all of it at once."""
    port, database = free_port(), file.with_name("figures.db")
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        tabulate(read_ledger(file.read_bytes())).to_sql("figures", connection, index=False)
    command = [peers.program("datasette"), "serve", str(database), "--port", str(port)]
    limits = ["--setting", "max_returned_rows", "20000", "--setting", "sql_time_limit_ms", "60000"]
    with run_server([*command, *limits], port) as pid:
        yield port, pid


def _measure_kinds(server: Server, path: str, seconds: float) -> Iterator[tuple[str, Rate]]:
    """Anew each time, as a browser asks, and as a program that has the answer asks."""
    first, _ = _ask_once(server[0], path, {})
    kinds = {
        "anew": {},
        "gzip welcome": {"Accept-Encoding": "gzip"},
        "If-None-Match": {"If-None-Match": first.headers["ETag"] or '"none"'},
    }
    for kind, headers in kinds.items():
        yield kind, _measure_rate(server, path, headers, seconds)


def _measure_rate(server: Server, path: str, headers: Mapping[str, str], seconds: float) -> Rate:
    port, pid = server
    _ask_once(port, path, headers)  # what is made once is no part of it
    used, start = cpu_of(pid), time.perf_counter()

    def ask_until_the_end(_: int) -> list[int]:
        sizes = []
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            while time.perf_counter() < start + seconds:
                sizes.append(_ask(connection, path, headers)[1])
        return sizes

    with ThreadPoolExecutor(CLIENTS) as clients:
        sizes = [size for one in clients.map(ask_until_the_end, range(CLIENTS)) for size in one]
    taken = time.perf_counter() - start
    return Rate(len(sizes) / taken, sizes[0], (cpu_of(pid) - used) / len(sizes) * 1000)


def _ask_once(port: int, path: str, headers: Mapping[str, str]) -> tuple[HTTPResponse, int]:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        return _ask(connection, path, headers)


def _ask(
    connection: HTTPConnection, path: str, headers: Mapping[str, str]
) -> tuple[HTTPResponse, int]:
    """An answer and the bytes of its body."""
    connection.putrequest("GET", path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status in (200, 304), answer.status
    return answer, len(answer.read())
