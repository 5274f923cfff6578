"""Pages are short when they are opened bare, on the real data, in a window and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

LOOKS = (
    "Claims+by+claimant",
    "Who+repeats+whom",
    "Other+answers",
    "Changed+on+the+way",
    "Printed+when",
)
MOST = {
    "/": (2_400, 4_600),
    "/over-time": (3_500, 4_200),
    "/by-unit": (3_500, 4_200),
    **dict.fromkeys((f"/by-source?look={look}" for look in LOOKS), (3_500, 4_200)),
    "/all-figures": (2_400, 2_400),
}
"""Page -> its height in pixels at most, in a window of 1280 pixels and on a phone of 390."""
FIGURES = (
    "idite-lesom-2024-01",
    "hur-southern-military-district-2024-04",
    "mediazona-awol-verdicts-2024-03",
    "boyko-evasion-2025-jan-aug",
)
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


@pytest.mark.parametrize("path", list(MOST))
def test_a_page_of_the_whole_ledger_is_no_longer_than_promised(
    page: Page, server: Server, path: str
) -> None:
    open_page(page, server, path)
    in_a_window, on_a_phone = MOST[path]
    assert page.evaluate(HEIGHT) <= in_a_window
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    assert page.evaluate(HEIGHT) <= on_a_phone


@pytest.mark.parametrize("id", FIGURES)
def test_the_page_of_a_figure_is_short_and_says_how_to_cite_it_at_once(
    page: Page, server: Server, id: str
) -> None:
    open_page(page, server, f"/figure?id={id}")
    assert page.evaluate(HEIGHT) <= 3_500
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    place = page.get_by_role("button", name="Cite", exact=True).bounding_box()
    assert place is not None
    assert place["y"] <= 2 * 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
