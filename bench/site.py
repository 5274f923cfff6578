"""The static site until its first chart is drawn, beside a bare page with the same chart.

Measured is a site that was made without a Chromium: its charts are drawn by the reader's browser.
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from itertools import chain, product
from pathlib import Path
from statistics import median

from bench.chromium import SLOW, Found, Served, measure_cold, open_browser
from bench.one_page.files import COMPRESSED
from bench.results import Section, table
from bench.watch import Look
from exports.site.build import make_assets, make_site
from loaders.load import load
from loaders.table import tabulate
from tests.server.running import ROOT, free_port, run_server

LINES = {"": None, ", 10 Mbit/s with 40 ms": SLOW}
PAGES = ("over-time/cases_opened-during.html", "sources/mediazona.html")
"""The largest chart; four charts."""
REPETITIONS = 7
DRAWN = """() => document.querySelector("[data-chart] .point") ? 1 : 0"""
SCRIPT = re.compile(r"assets/plotly-[^\"]+")
BARE = """<!doctype html><meta charset="utf-8"><title>Bare</title><div id="chart" data-chart></div>
<script src="{root}{script}"></script><script>
const figure = {figure};
Plotly.newPlot("chart", figure.data, figure.layout, {{ displayModeBar: false, responsive: true }});
</script>"""


def measure(quick: bool) -> Section:
    """Each page and its bare one in turn, so often; in quick the first of them once."""
    pages, lines = (PAGES[:1], {"": None}) if quick else (PAGES, LINES)
    found: dict[str, Found] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        write_pages(Path(folder), pages)
        port = free_port()
        server = [sys.executable, "-m", "bench.one_page.files", folder, str(port)]
        pid = stack.enter_context(run_server(server, port))
        browser = stack.enter_context(open_browser())
        for _ in range(1 if quick else REPETITIONS):
            for path, (line, speed) in product(pages, lines.items()):
                for kind, place in (("site", path), ("bare", _name_bare(path))):
                    one = Served(port, pid, Look(place, DRAWN))
                    found[path + line][kind].append(measure_cold(one, browser, 1, speed))
    return report(found)


def report(found: Mapping[str, Mapping[str, list[float]]]) -> Section:
    """The medians, and how many times as long the page takes as the bare one."""
    middles = {title: {k: median(v) for k, v in one.items()} for title, one in found.items()}
    rows = [
        (title, f"{one['site']:,.0f}", f"{one['bare']:,.0f}", f"{one['site'] / one['bare']:.2f}")
        for title, one in middles.items()
    ]
    times = max(len(values) for one in found.values() for values in one.values())
    said = f"Milliseconds from a click to the first chart: medians of {times}, nothing kept."
    head = ("page", "static site", "the same chart alone", "times")
    return Section("Static site", [said, *table(head, rows)])


def write_pages(folder: Path, pages: Sequence[str]) -> None:
    """These pages of the site of the real figures, and beside each a bare one; compressed."""
    ledger, missing = load(ROOT / "figures.yaml"), set(pages)
    for path, body in chain(make_assets(ledger), make_site(ledger, tabulate(ledger), "")):
        if path in pages:
            _write(folder / _name_bare(path), _strip(path, body.decode()).encode())
        _write(folder / path, body)
        missing.discard(path)
        if not missing:
            break


def _name_bare(path: str) -> str:
    return path.replace(".html", ".bare.html")


def _strip(path: str, page: str) -> str:
    """A page with nothing but the first chart of this one."""
    drawn = re.search(r'<script type="application/json" id="chart-1">(.*?)</script>', page)
    script = SCRIPT.search(page)
    assert drawn and script, f"{path} has no chart"
    return BARE.format(figure=drawn[1], root="../" * path.count("/"), script=script[0])


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(body) if path.suffix in COMPRESSED else body)
