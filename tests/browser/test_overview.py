"""From the overview by words and by key, and on a page that the browser translates."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const kept = parent.closest('script, style, textarea, svg, [translate=no], .notranslate');
    if (walker.currentNode.nodeValue.trim() && !kept) found.push(walker.currentNode);
  }
  for (const text of found) {
    const outer = document.createElement('font'), inner = document.createElement('font');
    inner.textContent = 'Ж' + text.nodeValue;
    outer.appendChild(inner);
    text.replaceWith(outer);
  }
  return found.length;
}"""
"""What a browser's translator does to a page: every text in two elements of its own."""


def look_up(page: Page, text: str) -> None:
    page.get_by_label("Look up a number").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_contain_text("Reported desertion")
    settle(page)


@pytest.mark.long
def test_words_lead_to_the_figures_that_mention_them(page: Page, server: Server) -> None:
    open_page(page, server, "/")
    look_up(page, "Idite Lesom")
    expect(page.locator("a[href*='figure?id=idite-lesom']").first).to_be_visible()


@pytest.mark.long
def test_a_number_of_the_ladder_opens_by_key_and_the_way_back_is_one_step(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/")
    page.locator(".ladder strong a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/figure?id=*")
    settle(page)
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("Reported desertion")


@pytest.mark.parametrize("path", ["/", pytest.param("/all-figures", marks=pytest.mark.long)])
def test_a_page_that_the_browser_translated_answers_to_filters_and_to_the_menu(
    page: Page, server: Server, path: str
) -> None:
    open_page(page, server, path)
    years = page.locator("[data-testid=stButtonGroup] button")
    assert page.evaluate(TRANSLATE) > 100
    years.filter(has_text="2024").click()
    page.wait_for_url("**from=2024*")
    settle(page)
    assert page.evaluate(TRANSLATE) > 0
    years.filter(has_text="2023").click()
    page.wait_for_url("**from=2023*")
    settle(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("table, .claims").first).to_contain_text("2023")
    assert page.evaluate(TRANSLATE) > 0
    page.get_by_role("link").filter(has_text="By unit").first.click()
    expect(page.locator("h1")).to_have_text("By unit")
