"""The rows of a page: numbers that lead to figures, newest first, in the order that is chosen."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from loaders.load import load
from loaders.selection import parse_filters, select
from loaders.table import tabulate
from tests.pages.conftest import ROOT, Open
from tests.pages.html import html_of, read_table

LEDGER = load(ROOT / "figures.yaml")
DISTRICT = "hur-southern-military-district-2024-04"


def test_a_row_says_number_what_of_whom_when_who_and_where_it_was_printed(open_page: Open) -> None:
    _, rows = read_table(open_page("all-figures", claimant="hur"))
    (row,) = [row for row in rows if row.figure == DISTRICT]
    assert row.cells[:4] == [
        "more than 18,000 people",
        "Left their unit",
        "Southern Military District",
        "Up to 29 April 2024",
    ]
    assert row.cells[4].startswith("Defence Intelligence of Ukraine")
    assert row.ways[0] == f"figure?id={DISTRICT}"
    assert row.ways[1].startswith("https://")


def test_a_claim_in_doubt_says_so_beside_its_number(open_page: Open) -> None:
    _, rows = read_table(open_page("all-figures", status="doubtful"))
    assert all(row.cells[0].endswith(" doubtful") for row in rows)


def test_rows_are_the_newest_first_until_another_order_is_chosen(open_page: Open) -> None:
    app = open_page("all-figures", claimant="idite-lesom", measure="help_requests")
    _, newest = read_table(app)
    assert newest[0].figure == "idite-lesom-requests-2025-09-10"
    app.selectbox(key="all-figures-order").set_value("Oldest first").run()
    _, oldest = read_table(app)
    assert oldest[0].cells[3] == "In January 2023"
    app.selectbox(key="all-figures-order").set_value("Largest number first").run()
    _, largest = read_table(app)
    assert largest[0].cells[0] == "more than 24,000 requests"
    assert {row.figure for row in newest} == {row.figure for row in oldest}


def test_figures_are_added_up_by_name(open_page: Open) -> None:
    app = open_page("all-figures", **{"claimant": "idite-lesom", "add-up": "true"})
    assert app.info[0].value.startswith("Choose two figures or more")
    picker = app.multiselect(key="added")
    picker.set_value(picker.options[:2]).run()
    assert [box.value for box in app.success] == ["Together: 82 requests. Reported, not verified."]


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("over-time", {}),
        ("over-time", {"everything": "true", "force": "russia"}),
        ("by-unit", {"unit": "southern-military-district", "from": "2024"}),
        ("by-source", {"claimant": ["hur", "idite-lesom"]}),
        ("all-figures", {"status": "doubtful"}),
        ("all-figures", {"outlet": "The Moscow Times", "words": "awol"}),
        ("check", {"q": "Southern Military District"}),
    ],
)
def test_the_links_below_a_table_give_its_rows_and_no_others(
    open_page: Open, address: str, chosen: dict[str, str | list[str]]
) -> None:
    app = open_page(address, **chosen)
    caption, rows = read_table(app)
    (links,) = re.findall(r'<p class="downloads">(.*?)</p>', html_of(app))
    hrefs = [unescape(one) for one in re.findall(r'href="([^"]+)"', links)]
    assert [urlsplit(one).path for one in hrefs] == [
        "/data/figures.csv",
        "/data/figures.xlsx",
        "/data/figures.db",
    ]
    assert f'download="desertion-figures-{LEDGER.short_version}.csv"' in links
    (query,) = {urlsplit(one).query for one in hrefs}
    given = select(LEDGER, tabulate(LEDGER), parse_filters(parse_qsl(query), LEDGER))
    said = re.search(r"([0-9,]+) figures?\.|of ([0-9,]+)\.", caption)
    assert said
    assert len(given) == int((said[1] or said[2]).replace(",", ""))
    assert {row.figure for row in rows} <= set(given["id"])
