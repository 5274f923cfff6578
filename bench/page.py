"""The same page in this dashboard's framework and in others, in a real browser; the real pages."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from bench import peers
from bench.chromium import visit
from bench.ledgers import REAL
from bench.pages import ALONE, FLOOR, PATHS, Found, measure_pages
from bench.results import Section, table
from loaders.load import load
from loaders.table import tabulate
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.server.process import cpu_of, family_of, share_of
from tests.server.running import ROOT, free_port, run_dashboard, run_server

FOLDER = ROOT / "bench" / "one_page"
OURS = "dashboard"
COMMANDS = {
    OURS: [sys.executable, "-m", "uvicorn", "bench.one_page.ours:app", "--port", "PORT"],
    "Dash": [
        *(peers.program("gunicorn"), "dash_page:server", "--chdir", str(FOLDER)),
        *("--worker-class", "gthread", "--threads", "8", "--bind", "127.0.0.1:PORT"),
    ],
    "Panel": [peers.program("panel"), "serve", str(FOLDER / "panel_page.py"), "--port", "PORT"],
    "NiceGUI": [peers.PYTHON, str(FOLDER / "nicegui_page.py"), "PORT"],
    "Gradio": [peers.PYTHON, str(FOLDER / "gradio_page.py"), "PORT"],
    "static": [peers.PYTHON, str(FOLDER / "static_page.py"), "PORT"],
}
STREAMLIT = [sys.executable, "-m", "streamlit", "run", "--server.headless", "true"]
STREAMLIT += ["--browser.gatherUsageStats", "false", "--server.port", "PORT"]
BARE = "import streamlit\n\nstreamlit.write('A sentence.')\n"
REPETITIONS, SLOW_REPETITIONS, CLICKS = 7, 5, 10
DRAWN = "n => window.marks.length > 0 && window.marks.at(-1)[1] == n"
UNTIL_DRAWN = "window.marks.at(-1)[0]"
"""Milliseconds since the page was asked for."""


class Served(NamedTuple):
    """A version of the page that runs: where, and in which process."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/"

    def cpu(self) -> float:
        """Milliseconds so far, of all its processes."""
        return sum(map(cpu_of, family_of(self.pid))) * 1000


def measure(quick: bool) -> Section:
    """All versions in turn, so often, then the real pages; in quick once and ours alone."""
    times, names = (1, [OURS]) if quick else (REPETITIONS, list(COMMANDS))
    found: dict[str, Found] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        dots = write_rows(Path(folder) / "rows.json")
        served = {name: stack.enter_context(_serve(COMMANDS[name], folder)) for name in names}
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for name, one in served.items():
            measure_server(one, browser, dots, found[name])
        for repetition in range(times):
            for name, one in served.items():
                measure_views(one, browser, dots, found[name])
                if repetition < SLOW_REPETITIONS:
                    measure_slow_line(one, browser, dots, found[name])
        (Path(folder) / "bare.py").write_text(BARE)
        floor = stack.enter_context(_serve([*STREAMLIT, f"{folder}/bare.py"], folder))
        port, _ = stack.enter_context(run_dashboard(REAL))
        urls = {ALONE: served[OURS].url, FLOOR: floor.url}
        for name in list(PATHS)[: 1 if quick else None]:
            urls[name] = f"http://localhost:{port}/{PATHS[name]}"
        pages = measure_pages(urls, browser, times)
    versions = peers.versions("dash", "panel", "nicegui", "gradio")
    return Section("Pages", [*report(found, times), *pages], versions)


def report(found: Mapping[str, Found], times: int) -> list[str]:
    """The medians side by side, and how often each was measured."""
    middles = {name: {k: median(v) for k, v in one.items()} for name, one in found.items()}
    kinds = dict.fromkeys(kind for one in middles.values() for kind in one)
    rows = [(kind, *(f"{one[kind]:,.0f}" for one in middles.values())) for kind in kinds]
    said = (
        f"One page with one chart, written for each: medians of {times}, in turn, at 10 Mbit/s of "
        f"{min(times, SLOW_REPETITIONS)}; the server's: once, {CLICKS} changes of a filter."
    )
    return [said, *table(("", *middles), rows)]


def write_rows(path: Path) -> list[int]:
    """The real figures as one number each; how many dots there are, and of which for Russia."""
    rows = tabulate(load(REAL))
    number = rows["count"].fillna(rows["count_high"]).fillna(rows["count_low"]).clip(lower=1)
    shown = rows[["force", "measure", "sentence"]].assign(
        day=rows["window_end"].dt.strftime("%Y-%m-%d"),
        count=number.astype("float"),
        claimant=rows["claimant_name"],
    )
    shown.to_json(path, orient="records")
    return [len(shown), sum(shown["force"] == "russia")]


@contextmanager
def _serve(command: Sequence[str], folder: str) -> Iterator[Served]:
    port = free_port()
    command = [word.replace("PORT", str(port)) for word in command]
    with run_server(command, port, ROWS=f"{folder}/rows.json") as pid:
        yield Served(port, pid)


def _see(page: Page, one: Served, dots: int) -> float:
    """Open the page; milliseconds until all dots are there."""
    page.goto(one.url, wait_until="commit")
    page.wait_for_function(DRAWN, arg=dots, timeout=20_000)
    return float(page.evaluate(UNTIL_DRAWN))


def _choose(page: Page, force: str, dots: int) -> float:
    """Choose a force; milliseconds from the click until the right dots are there."""
    page.evaluate("window.clicked = 0")
    page.get_by_text(force, exact=True).first.click()
    page.wait_for_function(f"n => clicked > 0 && ({DRAWN})(n)", arg=dots, timeout=10_000)
    return float(page.evaluate(f"{UNTIL_DRAWN} - clicked"))


def measure_server(one: Served, browser: Browser, dots: list[int], found: Found) -> None:
    """CPU of the process for its second view and for a change of a filter; its memory."""
    with visit(browser) as (page, _):
        for _ in range(2):
            before = one.cpu()
            _see(page, one, dots[0])
            page.wait_for_timeout(1500)
            used = one.cpu() - before
        found["server's CPU for a view, ms"].append(used)
        before = one.cpu()
        for number in range(CLICKS):
            _choose(page, "any" if number % 2 else "russia", dots[(number + 1) % 2])
            page.wait_for_timeout(100)
        found["server's CPU for a filter, ms"].append((one.cpu() - before) / CLICKS)
        found["memory after 2 views, MB"].append(share_of(one.pid))


def measure_views(one: Served, browser: Browser, dots: list[int], found: Found) -> None:
    """Cold, warm, filtered."""
    with visit(browser) as (page, traffic):
        found["cold, ms"].append(_see(page, one, dots[0]))
        page.wait_for_timeout(1000)
        found["kB cold"].append(traffic["bytes"] / 1000)
        found["requests cold"].append(traffic["requests"])
        found["warm, ms"].append(_see(page, one, dots[0]))
        page.wait_for_timeout(1000)
        choices = (("russia", dots[1]), ("any", dots[0])) * 2
        found["filter to repaint, ms"].append(median(_choose(page, *one) for one in choices))


def measure_slow_line(one: Served, browser: Browser, dots: list[int], found: Found) -> None:
    """Of a reader who has fetched nothing yet."""
    with visit(browser, slow=True) as (page, _):
        found["cold at 10 Mbit/s, 40 ms, ms"].append(_see(page, one, dots[0]))
