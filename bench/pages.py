"""The dashboard's real pages in a real Chromium: when the first chart is there, and what it costs.

Beside each stands the one-chart page of the same run, so that a ratio says how much a page adds,
whatever the machine does meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median

from playwright.sync_api import Browser, Page

from bench.chromium import SCREEN, Found, Served, Traffic, visit
from bench.results import table
from bench.watch import ELEMENTS, FIRST_CHART, STRAIN, watch

CHARTS = """() => document.querySelectorAll(".js-plotly-plot .trace, .ladder td").length"""
"""The overview opens on its ladder; its charts are below the screen."""
SENTENCE = """() => document.querySelectorAll(".stMarkdown p").length"""
PATHS = {
    "overview": "",
    "over time": "over-time",
    "by unit": "by-unit",
    "by source": "by-source",
    "data-quality": "data-quality",
    "a figure": "figure?id=hur-southern-military-district-2024-04",
}
ALONE = "one chart alone"
FLOOR = "a sentence in Streamlit as it comes"
"""What no page of ours can go below."""
AFTER = 1_500
"""Milliseconds after the script of a page has run in which it may still block and move."""
COLUMNS = ("first chart, ms", "blocked, ms", "layout shift", "requests", "kB", "elements")
SAID = (
    "The real pages with the real file, at 1280 × 800; the overview until its ladder is there, "
    "Streamlit alone until its sentence is. "
    "Until 1.5 s after the page's script has run: blocked is the sum of the browser's tasks above "
    "50 ms, layout shift what the browser reports, at 390 × 800 too, measured once. Cold: nothing "
    "fetched yet; warm: the same page again. Medians of {times}, in turn."
)
PHONE = (390, 800)


def measure_pages(
    dashboard: Served,
    beside: Mapping[str, Served],
    browser: Browser,
    pages: Iterable[str],
    times: int,
) -> list[str]:
    """These pages and those beside them in turn, so often, cold and then warm; as lines."""
    found: dict[tuple[str, str], Found] = defaultdict(lambda: defaultdict(list))
    urls = {name: one.url for name, one in beside.items()}
    urls |= {name: dashboard.url + PATHS[name] for name in pages}
    for _ in range(times):
        for name, url in urls.items():
            for state, values in _open_twice(browser, name, url).items():
                for column, value in values.items():
                    found[name, state][column].append(value)
    phone = {name: _open_twice(browser, name, url, PHONE) for name, url in urls.items()}
    return [SAID.format(times=times), *_show(found, phone)]


def _open_twice(
    browser: Browser, name: str, url: str, size: tuple[int, int] = SCREEN
) -> dict[str, dict[str, float]]:
    """What a reader meets who has fetched nothing yet, and who opens the page again."""
    traffic = Traffic()
    watching = watch(SENTENCE if name == FLOOR else CHARTS)
    with visit(browser, watching, STRAIN, size=size) as (page, devtools):
        traffic.listen(page, devtools)
        return {state: _open(page, url, traffic) for state in ("cold", "warm")}


def _open(page: Page, url: str, traffic: Traffic) -> dict[str, float]:
    traffic.empty()
    page.goto(url, wait_until="commit")
    page.wait_for_function(FIRST_CHART, timeout=60_000)
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_timeout(AFTER)
    strain = page.evaluate("strain")
    requests, size = traffic.empty()
    values = (strain["blocked"], strain["shift"], requests, size, page.evaluate(ELEMENTS))
    return dict(zip(COLUMNS, (page.evaluate(FIRST_CHART), *values), strict=True))


def _show(
    found: Mapping[tuple[str, str], Found], phone: Mapping[str, dict[str, dict[str, float]]]
) -> list[str]:
    rows = []
    for (name, state), values in found.items():
        first, blocked, shift, *others = (median(values[column]) for column in COLUMNS)
        ratio = first / median(found[ALONE, state][COLUMNS[0]])
        moved = (f"{one:.3f}" for one in (shift, phone[name][state][COLUMNS[2]]))
        counts = (f"{one:,.0f}" for one in others)
        cells = (f"{first:,.0f}", f"{ratio:.2f}", f"{blocked:,.0f}", *moved, *counts)
        rows.append((f"{name}, {state}", *cells))
    head = ("page", COLUMNS[0], "of one chart alone", *COLUMNS[1:3], "at 390", *COLUMNS[3:])
    return table(head, rows)
