"""A page of the static site beside a bare page with the same first chart and plotly.js."""

from __future__ import annotations

import functools
import http.server
import json
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench.page import open_browser
from bench.results import Section, table
from exports.site.build import write_site
from loaders.load import read_ledger
from loaders.table import tabulate
from tests.server.running import ROOT

PAGES = ("by-unit.html", "by-source.html", "over-time/cases_opened-during.html")
REPETITIONS = 7
WATCH = """
(function look() {
  if (document.querySelector(".js-plotly-plot .cartesianlayer .plot")) first = performance.now();
  else requestAnimationFrame(look);
})();
var first = 0;
"""
BARE = """<!doctype html><meta charset="utf-8"><title>Bare</title><div id="chart"></div>
<script src="{root}assets/plotly-basic.min.js"></script>
<script>const chart = {chart}; Plotly.newPlot("chart", chart.data, chart.layout);</script>"""


def measure(quick: bool) -> Section:
    """Milliseconds until the first chart is there, with nothing kept from before."""
    pages = PAGES[:1] if quick else PAGES
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        build(Path(folder), pages)
        with _serve(folder) as port:
            for _ in range(1 if quick else REPETITIONS):
                for page in pages:
                    for name in (page, _bare(page)):
                        url = f"http://localhost:{port}/{name}"
                        times.setdefault(name, []).append(_see(browser, url))
    rows, facts = [], {}
    for page in pages:
        own, bare = median(times[page]), median(times[_bare(page)])
        facts[page] = {"site": own, "bare": bare}
        rows.append((page, f"{own:.0f}", f"{bare:.0f}", f"{own / bare:.2f}"))
    head = ("page", "first chart, ms", "bare page with it, ms", "times")
    return Section("Static site", table(head, rows), facts)


def _bare(page: str) -> str:
    return page.replace(".html", "-bare.html")


def build(folder: Path, pages: tuple[str, ...]) -> None:
    """The whole site, and beside each page a bare one."""
    ledger = read_ledger((ROOT / "figures.yaml").read_bytes())
    write_site(ledger, tabulate(ledger), folder)
    for page in pages:
        text = (folder / page).read_text("utf-8")
        found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)
        assert found
        bare = BARE.format(root="../" * page.count("/"), chart=json.dumps(json.loads(found[1])))
        (folder / _bare(page)).write_text(bare, "utf-8")


@contextmanager
def _serve(folder: str) -> Iterator[int]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def _see(browser: Browser, url: str) -> float:
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(url)
    page.wait_for_function("first > 0")
    seen = float(page.evaluate("first"))
    page.context.close()
    return seen
