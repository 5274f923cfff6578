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
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from bench import peers
from bench.addresses import run_server
from bench.process import cpu_of, family_of, memory_of, share_of
from bench.results import Section, table
from bench.session import Session
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.server.running import ROOT, free_port

FOLDER = ROOT / "bench" / "one_page"
OURS = "dashboard"
REPETITIONS, CLICKS = 7, 10
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6}
"""10 Mbit/s with 40 ms."""
WATCH = """
window.marks = [];
window.clicked = 0;
addEventListener("click", () => { window.clicked = performance.now() }, true);
const count = root => {
  let n = root.querySelectorAll(".scatterlayer path.point").length;
  for (const one of root.querySelectorAll("*")) if (one.shadowRoot) n += count(one.shadowRoot);
  return n;
};
(function look() {
  const n = count(document), last = window.marks.at(-1);
  if (!last || last[1] != n) window.marks.push([performance.now(), n]);
  requestAnimationFrame(look);
})();
"""
"""Notes when the number of dots on the page changed, frame by frame."""
DRAWN = "n => window.marks.length > 0 && window.marks.at(-1)[1] == n"
SINCE_CLICK = "n => window.clicked > 0 && window.marks.at(-1)[1] == n"


@dataclass(frozen=True)
class Served:
    """A version of the page that runs: where, and in which process."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/"

    def cpu(self) -> float:
        """Milliseconds so far, of all its processes."""
        return sum(cpu_of(pid) for pid in family_of(self.pid)) * 1000


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


def measure(quick: bool) -> Section:
    """All versions in turn, so often; in quick once and this dashboard's alone."""
    commands = list_commands()
    if quick:
        commands = {OURS: commands[OURS]}
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        rows = write_rows(Path(folder) / "rows.json")
        served = {n: stack.enter_context(_serve(c, folder)) for n, c in commands.items()}
        sessions = asyncio.run(_measure_sessions(served[OURS], 3 if quick else 50))
        browser = stack.enter_context(open_browser())
        for name in () if quick else served:
            _measure_server(served[name], browser, rows, found[name])
        for _ in range(1 if quick else REPETITIONS):
            for name, one in served.items():
                _measure_views(one, browser, rows, found[name])
                if not quick:
                    _measure_slow_line(one, browser, rows, found[name])
    found[OURS].update(sessions)
    return report(found, {} if quick else _versions())


def report(found: Mapping[str, Mapping[str, list[float]]], versions: Mapping[str, str]) -> Section:
    """The medians side by side, and how often each was measured."""
    middles = {name: {k: median(v) for k, v in one.items()} for name, one in found.items()}
    times = max(len(values) for one in found.values() for values in one.values())
    said = f"Milliseconds: medians of {times} in turn; the server: once, {CLICKS} filter changes."
    return Section("One page", [said, *_show(middles)], middles, versions)


def _versions() -> dict[str, str]:
    return peers.versions("dash", "panel", "nicegui", "gradio")


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
def _serve(command: Sequence[str], folder: str) -> Iterator[Served]:
    port = free_port()
    last = f"127.0.0.1:{port}" if command[-1] == "--bind" else str(port)
    with run_server([*command, last], port, ROWS=f"{folder}/rows.json") as pid:
        yield Served(port, pid)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium, until the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


def _visit(context: BrowserContext) -> tuple[Page, CDPSession]:
    page = context.new_page()
    page.add_init_script(WATCH)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    return page, devtools


def _see(page: Page, url: str, dots: int) -> float:
    """Open the page; milliseconds until all dots are there."""
    page.goto(url, wait_until="commit")
    page.wait_for_function(DRAWN, arg=dots, timeout=20_000)
    return float(page.evaluate("window.marks.at(-1)[0]"))


def _choose(page: Page, force: str, dots: int) -> float:
    """Choose a force; milliseconds from the click until the right dots are there."""
    page.evaluate("window.clicked = 0")
    page.get_by_text(force, exact=True).first.click()
    page.wait_for_function(SINCE_CLICK, arg=dots, timeout=10_000)
    return float(page.evaluate("window.marks.at(-1)[0] - window.clicked"))


def _measure_server(
    one: Served, browser: Browser, rows: list[int], found: dict[str, list[float]]
) -> None:
    """CPU of the process for its second view and for a change of a filter; its memory."""
    context = browser.new_context()
    for _ in range(2):
        page, _ = _visit(context)
        before = one.cpu()
        _see(page, one.url, rows[0])
        page.wait_for_timeout(1500)
        used = one.cpu() - before
    found["server's CPU for a view, ms"].append(used)
    before = one.cpu()
    for number in range(CLICKS):
        _choose(page, "any" if number % 2 else "russia", rows[(number + 1) % 2])
        page.wait_for_timeout(100)
    found["server's CPU for a filter, ms"].append((one.cpu() - before) / CLICKS)
    found["memory with 2 pages open, MB"].append(share_of(one.pid))
    context.close()


def _measure_views(
    one: Served, browser: Browser, rows: list[int], found: dict[str, list[float]]
) -> None:
    """Cold, warm, filtered."""
    context = browser.new_context()
    page, devtools = _visit(context)
    sizes: list[float] = []
    asked: list[str] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    devtools.on("Network.requestWillBeSent", lambda event: asked.append(event["requestId"]))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda f: sizes.append(len(f))))
    found["cold, ms"].append(_see(page, one.url, rows[0]))
    page.wait_for_timeout(1500)
    found["kB cold"].append(sum(sizes) / 1000)
    found["requests cold"].append(len(asked))
    found["warm, ms"].append(_see(page, one.url, rows[0]))
    page.wait_for_timeout(1000)
    found["filter to repaint, ms"].append(
        median(_choose(page, *choice) for choice in (("russia", rows[1]), ("any", rows[0])) * 2)
    )
    context.close()


def _measure_slow_line(
    one: Served, browser: Browser, rows: list[int], found: dict[str, list[float]]
) -> None:
    context = browser.new_context()
    page, devtools = _visit(context)
    devtools.send("Network.emulateNetworkConditions", SLOW)
    found["cold at 10 Mbit/s, 40 ms, ms"].append(_see(page, one.url, rows[0]))
    context.close()


async def _measure_sessions(one: Served, sessions: int) -> dict[str, list[float]]:
    """This dashboard's framework alone: memory of many open pages, runs a second, CPU of a run."""
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(Session(one.port))
        await first.show()
        alone = memory_of(one.pid)
        for _ in range(sessions - 1):
            await (await stack.enter_async_context(Session(one.port))).show()
        many = memory_of(one.pid)
    async with Session(one.port) as session:
        await session.show()
        runs, start, before = 0, time.perf_counter(), one.cpu()
        while time.perf_counter() - start < sessions / 10:
            await session.show()
            runs += 1
        taken, used = time.perf_counter() - start, one.cpu() - before
    return {
        "resident memory with 1 session, MB": [alone],
        f"resident memory with {sessions} sessions, MB": [many],
        "runs a second": [runs / taken],
        "CPU of a run, ms": [used / runs],
    }
