"""Totals held against their periods: which total they grew from, by what rounding, at what pace."""

from __future__ import annotations

import pytest

from analysis.adding.reconciliation import Reconciliation, reconcile, reconcile_all
from tests.analysis.ledgers import ledger_of

TOTAL = "since: 2024, count: "


def last(*figures: str) -> Reconciliation:
    return reconcile_all(ledger_of(*figures))[-1]


def used(*figures: str) -> tuple[str | None, list[str]]:
    """The total that the last one grew from, and the periods that fill the time."""
    found = last(*figures)
    return found.earlier.id if found.earlier else None, [one.id for one in found.periods]


JANUARY = f"a, as_of: 2024-01, {TOTAL}100"
FEBRUARY = f"b, as_of: 2024-02, {TOTAL}120"
APRIL = f"c, as_of: 2024-04, {TOTAL}200"


def test_without_periods_a_total_grew_from_the_one_before_it():
    assert used(JANUARY, FEBRUARY, APRIL) == ("b", [])
    assert used(APRIL, FEBRUARY, JANUARY) == ("b", [])


def test_a_total_grew_from_the_one_that_its_periods_lead_to():
    period = "p, during: 2024-02/2024-04, count: 100"
    assert used(JANUARY, FEBRUARY, APRIL, period) == ("a", ["p"])


def test_periods_may_lead_to_the_start_of_the_count():
    period = "p, during: 2024-01/2024-04, count: 200"
    found = last(JANUARY, FEBRUARY, APRIL, period)
    assert (found.earlier, found.verdict) == (None, "agrees")
    assert found.words == (
        "200 people from 2024 up to April 2024; the periods come to 200 people: agrees"
    )


def test_the_first_total_of_a_line_is_held_against_its_start():
    assert used(JANUARY) == (None, [])
    assert last(JANUARY).words == (
        "100 people from 2024 up to January 2024: cannot be tested, "
        "no periods fill the time from 2024 up to January 2024"
    )


def test_a_total_whose_date_may_be_the_same_is_not_grown_from():
    assert used(f"a, as_of: 2024-04-15, {TOTAL}100", APRIL) == (None, [])
    assert used(f"a, as_of: 2024-03-31, {TOTAL}100", APRIL) == ("a", [])
    assert used(f"a, as_of: 2024-04-01, {TOTAL}100", APRIL) == (None, [])


@pytest.mark.parametrize(
    "other",
    [
        "status: withdrawn",
        "per: month",
        "claimant: hur",
        "unit: ukraine",
        "place: Kursk",
        "category: contract",
        "measure: refused",
        "basis: forecast",
    ],
)
def test_a_period_that_counts_something_else_fills_no_time(other: str):
    assert used(JANUARY, FEBRUARY, f"p, during: 2024-02, count: 20, {other}") == ("a", [])
    assert used(JANUARY, FEBRUARY, "p, during: 2024-02, count: 20") == ("a", ["p"])


def test_a_running_total_is_no_period():
    assert used(JANUARY, FEBRUARY, "p, as_of: 2024-02, since: 2024-02, count: 20")[1] == []


def test_periods_are_named_by_time_and_added():
    found = last(
        JANUARY,
        APRIL,
        "p4, during: 2024-04, count: 50",
        "p2, during: 2024-02/2024-03, count: 40",
    )
    assert [one.id for one in found.periods] == ["p2", "p4"]
    assert (found.verdict, found.words.partition("; ")[2]) == (
        "disagrees",
        "the periods come to 90 people: disagrees by 10",
    )


def test_of_two_ways_as_short_the_one_of_the_earlier_window_is_taken():
    figures = ("p, during: 2024-02, count: 20", "o, during: 2024-02-01/2024-02-29, count: 21")
    assert used(JANUARY, FEBRUARY, *figures) == used(JANUARY, FEBRUARY, *reversed(figures))


