"""What surrounds every page: its address, Back, the drawer, a translator, marks by key."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

SERIES = "/over-time?measure=help_requests&claimant=idite-lesom"
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const text of found.filter((one) => one.nodeValue.trim() && !one.parentElement.closest(
      'svg, script, style, textarea, noscript, [translate=no]'))) {
    const font = document.createElement('font');
    font.textContent = 'Ж' + text.nodeValue;
    text.replaceWith(font);
  }
}"""


def test_one_choice_is_one_step_back_and_so_is_a_page_with_its_filters(
    newcomer: Page, server: Server
) -> None:
    open_page(newcomer, server, SERIES)
    before = newcomer.evaluate("history.length")
    newcomer.get_by_role("link", name="By unit").click()
    newcomer.wait_for_url("**/by-unit?measure=help_requests&claimant=idite-lesom")
    settle(newcomer)
    newcomer.get_by_role("button", name="Clear all filters").click()
    newcomer.wait_for_url("**/by-unit")
    settle(newcomer)
    assert newcomer.evaluate("history.length") == before + 2
    newcomer.go_back()
    expect(newcomer.get_by_text("12 of 543 figures")).to_be_visible()
    newcomer.go_back()
    expect(newcomer.locator("h1")).to_have_text("Over time")


@pytest.mark.parametrize(
    ("path", "heading", "title"),
    [
        ("/checks", "Data quality", "Data quality – Desertion statistics"),
        ("/desk-check?number=18k", "", "Check – Desertion statistics"),
        (
            "/figures/idite-lesom-2024-01",
            "284 requests",
            "idite-lesom-2024-01 – Desertion statistics",
        ),
        ("/over-tim", "Page not found", "Page not found – Desertion statistics"),
    ],
)
def test_an_address_leads_where_its_reader_meant_and_the_tab_says_so(
    page: Page, server: Server, path: str, heading: str, title: str
) -> None:
    open_page(page, server, path)
    expect(page).to_have_title(title)
    expect(page.locator("h1")).to_contain_text(heading)


def test_a_translated_page_answers_to_filters_and_to_the_menu(page: Page, server: Server) -> None:
    open_page(page, server, "/data-quality?tab=Checks")
    page.evaluate(TRANSLATE)
    page.locator("[data-testid=stButtonGroup] button").filter(has_text="2024").click()
    page.wait_for_url("**from=2024&to=2024")
    expect(page.get_by_text(re.compile("of 543 figures: from 2024"))).to_be_visible()
    page.evaluate(TRANSLATE)
    page.get_by_role("link").filter(has_text="By unit").first.click()
    expect(page.locator("h1")).to_have_text("By unit")


def test_the_marks_of_a_chart_are_a_list_that_keys_go_through(page: Page, server: Server) -> None:
    open_page(page, server, SERIES)
    marks = page.get_by_role("listbox", name=re.compile("Marks of this chart")).first
    marks.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".hoverlayer .hovertext").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/figure?id=idite-lesom-*")


def test_a_drag_over_a_mark_is_no_click(page: Page, server: Server) -> None:
    open_page(page, server, SERIES)
    bar = page.locator(".js-plotly-plot .bars .point path").nth(1)
    bar.scroll_into_view_if_needed()
    place = bar.bounding_box()
    assert place is not None
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=5)
    page.mouse.move(x + 20, y)
    page.mouse.up()
    settle(page)
    expect(page.locator("h1")).to_have_text("Over time")


def test_on_a_phone_the_drawer_has_a_name_and_closes_with_what_is_left(
    page: Page, server: Server
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_page(page, server, "/all-figures?claimant=hur")
    opener = page.get_by_test_id("stExpandSidebarButton")
    content = opener.evaluate("one => getComputedStyle(one, '::after').content")
    assert content == '"Menu and filters"'
    opener.click()
    page.get_by_role("button", name=re.compile(r"Show \d+ figures")).click()
    expect(opener).to_be_visible()
