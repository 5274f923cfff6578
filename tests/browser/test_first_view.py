"""What waits for its turn: a part for those above it, a chart far below for a reader who comes near
it or prints. That nothing moves meanwhile, test_every_page.py holds."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import UNSEEN, open_page, settle

pytestmark = pytest.mark.browser

DRAWN = "[role=figure]:has(.main-svg)"


@pytest.mark.long
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


@pytest.mark.long
def test_on_paper_every_chart_is_drawn(page: Page, server: Server) -> None:
    open_page(page, server, "/over-time?everything=true")
    charts = page.locator("[role=figure]").count()
    assert page.locator(DRAWN).count() < charts
    page.wait_for_function("window.Plotly")
    page.pdf()
    expect(page.locator(DRAWN)).to_have_count(charts)
