"""Every page with the real data: it opens unmoved and short, and axe-core finds no fault.

axe runs with its rules of WCAG 2.2 A and AA and best practice. No rule is excused. What axe cannot
see and the platform does not give yet, each with the thread in which it is asked for:

* The marks of a chart cannot be reached by key: plotly/plotly.js#562. The table below has them all.
* A filter chosen in the main part of a dark page has white words on light blue:
  streamlit/streamlit#12801. In the sidebar a darker blue mends it.
* The page's language is always English, whatever a part of it is in: streamlit/streamlit#8399. The
  titles of articles carry their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from pages.menu import PAGES
from tests.browser.faults import find_faults
from tests.browser.server import Server
from tests.browser.settle import UNSEEN, open_page, settle, turn

pytestmark = pytest.mark.browser

FIGURES = tuple(
    f"/figure?id={id}"
    for id in (
        "hur-southern-military-district-2024-04",
        "idite-lesom-2024-01",
        "mediazona-awol-verdicts-2024-03",
        "boyko-evasion-2025-jan-aug",
    )
)
LOOKS = tuple(
    f"/by-source?look={look}"
    for look in ("Who+repeats+whom", "Other+answers", "Changed+on+the+way", "Printed+when")
)
EMBEDDED = "/over-time?measure=verdicts&chart=time-during&embed=true"
PARTS = (*LOOKS, "/data-quality?tab=Checks", "/check?q=18000", EMBEDDED)
"""The other looks of pages of the menu, all with the whole ledger but the one for another site."""
OPENED = (*(f"/{one.address}" for one in PAGES), FIGURES[0])
"""Every page; the others are opened in a window only, and made as narrow as a phone there."""
SHORT = FIGURES[:1]
"""What the short tests look at."""
MOST = {
    "/": (2_400, 4_600),
    "/over-time": (3_500, 4_200),
    "/by-unit": (3_500, 4_200),
    **dict.fromkeys(("/by-source", *LOOKS), (3_500, 4_200)),
    "/all-figures": (2_400, 2_400),
}
"""Page -> its height in pixels at most, in a window of 1280 pixels and on a phone of 390."""
MOST_OF_A_FIGURE = 3_500
"""The same of a figure in a window; on a phone it is how to cite it that stands near the top."""
WITH_CHARTS = ("/over-time", "/by-unit", "/by-source", "/data-quality")
"""That open on one; the overview opens on its ladder."""
FIRST_CHART_SHOWN = """() => {
  const first = document.querySelector('.js-plotly-plot .main-svg').getBoundingClientRect();
  return Math.min(first.bottom, innerHeight) - Math.max(first.top, 0);
}"""
"""How many pixels of its height are on the screen before anybody scrolls."""
WIDER_THAN_ITS_WINDOW = (
    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
)
PHONE: ViewportSize = {"width": 390, "height": 844}
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
SHIFT = """() => {
  const moves = new PerformanceObserver(() => {});
  moves.observe({ type: "layout-shift", buffered: true });
  return moves.takeRecords().filter((one) => !one.hadRecentInput)
    .reduce((sum, one) => sum + one.value, 0);
}"""
"""How far what was shown has moved, as browsers count it; below 0.1 is good."""
LATE = """async () => {
  const named = await (await fetch(location)).text();
  return performance.getEntriesByType("resource")
    .filter((one) => one.name.includes("/static/js/"))
    .map((one) => one.name.split("/").pop()).filter((one) => !named.includes(one));
}"""
"""Scripts that the page's HTML does not name."""


def spread(paths: Iterable[str]) -> list[Any]:
    return [pytest.param(one, marks=() if one in SHORT else pytest.mark.long) for one in paths]


@pytest.mark.parametrize("path", spread([*OPENED, *FIGURES[1:], *PARTS]))
def test_a_page_opens_unmoved_short_and_without_fault_in_light_and_in_the_dark(
    page: Page, server: Server, path: str
) -> None:
    open_page(page, server, path)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    check_first_view(page, path)
    if path in WITH_CHARTS:
        assert page.evaluate(FIRST_CHART_SHOWN) >= 100
    if path in MOST or path in FIGURES:
        assert page.evaluate(HEIGHT) <= MOST.get(path, (MOST_OF_A_FIGURE,))[0]
    if path not in FIGURES[1:]:  # more of the same for axe
        check_names_of_buttons(page)
        assert find_faults(page) == []
        turn(page, "dark")
        assert find_faults(page, ["color-contrast"]) == []
    if path not in OPENED:
        page.set_viewport_size(PHONE)
        settle(page)
        check_on_a_phone(page, path)


@pytest.mark.parametrize("path", spread(OPENED))
def test_a_page_opens_unmoved_and_short_on_a_phone(page: Page, server: Server, path: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, server, path)
    check_first_view(page, path)
    check_on_a_phone(page, path)


def check_on_a_phone(page: Page, path: str) -> None:
    """No longer than promised, and no wider than the phone."""
    assert not page.evaluate(WIDER_THAN_ITS_WINDOW)
    if path in MOST:
        assert page.evaluate(HEIGHT) <= MOST[path][1]
    if path in FIGURES:
        place = page.get_by_role("button", name="Cite", exact=True).bounding_box()
        assert place is not None
        assert place["y"] <= 2 * PHONE["height"]


def check_first_view(page: Page, path: str) -> None:
    """Nothing moves that is shown already, nothing is asked for late, kept unseen or cut off."""
    assert page.evaluate(SHIFT) < 0.1
    assert path in PARTS or page.evaluate(LATE) == []
    assert page.evaluate(UNSEEN) == []
    assert not page.evaluate(WIDER_THAN_ITS_WINDOW)


def check_names_of_buttons(page: Page) -> None:
    """No two that do something else have the same name."""
    helps = page.get_by_test_id("stTooltipHoverTarget").get_by_role("button")
    names = [one.get_attribute("aria-label") or one.inner_text() for one in helps.all()]
    assert all(names)
    assert len(set(names)) == len(names)
