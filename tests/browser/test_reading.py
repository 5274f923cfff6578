"""Reading without a mouse, on paper, without motion, and inside another page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

PATH = "/over-time?claimant=idite-lesom&measure=help_requests"
FOCUSED = """() => {
  const one = document.activeElement;
  const inside = (place) => one.closest(place) !== null;
  const name = one.getAttribute('aria-label') || one.innerText || '';
  if (inside('[role=figure]')) return 'chart';
  return inside('table') ? 'table' : name.trim();
}"""


def test_the_keyboard_reaches_filters_switches_share_table_and_download_in_this_order(
    page: Page, server: Server
) -> None:
    open_page(page, server, PATH)
    page.get_by_role("button", name="Clear all filters").focus()
    reached = []
    for _ in range(100):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if reached[-1] == "Download CSV":
            break
    stops = ["Settings", "Share or cite", "How to read this", "table"]
    places = [next(n for n, name in enumerate(reached) if stop in name) for stop in stops]
    assert places == sorted(places)
    assert reached[-1] == "Download CSV"
    page.keyboard.press("Shift+Tab")
    with page.expect_download():
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")


@pytest.mark.long
def test_the_way_to_read_a_chart_opens_by_key_with_an_example(page: Page, server: Server) -> None:
    open_page(page, server, PATH)
    page.get_by_role("button", name="How to read this").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("An example with invented numbers")).to_be_visible()
    expect(page.get_by_test_id("stPopoverBody").locator(".main-svg").first).to_be_visible()


@pytest.mark.long
def test_paper_has_title_chart_caption_and_citations_and_no_controls(
    page: Page, server: Server
) -> None:
    open_page(page, server, PATH)
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    expect(page.get_by_text("reported, not verified").first).to_be_visible()
    expect(page.locator(".figures tbody tr")).to_have_count(12)
    box, table = (
        page.locator(".figures").bounding_box(),
        page.locator(".figures table").bounding_box(),
    )
    assert box is not None
    assert table is not None
    assert box["height"] >= table["height"]
    for control in ("stSidebar", "stHeader", "stSelectbox", "stPopover"):
        for one in page.get_by_test_id(control).all():
            expect(one).to_be_hidden()
    expect(page.locator(".downloads")).to_be_hidden()


@pytest.mark.long
def test_a_chart_drawn_in_a_wide_window_fits_on_the_paper(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 900})
    open_page(page, server, PATH)
    drawn = page.locator(".js-plotly-plot .main-svg").first.evaluate("one => one.clientWidth")
    sheet = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ", page.pdf(prefer_css_page_size=True))
    assert sheet
    points = drawn * 0.75
    assert 600 < points <= float(sheet[1]) - 2 * 30


@pytest.mark.long
def test_nothing_moves_for_a_reader_who_does_not_want_it(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, server, PATH)
    button = page.get_by_role("button", name="Share or cite").first
    assert button.evaluate("one => parseFloat(getComputedStyle(one).transitionDuration)") == 0
    page.get_by_role("button", name="How to read this").first.click()
    expect(page.get_by_role("dialog", name="How to read this")).to_be_attached()


def test_an_embedded_chart_stands_alone_and_leads_to_its_page(page: Page, server: Server) -> None:
    page.goto(f"{server.url}{PATH}&chart=time-during&embed=true")
    settle(page)
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    expect(page.get_by_text("reported, not verified")).to_be_visible()
    for absent in ("stSidebar", "stSelectbox", "stCheckbox", "stPopover"):
        expect(page.get_by_test_id(absent)).to_have_count(0)
    expect(page.locator("h1, h2, table, .downloads")).to_have_count(0)
    link = page.get_by_role("link", name="Source, table and articles")
    assert (link.get_attribute("href") or "").endswith(PATH)
