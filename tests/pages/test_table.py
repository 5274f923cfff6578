"""The rows of a page: numbers that lead to figures, newest first, in the order that is chosen."""

from __future__ import annotations

from tests.pages.conftest import Open
from tests.pages.html import read_table

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
