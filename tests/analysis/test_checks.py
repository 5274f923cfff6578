"""Every warning, with its place and its figures; accepted ones apart."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from analysis.checks import find_warnings, keep_new, sort_warnings
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Place, Problem, Refused
from tests.analysis.ledgers import REAL, ledger_of, text_of

PART = "a, unit: army-8, during: 2024, part_of: w, count: "


def warnings(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Rule, field and message of the warnings that analysis adds."""
    own = [one for one in find_warnings(ledger) if not one.rule.endswith(("-used", "-cited"))]
    return [(problem.rule, problem.field, problem.message) for problem in own]


def test_a_ledger_that_adds_up_has_no_warning_of_its_own():
    assert warnings(ledger_of("w, during: 2024, count: 100", f"{PART}60")) == []


def test_a_part_above_its_whole_is_a_warning_with_both_lines():
    ledger = ledger_of("w, during: 2024, count: 100", f"{PART}130")
    assert warnings(ledger) == [
        ("part-above-whole", "count", "130 people is more than its whole, w (line 29), 100 people")
    ]
    (problem,) = (one for one in find_warnings(ledger) if one.rule == "part-above-whole")
    assert (problem.record, problem.place.line, problem.figures) == ("a", 30, ("w", "a"))


def test_parts_above_their_whole_together_are_one_warning():
    other = PART.replace("a,", "b,").replace("army-8", "army-58")
    ledger = ledger_of("w, during: 2024, count: 100", f"{PART}60", f"{other}50")
    assert warnings(ledger) == [
        (
            "parts-above-whole",
            "count",
            "its parts by unit come to 110 people, above the whole by 10: "
            "a (line 30), 60 people; b (line 31), 50 people",
        )
    ]


def test_a_total_that_falls_is_a_warning_on_the_later_one():
    ledger = ledger_of("a, as_of: 2024-01, count: 500", "b, as_of: 2024-02, count: 480")
    assert warnings(ledger) == [
        ("falling-total", "count", "falls by at least 20 from a (line 29), 500 people")
    ]


def test_arithmetic_that_fails_is_a_warning_at_the_statement():
    ledger = ledger_of(
        "a, during: 2024, count: 200, asserts: [{times: 3, of: b, article: post}]",
        "b, during: 2023, count: 100",
    )
    assert warnings(ledger) == [
        (
            "assertion-fails",
            "asserts",
            "200 / 100 = 2.00, stated 3: inconsistent; the other figure is b (line 30), 100 people",
        )
    ]


def test_a_total_that_disagrees_with_its_periods_is_a_warning():
    ledger = ledger_of("a, as_of: 2022, since: 2022, count: 100", "b, during: 2022, count: 90")
    assert warnings(ledger) == [
        (
            "total-disagrees",
            "count",
            "100 people from 2022 up to 2022; the periods come to 90 people: disagrees by 10: "
            "b (line 30), 90 people",
        )
    ]


def test_an_accepted_warning_is_listed_apart_and_never_hidden():
    accepted = f"{PART}130, accepts: [part-above-whole], note: Two counts of the same days."
    found = sort_warnings(ledger_of("w, during: 2024, count: 100", accepted))
    assert found.wrong == ()
    assert [one.rule for one in found.accepted] == ["part-above-whole"]


def test_what_does_not_add_up_comes_first_the_newest_before_the_older():
    old, new = "v, during: 2022, count: 100", "w, during: 2024, count: 100"
    found = sort_warnings(
        ledger_of(
            old,
            PART.replace("2024", "2022").replace("w,", "v,") + "130",
            new,
            f"{PART.replace('a,', 'b,')}140",
        )
    )
    assert [one.record for one in found.wrong] == ["b", "a"]
    assert {one.rule for one in found.odd} == {
        *("article-not-cited", "claimant-not-used", "unit-not-used")
    }


def test_articles_without_a_title_or_a_date_are_one_line():
    found = sort_warnings(REAL)
    assert re.fullmatch(
        r"Articles: \d+ without a title, \d+ without a date of publication\.", found.missing
    )
    assert all(one.figures for one in found.wrong)


def test_warnings_stand_in_the_order_of_the_file():
    found = find_warnings(
        ledger_of(
            "a, as_of: 2024-01, count: 500",
            "b, as_of: 2024-02, count: 480",
            "w, during: 2024, count: 100",
            f"{PART}130".replace("a,", "c,"),
        )
    )
    assert [one.place for one in found] == sorted(one.place for one in found)
    assert {one.rule for one in found} == {
        "falling-total",
        "part-above-whole",
        "article-not-cited",
        "claimant-not-used",
        "unit-not-used",
    }


def test_what_articles_are_without_is_counted_and_not_listed():
    text = text_of("a, count: 5, during: 2024")
    cases = {
        "": "",
        ", title: A": "Articles: 1 without a title.",
        "published: 2026-01-01, ": "Articles: 1 without a date of publication.",
    }
    for left_out, said in cases.items():
        found = sort_warnings(read_ledger(text.replace(left_out, "").encode()))
        assert found.missing == said
        assert not any("without" in one.rule for one in found.odd)
    neither = text.replace(", title: A", "").replace("published: 2026-01-01, ", "")
    assert sort_warnings(read_ledger(neither.encode())).missing == (
        "Articles: 1 without a title, 1 without a date of publication."
    )


def test_a_warning_stands_by_the_newest_of_its_figures():
    found = sort_warnings(
        ledger_of(
            "a, as_of: 2021, count: 500",
            "b, as_of: 2025, count: 480",
            "v, claimant: hur, as_of: 2023, count: 500",
            "w, claimant: hur, as_of: 2024, count: 480",
        )
    )
    assert [one.record for one in found.wrong] == ["b", "w"]


ABOVE = text_of("w, during: 2024, count: 100", f"{PART}130")
WRONG = ABOVE.replace("unit: army-8, ", "unit: army-9, accepts: [x, x], note: So., ")


def problems_in(text: str) -> tuple[Problem, ...]:
    try:
        return find_warnings(read_ledger(text.encode()))
    except Refused as refusal:
        return refusal.problems


@pytest.mark.parametrize(
    ("text", "before", "new"),
    [
        (ABOVE, ABOVE, []),
        (ABOVE, f"# moved\n{ABOVE}", []),
        (ABOVE, ABOVE.replace("130", "90"), [
            "130 people is more than its whole, w (line 29), 100 people"
        ]),
        (WRONG, WRONG, []),
        (WRONG, WRONG.replace("[x, x]", "[x]"), ['unknown rule "x"']),
        (WRONG, WRONG.replace("[x, x]", "[y]").replace("army-9", "army-8"), [
            'unknown unit "army-9"; did you mean "army-8"?', 'unknown rule "x"', 'unknown rule "x"'
        ]),
    ],
)  # fmt: skip
def test_a_problem_is_new_where_the_earlier_file_had_none_like_it(
    text: str, before: str, new: list[str]
):
    assert [one.message for one in keep_new(problems_in(text), before.encode())] == new


@pytest.mark.parametrize(
    ("field", "is_new"),
    [("rule", True), ("record", True), ("field", True), ("message", True), ("place", False)],
)
def test_a_problem_is_the_same_wherever_it_stands(field: str, is_new: bool):
    (problem,) = (one for one in problems_in(ABOVE) if one.rule == "part-above-whole")
    changed: dict[str, Any] = {field: Place("f") if field == "place" else "other"}
    other = replace(problem, **changed)
    assert bool(keep_new([other], ABOVE.encode())) is is_new
