"""Totals that fall, by rounding and open ends, and totals of one day that differ."""

from __future__ import annotations

import pytest

from analysis.adding.totals import find_differing, find_falls, find_lines
from tests.analysis.ledgers import ledger_of


def falls(*figures: str, more: str = "") -> list[tuple[str, str, int]]:
    ledger = ledger_of(*figures, more=more)
    return [(fall.earlier.id, fall.later.id, fall.by) for fall in find_falls(ledger)]


def differing(*figures: str) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in find_differing(ledger_of(*figures))]


def test_the_totals_of_a_line_stand_by_date_whatever_their_order_in_the_file():
    ledger = ledger_of("b, as_of: 2024-02, count: 2", "a, as_of: 2024-01, count: 1")
    (line,) = find_lines(ledger).values()
    assert [figure.id for figure in line] == ["a", "b"]


def test_levels_forecasts_windows_and_what_was_set_aside_are_on_no_line():
    figures = (
        "a, as_of: 2024-01, measure: absent, count: 1",
        "b, as_of: 2024-01, basis: forecast, count: 1",
        "c, during: 2024-01, count: 1",
        "d, as_of: 2024-01, status: withdrawn, count: 1",
    )
    assert find_lines(ledger_of(*figures)) == {}


def test_forecasts_that_fall_are_no_fall():
    figures = (
        "a, as_of: 2024-01, basis: forecast, count: 500",
        "b, as_of: 2024-02, basis: forecast, count: 480",
    )
    assert falls(*figures) == []


def test_a_total_without_a_lower_end_does_not_take_the_place_of_the_one_before_it():
    figures = (
        "a, as_of: 2024-01, count: 500",
        "b, as_of: 2024-02, count: 700, bound: up_to",
        "c, as_of: 2024-03, count: 480",
    )
    assert falls(*figures) == [("a", "c", 20)]


def test_a_line_that_begins_without_a_lower_end_is_read_from_its_next_total():
    figures = (
        "a, as_of: 2024-01, count: 900, bound: up_to",
        "b, as_of: 2024-02, count: 500",
        "c, as_of: 2024-03, count: 480",
    )
    assert falls(*figures) == [("b", "c", 20)]


def test_totals_whose_dates_may_be_the_same_need_not_have_fallen():
    assert falls("a, as_of: 2024-03-15, count: 500", "b, as_of: 2024-03, count: 480") == []
    assert falls("a, as_of: 2024-03-31, count: 500", "b, as_of: 2024-03-31, count: 480") == []
    day_after = "b, as_of: 2024-04-01, count: 480"
    assert falls("a, as_of: 2024-03, count: 500", day_after) == [("a", "b", 20)]


@pytest.mark.parametrize(
    ("later", "found"),
    [("4500", []), ("4499", [("a", "b", 501)]), ("4400, bound: about", [("a", "b", 600)])],
)
def test_a_fall_counts_from_above_the_rounding_of_both_totals(later: str, found: list[object]):
    assert (
        falls("a, as_of: 2024-01, count: 5000, bound: about", f"b, as_of: 2024-02, count: {later}")
        == found
    )


def test_the_rounding_of_both_totals_is_added():
    earlier = "a, as_of: 2024-01, count: 5000, bound: about"
    assert falls(earlier, "b, as_of: 2024-02, count: 4500, bound: about") == []
    assert falls(earlier, "b, as_of: 2024-02, count: 4000, bound: about") == []
    assert falls(earlier, "b, as_of: 2024-02, count: 3000, bound: about") == [("a", "b", 2000)]


@pytest.mark.parametrize(
    ("gap", "is_explained"),
    [
        ("reason: restarted, from: 2024-01-16", True),
        ("reason: restarted, from: 2024-03-20", True),
        ("reason: restarted, from: 2024-01-15", False),
        ("reason: restarted, from: 2024-03-21", False),
        ("reason: withheld, from: 2024-02", False),
        ("reason: restarted, from: 2024-02, offence: awol", False),
        ("reason: restarted, from: 2024-02, unit: ukraine", False),
        ("reason: restarted, from: 2024-02, claimant: hur", False),
        ("reason: restarted, from: 2024-02, measure: cases_opened", False),
    ],
)
def test_only_a_restart_of_the_same_line_between_the_two_explains_a_fall(
    gap: str, is_explained: bool
):
    usual = {"claimant": "zona", "measure": "verdicts", "unit": "russia", "offence": "desertion"}
    fields = [f"{name}: {value}" for name, value in usual.items() if f"{name}:" not in gap]
    scope = "measure: verdicts, offence: desertion"
    figures = (
        f"a, {scope}, as_of: 2024-01-15, count: 500",
        f"b, {scope}, as_of: 2024-03-20, count: 480",
    )
    found = falls(*figures, more=f"gaps:\n  - {{{', '.join([*fields, gap])}}}\n")
    assert found == ([] if is_explained else [("a", "b", 20)])


def test_totals_of_one_line_and_day_that_differ_are_found_in_both_directions():
    one, other = "a, as_of: 2024-01, count: 500", "b, as_of: 2024-01, count: 480"
    assert differing(one, other) == [("a", "b")]
    assert differing(other, one) == [("b", "a")]


def test_levels_of_one_day_that_differ_are_found_too():
    level = "measure: absent, as_of: 2024-01, count: "
    assert differing(f"a, {level}5", f"b, {level}6") == [("a", "b")]


@pytest.mark.parametrize(
    "other",
    [
        "as_of: 2024-01, count: 500",
        "as_of: 2024-02, count: 480",
        "during: 2024-01, count: 480",
        "as_of: 2024-01, count: 480, claimant: hur",
        "as_of: 2024-01, count: 480, status: withdrawn",
        "as_of: 2024-01, count: 500, bound: about",
        "as_of: 2024-01, count: 480, bound: at_least",
        "as_of: 2024-01, count: 520, bound: up_to",
    ],
)
def test_totals_that_can_both_be_true_do_not_differ(other: str):
    assert differing("a, as_of: 2024-01, count: 500", f"b, {other}") == []
    assert differing(f"b, {other}", "a, as_of: 2024-01, count: 500") == []


@pytest.mark.parametrize(("count", "found"), [("550", []), ("551", [("a", "b")])])
def test_totals_of_a_day_differ_from_above_their_rounding(count: str, found: list[object]):
    about, other = "as_of: 2024-01, count: 500, bound: about", f"as_of: 2024-01, count: {count}"
    assert differing(f"a, {about}", f"b, {other}") == found
    assert differing(f"a, {other}", f"b, {about}") == found


def test_the_rounding_of_both_totals_of_a_day_is_added():
    total = "as_of: 2024-01, bound: about, count: "
    assert differing(f"a, {total}500", f"b, {total}600") == []
    assert differing(f"a, {total}500", f"b, {total}700") == [("a", "b")]


def test_each_further_total_of_a_day_is_held_against_the_first():
    figures = [
        f"{id}, as_of: 2024-01, count: {count}" for id, count in zip("abc", (5, 6, 7), strict=True)
    ]
    assert differing(*figures) == [("a", "b"), ("a", "c")]


def test_counts_within_a_window_do_not_differ_as_totals_do():
    assert differing("a, during: 2024-01, count: 5", "b, during: 2024-01, count: 6") == []
