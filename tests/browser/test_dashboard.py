"""A reader, a curator and an analyst, each with a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import Watched
from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

CHART = ".js-plotly-plot .main-svg"
MARKS = """() => [...document.querySelectorAll('.js-plotly-plot')].map((chart) =>
  [...chart.querySelectorAll('.main-svg path')].map((mark) =>
    mark.getAttribute('d') + mark.getAttribute('transform')))"""
"""The shape and place of every mark, chart by chart."""
COUNT_DRAWN = """
  let plotly;
  window.drawn = 0;
  const count = (react) => (...given) => { window.drawn += 1; return react(...given); };
  Object.defineProperty(window, "Plotly", {
    get: () => plotly,
    set: (found) => { plotly = { ...found, react: count(found.react) }; },
  });
"""
"""Counts how often the page asks plotly to draw."""
SOON = """
  const patience = AbortSignal.timeout;
  AbortSignal.timeout = (time) => patience.call(AbortSignal, time / 10);
"""
"""A page that gives a question up after a second, as it asks the next ten times as soon."""


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Nobody has visited it when the first test does; the others change its figures.yaml."""
    server = Server(tmp_path_factory.mktemp("own"))
    yield server
    server.stop()


def test_the_first_visitor_of_a_fresh_server_gets_the_page_menu_and_filters_of_a_deep_link(
    own_server: Server, page: Page
) -> None:
    open_page(page, own_server, "/by-source?claimant=idite-lesom&measure=help_requests")
    expect(page.locator("h1")).to_have_text("By source")
    expect(page.get_by_role("link", name="Over time")).to_be_visible()
    expect(page.get_by_text("12 of 543 figures")).to_be_visible()
    expect(page.get_by_test_id("stSidebar").get_by_text("Idite Lesom")).to_be_visible()


