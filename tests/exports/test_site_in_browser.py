"""The static site in a real Chromium: drawn, silent, at home, readable without scripts."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from charts.look.style import DARK, LIGHT
from loaders.selection import Filters, select
from tests.browser.faults import find_faults
from tests.exports.conftest import serve_files

pytestmark = [pytest.mark.browser, pytest.mark.long]

SAMPLE = [
    "index.html",
    "over-time.html",
    "over-time/help_requests-during.html",
    "over-time/cases_opened-as_of.html",
    "by-unit.html",
    "units/8-combined-arms-army.html",
    "by-source.html",
    "sources/hur.html",
    "figures/hur-southern-military-district-2024-04.html",
    "all-figures.html",
    "about.html",
    "codebook.html",
    "data.html",
]
MORE_ROWS = "tbody tr:nth-child(n + 41)"
"""Of the table of all figures: hundreds of rows of the same elements."""


@pytest.fixture(scope="module")
def address(site) -> Iterator[str]:
    """The site as it is without a Chromium where it was made: the script draws all charts."""
    with serve_files(site) as found:
        yield found


@pytest.fixture(scope="module")
def small_address(small_site) -> Iterator[str]:
    with serve_files(small_site) as found:
        yield found


def wait_for_charts(page: Page) -> int:
    """Wait until each chart of the page is drawn; how many there are."""
    expect(page.locator("[data-chart]:not(:has(.subplot))")).to_have_count(0)
    return page.locator("[data-chart]").count()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_pages_are_drawn_fit_the_screen_and_stay_at_home(browser, address, width, scheme):
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    said: list[str] = []
    asked: set[str | None] = set()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    charts = 0
    for path in SAMPLE:
        page.goto(address + path)
        charts += wait_for_charts(page)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, path
    assert charts >= 5
    assert said == []
    assert asked == {"127.0.0.1"}
    page.close()


def test_axe_finds_nothing_wrong_in_light_and_in_the_dark_that_charts_follow(browser, address):
    page = browser.new_page(bypass_csp=True)
    for path in ("index.html", "over-time.html", "all-figures.html", *SAMPLE[2:9:3]):
        page.emulate_media(color_scheme="light")
        page.goto(address + path)
        wait_for_charts(page)
        drawings = page.locator("[data-chart] .main-svg:first-child").all()
        for drawing in drawings:
            expect(drawing).to_have_css("background-color", _css(LIGHT.paper))
        assert find_faults(page, without=MORE_ROWS) == [], path
        page.emulate_media(color_scheme="dark")
        for drawing in drawings:
            expect(drawing).to_have_css("background-color", _css(DARK.paper))
        assert find_faults(page, ["color-contrast"], MORE_ROWS) == [], path
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_drawn_chart_is_there_before_any_script_and_comes_alive_in_its_place(
    browser, small_address, width, scheme
):
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(small_address + "over-time/left_unit-during.html")
    chart = page.locator("[data-chart]").first
    picture = chart.locator("img")
    narrow = "-narrow" if width < 640 else ""
    assert picture.evaluate("image => image.currentSrc").endswith(f"during-1{narrow}.svg")
    ink = LIGHT if scheme == "light" else DARK
    assert _color_at(chart, 3, 3) == ink.paper
    place = chart.bounding_box()
    assert not [path for path in asked if "plotly" in path]
    chart.hover()
    expect(chart.locator(".main-svg").first).to_be_visible()
    expect(picture).to_have_count(0)
    assert chart.bounding_box() == place
    page.close()


def _color_at(chart: Locator, x: int, y: int) -> str:
    """The colour of one dot of what a reader sees."""
    with Image.open(io.BytesIO(chart.screenshot())) as seen:
        dot = seen.crop((x, y, x + 1, y + 1)).convert("RGB")
        return f"#{dot.tobytes().hex().upper()}"


def test_a_click_on_a_mark_opens_its_figure(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "sources/hur.html")
    wait_for_charts(page)
    page.locator("[data-chart]").first.locator(".points path").first.click(force=True)
    page.wait_for_url("**/figures/hur-*.html")
    assert page.locator("h1").inner_text()
    page.close()


def test_the_table_of_all_figures_keeps_the_rows_with_the_words_typed(
    browser, address, ledger, table
):
    page = browser.new_page()
    page.goto(address + "index.html")
    page.get_by_role("searchbox").fill("IDITE lesom")
    page.get_by_role("button", name="Look up").click()
    found = select(ledger, table, Filters(words=("IDITE lesom",)))
    expect(page.get_by_role("status")).to_have_text(f"{len(found)} of {len(table)} figures")
    ids = page.locator("tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.id)")
    assert sorted(ids) == sorted(found["id"])
    page.close()


@pytest.mark.parametrize(
    "chosen",
    [
        {"force": "ukraine", "measure": "verdicts"},
        {"unit": "8-combined-arms-army", "status": "current"},
        {"claimant": "mediazona", "from": "2024", "to": "2024"},
        {"offence": "awol", "basis": "court_records", "to": "2023"},
    ],
)
def test_the_filters_of_the_table_keep_what_those_of_the_dashboard_keep(
    browser, address, ledger, table, chosen
):
    page = browser.new_page()
    page.goto(address + "all-figures.html")
    for name, value in chosen.items():
        page.locator(f"[name={name}]").select_option(value)
    found = select(ledger, table, Filters({name: (value,) for name, value in chosen.items()}))
    expect(page.get_by_role("status")).to_have_text(f"{len(found)} of {len(table)} figures")
    assert len(found) > 0
    assert page.url.partition("?")[2] == urlencode(chosen)
    page.reload()
    expect(page.locator("tbody tr:visible")).to_have_count(len(found))
    page.close()


def test_without_scripts_charts_are_words_and_rows_are_tables(browser, address, table):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "over-time/help_requests-during.html")
    rows = table[(table["measure"] == "help_requests") & (table["kind"] == "during")]
    assert page.locator(".figures tbody tr").count() == len(rows)
    assert "Idite Lesom" in page.locator("figcaption").inner_text()
    context.close()


def test_linked_data_is_read_by_the_browser_as_json(browser, address):
    page = browser.new_page()
    page.goto(address + "figures/idite-lesom-2024-01.html")
    text = page.locator('script[type="application/ld+json"]').text_content()
    assert json.loads(text or "")["identifier"] == "idite-lesom-2024-01"
    page.close()


def _css(color: str) -> str:
    """`#15181C` -> `rgb(21, 24, 28)`."""
    return f"rgb({', '.join(str(int(color[place : place + 2], 16)) for place in (1, 3, 5))})"
