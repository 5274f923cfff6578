"""The indexes of a ledger: the order of articles and units, parts, places, what is found once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loaders.ledger import Ledger, once
from loaders.load import read_ledger
from loaders.problems import Place
from tests.loaders.small import SMALL, ledger_of, small

FIRST, SECOND = "hur-russia-2024", "hur-8-army-2024"
A, B = "{article: paper-a}", "{article: paper-b, via: [Agora], printed: {count: 20000}}"
B_OUTLET = "outlet: Zeitung"
OWN = (B_OUTLET, "outlet: Defence Intelligence")


@pytest.mark.parametrize(
    ("citations", "changes", "order"),
    [
        (f"[{B}, {A}]", (), "ab"),
        ("[{article: paper-b}, {article: paper-a}]", (), "ab"),
        ("[{article: paper-b}, {article: paper-a}]", (("2024-05,", "2024-06-02,"),), "ba"),
        ("[{article: paper-a}, {article: paper-b}]", (("2024-05,", "2024-06-02,"),), "ba"),
        ("[{article: paper-a}, {article: paper-b}]", ((" published: 2024-05,", ""),), "ba"),
        ("[{article: paper-a, printed: {count: 5}}, {article: paper-b}]", (), "ba"),
        ("[{article: paper-a, via: [X]}, {article: paper-b, printed: {count: 5}}]", (), "ab"),
        ("[{article: paper-a}, {article: paper-b}]", (OWN,), "ba"),
        ("[{article: paper-a}, {article: paper-b, printed: {count: 5}}]", (OWN,), "ba"),
        ("[{article: paper-a}, {article: paper-b, via: [X]}]", (OWN,), "ab"),
        (
            "[{article: paper-a}, {article: paper-b}]",
            ((B_OUTLET, "outlet: Defence Intelligence, repost_of: Paper"),),
            "ab",
        ),
        (
            "[{article: paper-a}, {article: paper-b}]",
            ((B_OUTLET, "outlet: GUR"), ("side: ukraine}", "side: ukraine, aliases: [GUR]}")),
            "ba",
        ),
    ],
)
def test_a_claimants_own_page_comes_first_then_what_changed_nothing_then_the_earliest(
    citations: str, changes: tuple[tuple[str, str], ...], order: str
):
    listed = f"\n      - {A}\n      - {B}"
    ledger = ledger_of((f"citations:{listed}", f"citations: {citations}"), *changes)
    found = ledger.citations_of(ledger.figures[FIRST])
    assert "".join(one.article[-1] for one in found) == order


def test_a_whole_knows_its_parts_and_a_unit_those_below_it():
    ledger = ledger_of()
    assert ledger.parts == {FIRST: (ledger.figures[SECOND],)}
    assert ledger.below("russia") == {"russia", "8-army"}
    assert ledger.below("8-army") == {"8-army"}
    assert ledger.path("8-army") == ("russia", "8-army")


def test_units_stand_in_the_order_in_which_people_sort_names():
    names = ("Wagner", "b 2 c", "B 2 a", "b 10 a", "136th", "30th", "4th", "4th b")
    units = "".join(
        f"  u{number}: {{name: {name}, parent: 8-army}}\n" for number, name in enumerate(names)
    )
    tree = read_ledger(small(("articles:\n", f"{units}articles:\n")).encode()).tree
    named = [names[int(key[1:])] for key in tree if key[0] == "u" and key[1:].isdigit()]
    assert named == ["4th", "4th b", "30th", "136th", "B 2 a", "b 2 c", "b 10 a", "Wagner"]
    assert [key for key in tree if key[0] != "u"] == ["russia", "8-army"]


def test_data_is_told_by_its_day_where_that_is_known():
    ledger = ledger_of()
    short = ledger.version[:7]
    assert ledger.edition == f"data version {short}"
    dated = replace(ledger, dated=date(2024, 5, 3))
    assert dated.edition == f"data of 3 May 2024, version {short}"


def test_what_is_not_in_the_file_has_the_place_of_the_file():
    ledger = ledger_of()
    assert ledger.place("figures", "x", "count") == Place("figures.yaml")
    assert ledger.place("figures", SECOND, "count") == Place("figures.yaml", 33, 12)
    assert ledger.line_of("figures", SECOND, "count") == "line 33"


def test_what_is_found_out_about_a_ledger_is_found_once():
    asked: list[str] = []

    @once
    def count(ledger: Ledger) -> list[int]:
        asked.append(ledger.version)
        return [len(ledger.figures)]

    one, other = ledger_of(), read_ledger((SMALL + "# x\n").encode())
    assert count(one) == [2]
    assert count(one) is count(one)
    assert (count(other), len(asked)) == ([2], 2)