@pytest.mark.long
def test_a_filter_changes_the_rows_and_the_address_and_stays_on_the_next_page(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/over-time")
    page.get_by_label("Claimant", exact=True).fill("Idite")
    page.get_by_role("option", name="Idite Lesom").click()
    page.keyboard.press("Escape")
    expect(
        page.get_by_text("12 of 543 figures: Asked an aid group for help to leave, Idite Lesom")
    ).to_be_visible()
    page.wait_for_url("**/over-time?claimant=idite-lesom")
    expect(page.locator(CHART).first).to_be_visible()
    page.get_by_role("link", name="By unit").click()
    expect(page.locator("h1")).to_have_text("By unit")
    expect(
        page.get_by_text("12 of 543 figures: Asked an aid group for help to leave, Idite Lesom")
    ).to_be_visible()
    page.wait_for_url("**/by-unit?claimant=idite-lesom")


@pytest.mark.long
@pytest.mark.parametrize("path", ["/over-time", "/by-unit"])
def test_a_filter_redraws_the_charts_in_their_place_as_its_address_draws_them(
    page: Page, server: Server, path: str
) -> None:
    open_page(page, server, f"{path}?measure=help_requests")
    everything = page.evaluate(MARKS)
    page.evaluate("document.querySelector('.js-plotly-plot').dataset.seen = 'before'")
    page.get_by_test_id("stSidebar").get_by_text("More", exact=True).click()
    page.get_by_label("From", exact=True).fill("2024-01")
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2024-01*")
    settle(page)
    filtered = page.evaluate(MARKS)
    expect(page.locator(".js-plotly-plot").first).to_have_attribute("data-seen", "before")
    page.reload()
    settle(page)
    assert filtered == page.evaluate(MARKS)
    assert filtered != everything


@pytest.mark.long
def test_a_chart_follows_the_width_of_the_page(page: Page, server: Server) -> None:
    open_page(page, server, "/over-time?measure=help_requests")
    chart = page.locator(CHART).first
    wide = chart.evaluate("one => one.clientWidth")
    page.set_viewport_size({"width": 390, "height": 800})
    settle(page)
    assert chart.evaluate("one => one.clientWidth") < min(wide, 390)


@pytest.mark.long
def test_each_chart_is_drawn_once_when_a_page_opens(page: Page, server: Server) -> None:
    other = page.context.new_page()
    other.add_init_script(COUNT_DRAWN)
    open_page(other, server, "/over-time?measure=help_requests")
    assert other.evaluate("drawn") == other.locator(".js-plotly-plot").count() > 0
    other.close()


@pytest.mark.long
def test_without_the_script_that_draws_the_words_of_the_chart_stand_in_its_place(
    page: Page, server: Server, watched: Watched
) -> None:
    other = page.context.new_page()
    other.route("**/assets/plotly-*", lambda route: route.abort())
    other.goto(f"{server.url}/over-time?measure=help_requests")
    said = other.get_by_role("figure").first
    expect(said).to_contain_text("The chart could not be drawn. Reload the page to try again.")
    expect(said).to_contain_text("Requests rose from 28 in January 2023 to 284")
    other.close()
    assert all("ERR_FAILED" in message for message in watched.console)
    watched.console.clear()


def test_the_link_downloads_the_same_bytes_as_the_address(
    page: Page, server: Server, tmp_path: Path
) -> None:
    open_page(page, server, "/all-figures?claimant=hur")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").first.click()
    download.value.save_as(tmp_path / "figures.csv")
    route = server.get("/data/figures.csv?claimant=hur")
    assert (tmp_path / "figures.csv").read_bytes() == route
    assert route.count(b"hur-southern-military-district-2024-04") >= 1


def test_the_safest_wording_is_copied_with_a_button(page: Page, server: Server) -> None:
    open_page(page, server, "/figure?id=hur-southern-military-district-2024-04")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wording = page.locator(".copy").first
    wording.get_by_role("button", name="Copy").click()
    expect(wording.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == wording.locator("pre").inner_text()
    assert copied.startswith("More than 18,000 people")
    page.context.clear_permissions()


def test_a_saved_edit_shows_in_an_open_page_without_a_restart(
    own_server: Server, page: Page
) -> None:
    open_page(page, own_server, "/figure?id=idite-lesom-2024-01")
    expect(page.get_by_text(re.compile("reported 284 requests")).first).to_be_visible()
    text = own_server.data.read_text(encoding="utf-8")
    own_server.data.write_text(text.replace("count: 284\n", "count: 285\n"), encoding="utf-8")
    expect(page.get_by_text(re.compile("reported 285 requests")).first).to_be_visible()


@pytest.mark.long
def test_a_page_that_turns_dark_has_its_charts_drawn_anew_and_an_unchanged_page_is_left_alone(
    page: Page, server: Server
) -> None:
    open_page(page, server, "/over-time")
    words = page.locator(".js-plotly-plot .xtick text").first
    colour = "(element) => getComputedStyle(element).fill"
    light = words.evaluate(colour)
    runs: list[str] = []
    page.on("websocket", lambda socket: runs.append(socket.url))
    with page.expect_response(re.compile("/data/state$")):
        pass  # one look at least that finds nothing new
    assert words.evaluate(colour) == light
    page.emulate_media(color_scheme="dark")
    try:
        page.wait_for_function(
            "(light) => getComputedStyle(document.querySelector('.js-plotly-plot .xtick text'))"
            ".fill !== light",
            arg=light,
        )
    finally:
        page.emulate_media(color_scheme="light")
    assert not runs  # within the session that there was


@pytest.mark.long
def test_what_a_proxy_says_in_place_of_the_server_does_not_run_a_page_again(
    page: Page, server: Server
) -> None:
    told: list[str | bytes] = []
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(status=200, body=f"<p>Sign in to this network: {len(asked)}</p>")

    page.on("websocket", lambda socket: socket.on("framesent", lambda said: told.append(said)))
    page.route("**/data/state", answer)
    open_page(page, server, "/about")
    asked.clear()
    told.clear()
    page.wait_for_event("request", lambda _: len(asked) == 3)
    page.unroute("**/data/state")
    assert told == []


@pytest.mark.long
def test_a_server_that_does_not_answer_is_not_asked_the_more(page: Page, server: Server) -> None:
    other = page.context.new_page()
    other.add_init_script(SOON)
    asked: list[Request] = []
    other.route("**/data/state", lambda route: asked.append(route.request))
    other.goto(f"{server.url}/about")
    other.wait_for_event("requestfailed", lambda request: request in asked)
    assert len(asked) == 1
    other.wait_for_event("request", lambda request: request.url == asked[0].url)
    other.close()


@pytest.mark.long
def test_a_broken_file_keeps_the_last_good_data_on_screen_with_its_problems(
    own_server: Server, page: Page
) -> None:
    open_page(page, own_server, "/all-figures?claimant=hur")
    good = own_server.data.read_text(encoding="utf-8")
    line = good[: good.index("count: 18000")].count("\n") + 1
    own_server.data.write_text(good.replace("count: 18000", 'count: "18,000"'), encoding="utf-8")
    problem = (
        f"figures.yaml:{line}:12: error: hur-southern-military-district-2024-04: count: "
        'expected a whole number, found "18,000"; write 18000'
    )
    expect(page.get_by_text(problem)).to_be_visible()
    expect(page.get_by_text(re.compile("of 543 figures"))).to_be_visible()
    own_server.data.write_text(good, encoding="utf-8")
    expect(page.get_by_text(problem)).to_be_hidden()


INKS = """() => {
  const made = document.createElement("i");
  document.body.append(made);
  const found = ["--russia", "--ukraine"].map((ink) => {
    made.style.color = `var(${ink})`;
    return getComputedStyle(made).color;
  });
  made.remove();
  return found;
}"""


def test_a_chosen_force_has_its_own_ink_in_the_filters(page: Page, server: Server) -> None:
    open_page(page, server, "/all-figures?force=russia&force=ukraine")
    inks = page.evaluate(INKS)
    assert len(set(inks)) == 2
    chosen = page.locator(".st-key-force").get_by_role("button", pressed=True)
    expect(chosen).to_have_text(["Russian forces", "Ukrainian forces"])
    for chip, ink in zip(chosen.all(), inks, strict=True):
        expect(chip).to_have_css("border-top-color", ink)
