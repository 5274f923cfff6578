"""Every page with the real data: no errors, within its window, and nothing wrong for axe-core.

axe runs with its rules of WCAG 2.2 A and AA and best practice. No rule is excused. What axe cannot
see and the platform does not give yet, each with the thread in which it is asked for:

* The marks of a chart cannot be reached by key: plotly/plotly.js#562. The table below has them all.
* A filter chosen in the main part of a dark page has white words on light blue:
  streamlit/streamlit#12801. In the sidebar a darker blue mends it.
* The page's language is always English, whatever a part of it is in: streamlit/streamlit#8399. The
  titles of articles carry their own.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import find_faults
from tests.browser.server import Server
from tests.browser.settle import open_page, settle, turn

pytestmark = pytest.mark.browser

FIGURE = "/figure?id=hur-southern-military-district-2024-04"
EMBEDDED = "/over-time?measure=verdicts&chart=time-during&embed=true"
RIVALS = "/by-source?look=Other+answers&measure=cases_in_court&from=2024"
CHANGED = "/by-source?look=Changed+on+the+way&claimant=hur"
PRINTED = "/by-source?look=Printed+when&claimant=hur"
WHOLE = (
    "/",
    "/over-time",
    "/by-unit",
    "/by-source",
    "/data-quality",
    "/all-figures",
    "/data-quality?tab=Checks",
)
"""With all there is to show."""
PARTS = (RIVALS, CHANGED, PRINTED, "/check?q=18000", "/about", EMBEDDED)
"""The other pages and looks."""
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


@pytest.mark.parametrize(
    "path", [FIGURE, *(pytest.param(path, marks=pytest.mark.long) for path in (*WHOLE, *PARTS))]
)
def test_a_page_has_no_fault_in_the_dark_in_light_and_fits_a_window_and_a_phone(
    page: Page, server: Server, path: str
) -> None:
    page.emulate_media(color_scheme="dark")
    open_page(page, server, path)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert find_faults(page, ["color-contrast"]) == []
    turn(page, "light")
    assert find_faults(page) == []
    if path in WITH_CHARTS:
        assert page.evaluate(FIRST_CHART_SHOWN) >= 100
    assert not page.evaluate(WIDER_THAN_ITS_WINDOW)
    turn_into_a_phone(page)
    assert not page.evaluate(WIDER_THAN_ITS_WINDOW)


def turn_into_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    settle(page)