@pytest.mark.parametrize(
    ("count", "verdict", "ending"),
    [
        ("1000, bound: about", "agrees", "agrees"),
        ("950, bound: exact", "agrees", "agrees within the rounding"),
        ("500", "agrees", "agrees within the rounding"),
        ("499", "disagrees", "disagrees by 501"),
        ("100, bound: about", "disagrees", "disagrees by 900"),
        ("450, bound: about", "disagrees", "disagrees by 550"),
        ("600, bound: about", "agrees", "agrees within the rounding"),
        ("500, bound: about", "agrees", "agrees within the rounding"),
        (
            "1200, bound: at_least",
            "cannot be tested",
            "cannot be tested, a number is open at one end",
        ),
        ("1600, bound: at_least", "disagrees", "disagrees by at least 600"),
        ("300, bound: up_to", "disagrees", "disagrees by at least 700"),
        ("900, bound: up_to", "cannot be tested", "cannot be tested, a number is open at one end"),
    ],
)
def test_a_total_disagrees_from_above_the_rounding_of_both(count: str, verdict: str, ending: str):
    found = last(
        "a, as_of: 2024, since: 2024, count: 1000, bound: about", f"p, during: 2024, count: {count}"
    )
    assert found.verdict == verdict
    assert found.words.endswith(f": {ending}")


def test_a_total_open_downwards_cannot_be_held_against_fewer():
    found = last(
        "a, as_of: 2024, since: 2024, count: 1000, bound: up_to", "p, during: 2024, count: 9"
    )
    assert found.words.endswith(": cannot be tested, a number is open at one end")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("100", "after 100 people up to January 2024: grew by 0 people"),
        ("98", "after 100 people up to January 2024: fell by 2 people"),
        ("99", "after 100 people up to January 2024: fell by 1 person"),
        ("101", "after 100 people up to January 2024: grew by 1 person"),
        ("100, bound: at_least", "after 100 people up to January 2024: grew by at least 0 people"),
    ],
)
def test_a_total_grew_or_fell(count: str, said: str):
    assert said in last(JANUARY, f"b, as_of: 2024-02, {TOTAL}{count}").words


@pytest.mark.parametrize(
    ("figures", "pace"),
    [
        (
            ["a, as_of: 2024-01-28, since: 2024-01-01, count: 28"],
            "about 30 people a month (derived)",
        ),
        (["a, as_of: 2024-01-27, since: 2024-01-01, count: 27"], ""),
        ([JANUARY, f"b, as_of: 2024-02, {TOTAL}158"], "about 61 people a month (derived)"),
        ([JANUARY, f"b, as_of: 2024-02, {TOTAL}100"], "about 0 people a month (derived)"),
        ([JANUARY, f"b, as_of: 2024-02, {TOTAL}99"], ""),
        (
            ["a, as_of: 2024-01, since: 2024, count: {low: 0, high: 31}"],
            "0 to 31 people a month (derived)",
        ),
        (
            ["a, as_of: 2024-01, since: 2024, count: 60, bound: more_than"],
            "at least 58 people a month (derived)",
        ),
    ],
)
def test_the_pace_is_of_whole_months_and_rounded_outwards(figures: list[str], pace: str):
    assert last(*figures).pace == pace


def test_the_totals_of_one_claimant_measure_and_offence_can_be_asked_for():
    case = "measure: cases_opened, offence: "
    ledger = ledger_of(
        f"a, {case}awol, as_of: 2024, {TOTAL}1",
        f"b, {case}desertion, as_of: 2024, {TOTAL}1",
        f"c, {case}awol, claimant: hur, as_of: 2024, {TOTAL}1",
        f"d, measure: verdicts, offence: awol, as_of: 2024, {TOTAL}1",
        f"e, as_of: 2024, {TOTAL}1",
    )

    def found(*asked: str) -> list[str]:
        return [one.later.id for one in reconcile(ledger, *asked)]

    assert found("zona", "cases_opened", "awol") == ["a"]
    assert found("zona", "cases_opened", "desertion") == ["b"]
    assert found("hur", "cases_opened", "awol") == ["c"]
    assert found("zona", "verdicts", "awol") == ["d"]
    assert found("zona", "left_unit") == ["e"]
