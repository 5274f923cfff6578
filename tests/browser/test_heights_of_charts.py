"""The pages of charts are short when they are opened bare, and one click asks another question."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser
MOST_PIXELS = 3_500
LOOKS = (
    "Claims+by+claimant",
    "Who+repeats+whom",
    "Other+answers",
    "Changed+on+the+way",
    "Printed+when",
)
BARE = ("/over-time", "/by-unit", *(f"/by-source?look={look}" for look in LOOKS))


@pytest.mark.parametrize("path", BARE)
def test_a_page_of_charts_is_short(page: Page, server: Server, path: str) -> None:
    open_page(page, server, path)
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    assert height <= MOST_PIXELS


def test_a_question_is_chosen_in_one_field_and_stands_in_the_address(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/over-time")
    page.get_by_role("combobox", name="Question").fill("aid group")
    page.get_by_role("option", name="Asked an aid group for help to leave (12)").click()
    settle(page)
    assert page.url.endswith("?measure=help_requests")
    expect(
        page.get_by_text("12 of 543 figures: Asked an aid group for help to leave")
    ).to_be_visible()
    page.get_by_role("button", name="Everything at once").click()
    settle(page)
    assert page.url.endswith("?everything=true")
