"""The dashboard's real pages in a real Chromium: when the first chart is there, and what it costs.

Beside each stands the one-chart page of the same run, so that a ratio says how much a page adds,
whatever the machine does meanwhile.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from statistics import median

from playwright.sync_api import Browser, Page

from bench.chromium import PHONE, SCREEN, visit
from bench.results import table

Found = dict[str, list[float]]
"""What was measured -> its values, one a repetition."""
CHARTS = """() => document.querySelectorAll(".js-plotly-plot .trace, .ladder td").length"""
"""The overview opens on its ladder; its charts are below the screen."""
SENTENCE = """() => document.querySelectorAll(".stMarkdown p").length"""
FIRST_CHART = "() => window.marks.find(([, n]) => n > 0)?.[0]"
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
HEAD = (
    *("page", "first chart, ms", "of one chart alone", "blocked, ms", "layout shift", "at 390"),
    *("requests", "kB", "elements"),
)
SAID = (
    "The real pages with the real file, at 1280 × 800; the overview until its ladder is there, "
    "Streamlit alone until its sentence is. "
    "Until 1.5 s after the page's script has run: blocked is the sum of the browser's tasks above "
    "50 ms, layout shift what the browser reports, at 390 × 800 too, measured once. Cold: nothing "
    "fetched yet; warm: the same page again. Medians of {times}, in turn."
)


def measure_pages(urls: Mapping[str, str], browser: Browser, times: int) -> list[str]:
    """Each page in turn, so often, cold and then warm; as lines."""
    found: dict[tuple[str, str], Found] = defaultdict(lambda: defaultdict(list))
    for number in range(times + 1):
        for name, url in urls.items():
            dots, size = SENTENCE if name == FLOOR else CHARTS, SCREEN if number else PHONE
            with visit(browser, dots, size) as (page, traffic):
                for state in ("cold", "warm"):
                    for column, value in _open(page, url, traffic).items():
                        found[name, state][column].append(value)
    return [SAID.format(times=times), *table(HEAD, list(_list_rows(found)))]


def _open(page: Page, url: str, traffic: Counter[str]) -> dict[str, float]:
    traffic.clear()
    page.goto(url, wait_until="commit")
    page.wait_for_function(FIRST_CHART, timeout=60_000)
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_timeout(AFTER)
    return {
        "first chart": page.evaluate(FIRST_CHART),
        **page.evaluate("strain"),
        "requests": traffic["requests"],
        "kB": traffic["bytes"] / 1000,
        "elements": page.evaluate("document.querySelectorAll('*').length"),
    }


def _list_rows(found: Mapping[tuple[str, str], Found]) -> Iterator[tuple[str, ...]]:
    """Medians; the first time of each was on a phone and counts for what moves there alone."""
    for (name, state), values in found.items():
        middle = {column: median(each[1:]) for column, each in values.items()}
        ratio = middle["first chart"] / median(found[ALONE, state]["first chart"][1:])
        yield (
            f"{name}, {state}",
            f"{middle['first chart']:,.0f}",
            f"{ratio:.2f}",
            f"{middle['blocked']:,.0f}",
            f"{middle['shift']:.3f}",
            f"{values['shift'][0]:.3f}",
            *(f"{middle[column]:,.0f}" for column in ("requests", "kB", "elements")),
        )
