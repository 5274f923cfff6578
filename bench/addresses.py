"""/data/figures.csv under as many requests as it answers, beside Datasette's CSV of the table."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import peers
from bench.ledgers import generate
from bench.process import cpu_of
from bench.results import Section, table
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.server.running import ROOT, free_port

CLIENTS = 4
"""Connections that are kept open; each asks again as soon as it has its answer."""


@dataclass(frozen=True)
class Rate:
    """What one kind of request met."""

    a_second: float
    size: int
    """Bytes of one answer, its headers included."""
    milliseconds: float
    """Of the server's CPU for one request."""


def measure(quick: bool) -> Section:
    """Both servers, for the real file and a large one, with and without a known tag."""
    seconds = 0.3 if quick else 4.0
    real = (ROOT / "figures.yaml").read_text(encoding="utf-8")
    ledgers = {"405 figures": real} if quick else {"405 figures": real, "10,000": generate(10_000)}
    found: dict[str, Rate] = {}
    with tempfile.TemporaryDirectory() as folder:
        for title, text in ledgers.items():
            file = Path(folder) / "figures.yaml"
            file.write_text(text, encoding="utf-8")
            with run_dashboard(file) as server:
                for kind, rate in _measure_kinds(server, "/data/figures.csv", seconds):
                    found[f"{title}: dashboard, {kind}"] = rate
            if not quick:
                with run_datasette(file) as server:
                    for kind, rate in _measure_kinds(server, DATASETTE, seconds):
                        found[f"{title}: Datasette, {kind}"] = rate
    return Section("Data addresses", _compare(found), _facts(found), {} if quick else _versions())


def _versions() -> dict[str, str]:
    return peers.versions("datasette", "uvicorn")


def _facts(found: dict[str, Rate]) -> dict[str, dict[str, float]]:
    return {title: vars(rate) for title, rate in found.items()}


def _compare(found: dict[str, Rate]) -> list[str]:
    rows = []
    for title, rate in found.items():
        peer = found.get(title.replace("dashboard", "Datasette"))
        times = f"{rate.a_second / peer.a_second:.1f}" if peer else ""
        cells = (f"{rate.a_second:.1f}", times, f"{rate.size:,}", f"{rate.milliseconds:.2f}")
        rows.append((title, *cells))
    head = ("rows: server, request", "a second", "times Datasette's", "bytes", "server's CPU, ms")
    return table(head, rows)


@contextmanager
def run_dashboard(file: Path) -> Iterator[tuple[int, int]]:
    """The dashboard as deploy/ starts it; its port and process."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "dashboard:app", "--no-access-log"]
    with run_server([*command, "--port", str(port)], port, DESERTION_DATA=str(file)) as pid:
        yield port, pid


DATASETTE = "/figures/figures.csv?_size=max"


@contextmanager
def run_datasette(file: Path) -> Iterator[tuple[int, int]]:
    """Datasette over the same table, allowed to send all of it at once."""
    port, database = free_port(), file.with_name("figures.db")
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        tabulate(read_ledger(file.read_bytes())).to_sql("figures", connection, index=False)
    command = [peers.program("datasette"), "serve", str(database), "--port", str(port)]
    limits = ["--setting", "max_returned_rows", "20000", "--setting", "sql_time_limit_ms", "60000"]
    with run_server([*command, *limits], port) as pid:
        yield port, pid


@contextmanager
def run_server(command: Sequence[str], port: int, **environ: str) -> Iterator[int]:
    """A program that listens on the port; its process."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(2400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert process.poll() is None, "the server did not start"
            time.sleep(0.05)
        else:
            return
    raise TimeoutError


def _measure_kinds(
    server: tuple[int, int], path: str, seconds: float
) -> Iterator[tuple[str, Rate]]:
    """Anew each time, as a browser asks, and as a program that has the answer asks."""
    plain = asyncio.run(_ask_once(server[0], path, ""))
    tag = plain.partition(b"\r\n\r\n")[0].lower().partition(b"\r\netag: ")[2].split(b"\r\n")[0]
    known = f"If-None-Match: {tag.decode()}\r\n" if tag else 'If-None-Match: "none"\r\n'
    kinds = {"anew": "", "gzip welcome": "Accept-Encoding: gzip\r\n", "If-None-Match": known}
    for kind, headers in kinds.items():
        yield kind, asyncio.run(_measure_rate(server, path, headers, seconds))


async def _measure_rate(server: tuple[int, int], path: str, headers: str, seconds: float) -> Rate:
    port, pid = server
    size = len(await _ask_once(port, path, headers))
    used, start = cpu_of(pid), time.perf_counter()
    counts = await asyncio.gather(
        *(_ask_for(start + seconds, port, path, headers) for _ in range(CLIENTS))
    )
    taken, asked = time.perf_counter() - start, sum(counts)
    return Rate(asked / taken, size, (cpu_of(pid) - used) / asked * 1000)


async def _ask_for(until: float, port: int, path: str, headers: str) -> int:
    """How often the answer came until then, over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    asked = 0
    while time.perf_counter() < until:
        await _ask(reader, writer, path, headers)
        asked += 1
    writer.close()
    return asked


async def _ask_once(port: int, path: str, headers: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    answer = await _ask(reader, writer, path, headers)
    writer.close()
    return answer


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, headers: str
) -> bytes:
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    assert head[9:12] in (b"200", b"304"), head
    named = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n")[1:-2])
    if b"chunked" in named.get(b"transfer-encoding", b""):
        return head + b"".join([piece async for piece in _read_chunks(reader)])
    length = int(named.get(b"content-length", b"0")) if head[9:12] == b"200" else 0
    return head + await reader.readexactly(length)


async def _read_chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while length := int(await reader.readuntil(b"\r\n"), 16):
        yield await reader.readexactly(length + 2)
    await reader.readexactly(2)
