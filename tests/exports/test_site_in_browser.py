"""The static site in a real Chromium: drawn, silent, at home, readable without scripts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from charts.look.style import DARK, LIGHT
from tests.browser.faults import find_faults

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


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address(site) -> Iterator[str]:
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(browser, address, scheme):
    page = browser.new_page(color_scheme=scheme, bypass_csp=True)
    for path in ("index.html", "over-time.html", "all-figures.html", *SAMPLE[2:9:3]):
        page.goto(address + path)
        wait_for_charts(page)
        assert find_faults(page, ["color-contrast"] if scheme == "dark" else None) == [], path
    page.close()


def test_charts_change_with_the_readers_scheme(browser, address):
    page = browser.new_page(color_scheme="light")
    page.goto(address + "over-time/help_requests-during.html")
    wait_for_charts(page)
    drawing = page.locator("[data-chart] .main-svg").first
    expect(drawing).to_have_css("background-color", _css(LIGHT.paper))
    page.emulate_media(color_scheme="dark")
    expect(drawing).to_have_css("background-color", _css(DARK.paper))
    page.close()


def test_a_click_on_a_mark_opens_its_figure(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "sources/hur.html")
    wait_for_charts(page)
    page.locator("[data-chart]").first.locator(".points path").first.click(force=True)
    page.wait_for_url("**/figures/hur-*.html")
    assert page.locator("h1").inner_text()
    page.close()


def test_the_table_of_all_figures_keeps_the_rows_with_the_words_typed(browser, address, table):
    page = browser.new_page()
    page.goto(address + "all-figures.html")
    page.get_by_role("searchbox").fill("IDITE lesom")
    found = table[table["sentence"].str.contains("Idite Lesom")]
    expect(page.get_by_role("status")).to_contain_text(f" of {len(table)} figures")
    shown = page.locator("tbody tr:visible")
    assert len(found) <= shown.count() < len(table)
    assert "Idite Lesom" in shown.first.inner_text()
    page.close()


def test_without_scripts_charts_are_words_and_rows_are_tables(browser, address, table):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "over-time/help_requests-during.html")
    rows = table[(table["measure"] == "help_requests") & (table["kind"] == "during")]
    assert page.locator("table.claims tbody tr").count() == len(rows)
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
