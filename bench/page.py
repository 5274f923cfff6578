"""The same page in this dashboard's framework and in others, in a real browser."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from statistics import median

from bench import peers
from bench.addresses import run_server
from bench.chromium import (
    CLICKS,
    Found,
    Served,
    measure_server,
    measure_slow_line,
    measure_views,
    open_browser,
)
from bench.process import memory_of
from bench.results import Section, table
from bench.session import Session
from bench.watch import VEGA, Look
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.server.running import ROOT, free_port

FOLDER = ROOT / "bench" / "one_page"
OURS = "dashboard"
REPETITIONS = 7
READERS = 3
"""Who ask at once where runs are counted, so that the server never waits."""


def list_commands() -> dict[str, list[str]]:
    """How each version is started; the port is added."""
    python = peers.PYTHON
    loops = ["--worker-class", "gthread", "--threads", "8", "--chdir", str(FOLDER), "--bind"]
    return {
        OURS: [sys.executable, "-m", "uvicorn", "bench.one_page.ours:app", "--port"],
        "Dash": [peers.program("gunicorn"), "dash_page:server", *loops],
        "Panel": [peers.program("panel"), "serve", str(FOLDER / "panel_page.py"), "--port"],
        "NiceGUI": [python, str(FOLDER / "nicegui_page.py")],
        "Gradio": [python, str(FOLDER / "gradio_page.py")],
        "Datasette": [python, str(FOLDER / "datasette_page.py")],
        "static": [python, str(FOLDER / "static_page.py")],
    }


CHART = [
    *("mark=circle", "x_column=day", "x_type=temporal"),
    *("y_column=log10_count", "y_type=quantitative", "color_column=force"),
]
"""What datasette-vega is to draw; it reads it from the end of the address."""
LOOKS = {
    "Datasette": Look("page/rows#" + "&".join(f"g.{one}" for one in CHART), VEGA),
}


def measure(quick: bool) -> Section:
    """All versions in turn, so often; in quick once and this dashboard's alone."""
    commands = list_commands()
    if quick:
        commands = {OURS: commands[OURS]}
    found: dict[str, Found] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        rows = write_rows(Path(folder) / "rows.json")
        served = {n: stack.enter_context(_serve(n, c, folder)) for n, c in commands.items()}
        sessions = asyncio.run(_measure_sessions(served[OURS], 3 if quick else 50))
        browser = stack.enter_context(open_browser())
        for name in () if quick else served:
            measure_server(served[name], browser, rows, found[name])
        for _ in range(1 if quick else REPETITIONS):
            for name, one in served.items():
                measure_views(one, browser, rows, found[name])
                if not quick:
                    measure_slow_line(one, browser, rows, found[name])
    found[OURS].update(sessions)
    return report(found, {} if quick else _versions())


def report(found: Mapping[str, Mapping[str, list[float]]], versions: Mapping[str, str]) -> Section:
    """The medians side by side, and how often each was measured."""
    middles = {name: {k: median(v) for k, v in one.items()} for name, one in found.items()}
    times = max(len(values) for one in found.values() for values in one.values())
    said = f"Milliseconds: medians of {times} in turn; the server: once, {CLICKS} filter changes."
    return Section("One page", [said, *_say_less(middles), *_show(middles)], middles, versions)


def _say_less(found: Mapping[str, object]) -> list[str]:
    """What a version could not be made to do."""
    said = (
        "Datasette: its chart has no log scale and draws a column of logarithms instead, smaller; "
        "a choice of a filter is a link, so until repaint is until another page has its chart."
    )
    return [said] if "Datasette" in found else []


def _versions() -> dict[str, str]:
    return peers.versions("dash", "panel", "nicegui", "gradio", "datasette", "datasette-vega")


def _show(middles: Mapping[str, Mapping[str, float]]) -> list[str]:
    kinds = list(dict.fromkeys(kind for one in middles.values() for kind in one))
    rows = [
        (kind, *(f"{one[kind]:,.0f}" if kind in one else "" for one in middles.values()))
        for kind in kinds
    ]
    return table(("", *middles), rows)


def write_rows(path: Path) -> list[int]:
    """The real figures that are one number; how many dots each choice of force shows."""
    all_rows = tabulate(read_ledger((ROOT / "figures.yaml").read_bytes()))
    rows = all_rows.assign(number=all_rows["count"].fillna(all_rows["count_high"]))
    rows["number"] = rows["number"].fillna(rows["count_low"]).clip(lower=1)
    records = [
        {
            "day": str(row.window_end.date()), "count": float(row.number), "force": row.force,
            "measure": row.measure, "claimant": row.claimant_name, "sentence": row.sentence,
        }
        for row in rows.itertuples()
    ]  # fmt: skip
    path.write_text(json.dumps(records), "utf-8")
    return [len(records), sum(record["force"] == "russia" for record in records)]


@contextmanager
def _serve(name: str, command: Sequence[str], folder: str) -> Iterator[Served]:
    port = free_port()
    last = f"127.0.0.1:{port}" if command[-1] == "--bind" else str(port)
    with run_server([*command, last], port, ROWS=f"{folder}/rows.json") as pid:
        yield Served(port, pid, LOOKS.get(name, Look()))


async def _measure_runs(
    one: Served, readers: Sequence[Session], seconds: float
) -> tuple[int, float, float]:
    """How often a few readers together got the page anew, in how many seconds and ms of CPU."""
    start, before = time.perf_counter(), one.cpu()

    async def read(session: Session) -> int:
        runs = 0
        while time.perf_counter() - start < seconds:
            await session.show()
            runs += 1
        return runs

    runs = sum(await asyncio.gather(*map(read, readers)))
    return runs, time.perf_counter() - start, one.cpu() - before


async def _measure_sessions(one: Served, sessions: int) -> Found:
    """This dashboard's framework alone: memory of many open pages, runs a second, CPU of a run."""
    async with AsyncExitStack() as stack:
        open_pages: list[Session] = []
        memory: list[float] = []
        for _ in range(sessions):
            open_pages.append(await stack.enter_async_context(Session(one.port)))
            await open_pages[-1].show()
            memory.append(memory_of(one.pid))
        runs, taken, used = await _measure_runs(one, open_pages[:READERS], sessions / 10)
    return {
        "resident memory with 1 session, MB": [memory[0]],
        f"resident memory with {sessions} sessions, MB": [memory[-1]],
        "runs a second": [runs / taken],
        "CPU of a run, ms": [used / runs],
    }
