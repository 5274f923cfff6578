"""A first view: nothing moves that a reader sees already, nothing is asked for late, and a chart
far below waits until a reader comes near it or prints."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from pages.menu import PAGES
from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

FIGURE = "figure?id=hur-southern-military-district-2024-04"
SHORT = ("", "by-unit")
"""The pages that the short tests look at too."""
SHIFT = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries())).observe(
    { type: "layout-shift", buffered: true });
  setTimeout(() => done([]), 500);
}).then((found) => found.filter((one) => !one.hadRecentInput)
  .reduce((sum, one) => sum + one.value, 0))"""
"""How far what was shown has moved, as browsers count it; below 0.1 is good."""
LATE = """() => performance.getEntriesByType("resource")
  .filter((one) => one.initiatorType == "script" && one.name.includes("/static/js/"))
  .map((one) => one.name.split("/").pop()).slice(1)"""
"""Scripts that a script asked for; the first is the one that the HTML starts."""
DRAWN = "[role=figure]:has(.main-svg)"
UNSEEN = """() => [...document.querySelectorAll("[data-testid=stMain] .stElementContainer")]
  .filter((one) => getComputedStyle(one).opacity == 0).map((one) => one.textContent)"""
"""What is kept out of sight until the parts above it have come."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=() if path in SHORT else pytest.mark.long)
        for path in (*(one.address for one in PAGES), FIGURE)
    ],
)
def test_nothing_moves_that_is_shown_already_and_nothing_is_asked_for_late(
    page: Page, server: Server, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, server, f"/{path}")
    assert page.evaluate(SHIFT) < 0.1
    assert page.evaluate(LATE) == []
    assert page.evaluate(UNSEEN) == []


def test_what_waited_for_a_part_above_it_is_seen_when_that_has_come(
    page: Page, server: Server
) -> None:
    for text in ("284", "18k", "284"):
        open_page(page, server, f"/check?q={text}")
        assert page.evaluate(UNSEEN) == []


def test_a_chart_far_below_has_its_room_and_its_words_and_is_drawn_when_a_reader_comes_near(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/over-time?everything=true")
    charts = page.locator("[role=figure]")
    first, last = charts.first, charts.last
    expect(first.locator(".main-svg").first).to_be_attached()
    expect(last.locator(".main-svg")).to_have_count(0)
    expect(last).to_have_text(last.get_attribute("aria-label") or "no words")
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    last.scroll_into_view_if_needed()
    expect(last.locator(".main-svg").first).to_be_attached()
    settle(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") == height


def test_on_paper_every_chart_is_drawn(page: Page, server: Server) -> None:
    open_page(page, server, "/over-time?everything=true")
    charts = page.locator("[role=figure]").count()
    assert page.locator(DRAWN).count() < charts
    page.wait_for_function("window.Plotly")
    page.pdf()
    expect(page.locator(DRAWN)).to_have_count(charts)
