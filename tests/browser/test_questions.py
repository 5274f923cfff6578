"""What people come for: six questions and two articles, each a few actions from the overview.

An action is a click, a choice, or a text with Enter. Who asks has never been here: the ways are
those that the pages themselves offer. On a phone opening the menu is an action too.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from loaders.load import load
from loaders.sentences import say_number
from tests.browser.server import ROOT, Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

LEDGER = load(ROOT / "figures.yaml")
MOST_ACTIONS = 5
ON_A_PHONE = 500
"""A narrower window is one."""


class Reader:
    """Somebody who counts what they do."""

    def __init__(self, page: Page, server: Server, width: int) -> None:
        self.page, self.server, self.actions = page, server, 0
        self.is_on_a_phone = width < ON_A_PHONE
        page.set_viewport_size({"width": width, "height": 800})
        open_page(page, server, "/")

    def click(self, what: Locator) -> None:
        what.click()
        self._act()

    def turn_to(self, name: str) -> None:
        """A page of the menu."""
        if self.is_on_a_phone:
            self.click(self.page.get_by_test_id("stExpandSidebarButton"))
        self.click(self.page.get_by_role("link", name=name, exact=True).first)
        expect(self.page.locator("h1")).to_have_text(name)

    def look_up(self, text: str) -> None:
        self.page.get_by_label("Look up a number").fill(text)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("h1")).to_have_text("Check")
        self._act()

    def choose(self, field: str, option: str) -> None:
        box = self.page.get_by_role("combobox", name=field, exact=True)
        box.scroll_into_view_if_needed()
        box.click()
        self.click(self.page.get_by_role("option", name=option))

    def _act(self) -> None:
        self.actions += 1
        settle(self.page)

    def sees(self, words: str) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible()


@pytest.fixture(params=[1280, pytest.param(390, marks=pytest.mark.long)])
def reader(request: pytest.FixtureRequest, page: Page, server: Server) -> Reader:
    return Reader(page, server, request.param)


def say(id: str) -> str:
    """The number of a figure as pages write it."""
    figure = LEDGER.figures[id]
    return say_number(figure.count, figure.bound)


@pytest.mark.long
def test_how_many_awol_cases_were_opened_in_ukraine_in_2025_so_far_as_published(
    reader: Reader,
) -> None:
    id = "prosecutor-general-ua-awol-2025-jan-oct"
    cell = reader.page.locator(".ladder tr", has_text="Criminal cases opened").locator(".ukraine")
    expect(cell).to_contain_text(f"{say(id)} cases from January 2025 to October 2025")
    expect(cell).to_contain_text("Withheld since November 2025")
    reader.click(cell.get_by_role("link", name=f"{say(id)} cases"))
    reader.sees("Office of the Prosecutor General of Ukraine reported about 162,500 cases")
    reader.sees("Cases are not people")
    assert reader.actions <= MOST_ACTIONS


@pytest.mark.long
def test_who_said_18_000_of_the_southern_military_district_and_what_was_it(reader: Reader) -> None:
    reader.look_up("18,000 Southern Military District")
    reader.sees(
        "Defence Intelligence of Ukraine (HUR) reported more than 18,000 people (left their unit) "
        "for Southern Military District up to 29 April 2024, start of the count not stated."
    )
    reader.sees("A lower end, not the count")
    assert reader.actions <= MOST_ACTIONS


@pytest.mark.long
def test_did_requests_rise_tenfold_in_january_2024(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name="Asked an aid group for help to leave"))
    reader.sees("Requests rose from 28 in January 2023 to 284 in January 2024, Idite Lesom")
    row = reader.page.locator(".figures tr", has_text="In January 2024")
    reader.click(row.get_by_role("link", name="284 requests"))
    reader.sees("10 times: 284 / 28 = 10.14, it bears out.")
    reader.sees("requests, not people who left")
    assert "dagens" in reader.page.get_by_test_id("stMain").inner_text().lower()
    assert reader.actions <= MOST_ACTIONS


@pytest.mark.long
def test_what_is_the_largest_number_claimed_for_one_brigade_and_by_whom(reader: Reader) -> None:
    brigades = [
        one for one in LEDGER.figures.values() if LEDGER.units[one.unit].echelon == "brigade"
    ]
    most = max(brigades, key=lambda one: one.count.low)
    reader.turn_to("By unit")
    reader.choose("Order of rows", "Largest number first")
    first = reader.page.locator(".figures tbody tr", has_text=re.compile("brigade", re.I)).first
    first.scroll_into_view_if_needed()
    expect(first).to_be_visible()
    for words in (
        f"{say(most.id)} people",
        LEDGER.units[most.unit].name,
        LEDGER.claimants[most.claimant].name,
        "doubtful",
    ):
        expect(first).to_contain_text(words)
    assert reader.actions <= MOST_ACTIONS


@pytest.mark.long
def test_a_picture_of_one_series_with_its_source_and_the_same_view_by_link(
    reader: Reader, tmp_path: Path
) -> None:
    reader.click(reader.page.get_by_role("link", name="Asked an aid group for help to leave"))
    said = "12 of 543 figures: Asked an aid group for help to leave"
    reader.sees(said)
    reader.click(reader.page.get_by_role("button", name="Share or cite").first)
    link = reader.page.get_by_test_id("stPopoverBody").locator(".copy pre").first.inner_text()
    with reader.page.expect_download() as download:
        reader.click(reader.page.get_by_role("button", name="SVG", exact=True).first)
    download.value.save_as(tmp_path / "chart.svg")
    drawn = re.sub(r"<[^>]+>", " ", (tmp_path / "chart.svg").read_text("utf-8"))
    for words in ("Asked an aid group for help to leave", "Idite Lesom", "reported, not verified"):
        assert words in " ".join(drawn.split())
    assert f"v={LEDGER.short_version}" in drawn.replace("&amp;", "&")
    assert reader.actions <= MOST_ACTIONS
    open_page(reader.page, reader.server, link.removeprefix(reader.server.url))
    reader.sees(said)
    expect(reader.page.get_by_text("This link was made for")).to_have_count(0)


MOST_TO_AN_ARTICLE = 3


@pytest.mark.long
def test_what_the_first_founding_article_printed_and_what_its_origin_said(reader: Reader) -> None:
    reader.look_up(
        "A Concern for Putin: An Increasing Number of Russian Soldiers are Deserting the Army"
    )
    reader.sees("In the data: dagens.com, 2 March 2024")
    reader.sees("Idite Lesom reported 284 requests")
    reader.sees("Printed differently: Help requests printed as: left their unit.")
    reader.sees("10 times: 284 / 28 = 10.14, it bears out.")
    assert reader.actions <= MOST_TO_AN_ARTICLE


def test_what_the_second_founding_article_printed_and_what_its_origin_said(reader: Reader) -> None:
    reader.look_up("18,000")
    reader.click(reader.page.locator("a[href*='hur-southern-military-district-2024-04']").first)
    reader.sees("Defence Intelligence of Ukraine (HUR) reported more than 18,000 people")
    said = reader.page.get_by_test_id("stMain").inner_text()
    assert "essanews" in said.lower()
    reader.click(reader.page.get_by_text("10 articles, one by one"))
    reader.sees("18,000 Russian soldiers desert, highlighting the crisis of morale in the ranks")
    assert reader.actions <= MOST_TO_AN_ARTICLE
