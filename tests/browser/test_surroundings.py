"""What surrounds every page: its address, Back, the drawer, marks by key."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

SERIES = "/over-time?measure=help_requests&claimant=idite-lesom"


@pytest.mark.long
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


FIRST_FIGURE = ".figures tbody a[href^='figure?'], .ladder strong a"
MARK = ".js-plotly-plot .bars .point path"


@pytest.mark.parametrize("way", [pytest.param(FIRST_FIGURE, marks=pytest.mark.long), MARK])
def test_a_figure_is_one_step_from_filtered_charts_and_the_menu_keeps_the_filters(
    newcomer: Page, server: Server, way: str
) -> None:
    open_page(newcomer, server, "/over-time?claimant=idite-lesom&from=2023")
    before = newcomer.evaluate("history.length")
    newcomer.locator(way).first.scroll_into_view_if_needed()
    place = newcomer.locator(way).first.bounding_box()
    assert place is not None
    newcomer.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    newcomer.wait_for_url("**/figure?id=idite-lesom-*")
    settle(newcomer)
    newcomer.get_by_role("link", name="By unit").click()
    newcomer.wait_for_url("**/by-unit?claimant=idite-lesom&from=2023")
    settle(newcomer)
    assert newcomer.evaluate("history.length") == before + 2
    newcomer.go_back()
    newcomer.wait_for_url("**/figure?id=idite-lesom-*")
    newcomer.go_back()
    settle(newcomer)  # and does not open the figure again
    expect(newcomer.locator("h1")).to_have_text("Over time")
    assert newcomer.url == f"{server.url}/over-time?claimant=idite-lesom&from=2023"


@pytest.mark.long
def test_from_figure_to_figure_and_from_the_overview_to_check_is_one_step(
    newcomer: Page, server: Server
) -> None:
    open_page(newcomer, server, "/")
    before = newcomer.evaluate("history.length")
    newcomer.get_by_label("Look up a number").fill("18,000")
    newcomer.keyboard.press("Enter")
    newcomer.wait_for_url("**/check?q=18%2C000")
    newcomer.locator("a[href*='hur-southern']").first.click()
    newcomer.wait_for_url("**/figure?id=hur-southern*")
    newcomer.locator("a[href*='hur-58-combined']").first.click()
    expect(newcomer.locator("h1")).to_have_text("About 2,500 people")
    assert newcomer.url.endswith("/figure?id=hur-58-combined-arms-army-2024-04")
    settle(newcomer)
    assert newcomer.evaluate("history.length") == before + 3
    for heading in ("More than 18,000 people", "Check", "Reported desertion"):
        newcomer.go_back()
        expect(newcomer.locator("h1")).to_contain_text(heading)


@pytest.mark.long
def test_more_filters_stay_open_and_say_what_is_chosen_in_them(page: Page, server: Server) -> None:
    open_page(page, server, "/all-figures")
    page.get_by_test_id("stSidebar").get_by_text("More", exact=True).click()
    start = page.get_by_label("From", exact=True)
    start.fill("2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2024")
    settle(page)
    expect(start).to_be_visible()
    status = page.get_by_label("Status of the claim", exact=True)
    status.click()
    status.fill("Doubt")
    page.get_by_role("option", name="Doubtful").click()
    page.wait_for_url("**status=doubtful**")
    settle(page)
    expect(start).to_be_visible()
    expect(page.get_by_text("Chosen under More: From, Status of the claim")).to_be_visible()


@pytest.mark.long
def test_escape_in_a_select_keeps_what_was_chosen(page: Page, server: Server) -> None:
    open_page(page, server, SERIES)
    for name in ("What is counted", "Claimant", "Question", "Order of rows"):
        field = page.get_by_role("combobox", name=name, exact=True)
        for typed in ("", "zz"):
            field.focus()
            page.keyboard.type(typed)
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")
    settle(page)
    assert page.url == server.url + SERIES
    expect(page.get_by_text("12 of 543 figures")).to_be_visible()
    expect(page.get_by_role("combobox", name="Order of rows")).to_have_value("Newest first")


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
@pytest.mark.long
def test_an_address_leads_where_its_reader_meant_and_the_tab_says_so(
    page: Page, server: Server, path: str, heading: str, title: str
) -> None:
    open_page(page, server, path)
    expect(page).to_have_title(title)
    expect(page.locator("h1")).to_contain_text(heading)


def test_an_address_of_several_parts_is_named_with_the_nearest_page(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/data-quality/by-month/x")
    expect(page).to_have_title("Page not found – Desertion statistics")
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page.get_by_text("There is no page /data-quality/by-month/x here.")).to_be_visible()
    page.get_by_role("link", name="Did you mean Data quality?").click()
    page.wait_for_url("**/data-quality*")
    expect(page.locator("h1")).to_have_text("Data quality")


@pytest.mark.long
def test_a_drag_over_a_mark_is_no_click_and_keys_go_through_the_marks(
    page: Page, server: Server
) -> None:
    open_page(page, server, SERIES)
    bar = page.locator(MARK).nth(1)
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
    page.mouse.move(0, 0)
    expect(page.locator(".hoverlayer .hovertext")).to_have_count(0)
    marks = page.get_by_role("listbox", name=re.compile("Marks of this chart")).first
    marks.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".hoverlayer .hovertext").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/figure?id=idite-lesom-*")


@pytest.mark.long
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


@pytest.mark.long
def test_a_question_is_chosen_in_one_field_stands_in_the_address_and_is_one_step(
    newcomer: Page, server: Server
) -> None:
    open_page(newcomer, server, "/over-time?everything=true&claimant=idite-lesom")
    before = newcomer.evaluate("history.length")
    newcomer.get_by_role("combobox", name="Question").fill("aid group")
    newcomer.get_by_role("option", name="Asked an aid group for help to leave (12)").click()
    settle(newcomer)
    assert newcomer.url.endswith("?claimant=idite-lesom&measure=help_requests")
    expect(
        newcomer.get_by_text("12 of 543 figures: Asked an aid group for help to leave")
    ).to_be_visible()
    newcomer.get_by_role("button", name="Everything at once").click()
    settle(newcomer)
    assert newcomer.url.endswith("?claimant=idite-lesom&everything=true")
    assert newcomer.evaluate("history.length") == before + 2
