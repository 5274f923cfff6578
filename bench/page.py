"""The same page in this dashboard's framework and in others, in a real browser; the real pages."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from bench import peers
from bench.chromium import (
    CLICKS,
    Found,
    Served,
    measure_server,
    measure_slow_line,
    measure_views,
    open_browser,
)
from bench.pages import ALONE, FLOOR, PATHS, measure_pages
from bench.results import Section, table
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.server.running import ROOT, free_port, run_dashboard, run_server

FOLDER = ROOT / "bench" / "one_page"
OURS = "dashboard"
REPETITIONS, SLOW_REPETITIONS = 7, 5


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
        "static": [python, str(FOLDER / "static_page.py")],
    }


BARE = [sys.executable, "-m", "streamlit", "run", str(FOLDER / "bare_page.py"), "--server.headless"]
BARE += ["true", "--browser.gatherUsageStats", "false", "--server.port"]


def measure(quick: bool) -> Section:
    """All versions in turn, so often, then the real pages; in quick once and ours alone."""
    commands = list_commands()
    if quick:
        commands = {OURS: commands[OURS]}
    times = 1 if quick else REPETITIONS
    found: dict[str, Found] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        rows = write_rows(Path(folder) / "rows.json")
        served = {n: stack.enter_context(_serve(c, folder)) for n, c in commands.items()}
        browser = stack.enter_context(open_browser())
        for name in () if quick else served:
            measure_server(served[name], browser, rows, found[name])
        for repetition in range(times):
            for name, one in served.items():
                measure_views(one, browser, rows, found[name])
                if not quick and repetition < SLOW_REPETITIONS:
                    measure_slow_line(one, browser, rows, found[name])
        real = Served(*stack.enter_context(run_dashboard(ROOT / "figures.yaml")))
        names = list(PATHS)[: 1 if quick else None]
        floor = stack.enter_context(_serve(BARE, folder))
        pages = measure_pages(real, {ALONE: served[OURS], FLOOR: floor}, browser, names, times)
    versions = {} if quick else peers.versions("dash", "panel", "nicegui", "gradio")
    return Section("Pages", [*report(found), *pages], versions)


def report(found: Mapping[str, Found]) -> list[str]:
    """The medians side by side, and how often each was measured."""
    middles = {name: {k: median(v) for k, v in one.items()} for name, one in found.items()}
    times = max(len(values) for one in found.values() for values in one.values())
    kinds = dict.fromkeys(kind for one in middles.values() for kind in one)
    rows = [(kind, *(f"{one[kind]:,.0f}" for one in middles.values())) for kind in kinds]
    said = (
        f"One page with one chart, written for each: medians of {times}, in turn, at 10 Mbit/s of "
        f"{min(times, SLOW_REPETITIONS)}; the server's: once, {CLICKS} changes of a filter."
    )
    return [said, *table(("", *middles), rows)]


def write_rows(path: Path) -> list[int]:
    """The real figures that are one number; how many dots each choice of force shows."""
    all_rows = tabulate(read_ledger((ROOT / "figures.yaml").read_bytes()))
    rows = all_rows.assign(number=all_rows["count"].fillna(all_rows["count_high"]))
    rows["number"] = rows["number"].fillna(rows["count_low"]).clip(lower=1)
    rows["day"] = rows["window_end"].dt.strftime("%Y-%m-%d")
    rows["number"] = rows["number"].astype("float")
    columns = ["day", "number", "force", "measure", "claimant_name", "sentence"]
    named = rows[columns].rename(columns={"number": "count", "claimant_name": "claimant"})
    records = named.to_dict("records")
    path.write_text(json.dumps(records), "utf-8")
    return [len(records), sum(record["force"] == "russia" for record in records)]


@contextmanager
def _serve(command: Sequence[str], folder: str) -> Iterator[Served]:
    port = free_port()
    last = f"127.0.0.1:{port}" if command[-1] == "--bind" else str(port)
    with run_server([*command, last], port, ROWS=f"{folder}/rows.json") as pid:
        yield Served(port, pid)
