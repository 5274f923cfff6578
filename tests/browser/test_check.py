"""A reader with an article in hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

TEXT = (
    "Zyxwv Post writes: as many as 18,000 troops fled the Southern Military District by 29 April "
    "2024, according to HUR; <img src=x onerror=alert()> and 284 asked Get Lost in January 2024."
)


def test_a_pasted_text_is_answered_and_stands_in_no_address_log_or_file(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/check?q=18k")
    page.get_by_role("textbox").fill(TEXT)
    page.get_by_role("button", name="Check", exact=True).click()
    settle(page)
    expect(page.get_by_text("2 numbers: 2 known claims, 2 of them changed.")).to_be_visible()
    expect(page.get_by_text("<img src=x onerror=alert()>").first).to_be_visible()
    assert page.url == f"{server.url}/check"
    kept = [path for path in server.log.parent.rglob("*") if b"Zyxwv" in path.read_bytes()]
    assert kept == []


@pytest.mark.long
def test_the_way_back_leads_to_the_question_before(page: Page, server: Server) -> None:
    open_page(page, server, "/check?q=18k")
    page.get_by_role("textbox").fill("684 verdicts mediazona")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/check?q=684*")
    page.go_back()
    expect(page.get_by_text("18,000: 2 claims.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("18k")
