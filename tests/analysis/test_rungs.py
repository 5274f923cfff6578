"""The cells of the ladder closely: whose number is chosen, what stands below, and which gap."""

from __future__ import annotations

import pytest

from analysis.ladder import Others, Rung, climb
from loaders.values import Count
from tests.analysis.ledgers import ledger_of

TOTAL = "t, count: 90, as_of: 2025-07-31"


def rung(*figures: str, more: str = "", measure: str = "left_unit", force: int = 0) -> Rung:
    steps = {step.measure: step for step in climb(ledger_of(*figures, more=more))}
    return steps[measure].rungs[force]


def ids(*figures: str) -> list[str]:
    return [figure.id for figure in rung(*figures).figures]


@pytest.mark.parametrize(
    ("claims", "claimants", "words"),
    [
        (1, 1, "1 claim by 1 other: 5"),
        (2, 1, "2 claims by 1 other: 5"),
        (3, 2, "3 claims by 2 others: 5"),
    ],
)
def test_others_are_counted_in_words(claims: int, claimants: int, words: str):
    assert Others(claims, claimants, Count(5, 5)).words == words


def test_the_others_give_the_same_kind_of_number_and_are_other_claimants():
    others = rung(
        "a, count: 5, during: 2024-01",
        "b, count: 7, during: 2024-02",
        "b2, count: 7, during: 2024-03",
        "c, claimant: hur, count: {low: 30, high: 40}, during: 2024-03",
        "d, claimant: hur, count: {low: 20, high: 35}, during: 2024-03",
        "e, claimant: agora, count: 25, during: 2024-03",
    ).others
    assert others == Others(3, 2, Count(20, 40))
    assert rung("a, count: 5, during: 2024-01").others is None


@pytest.mark.parametrize(
    ("start", "below"), [("2024-07-31", "long"), ("2024-07-30", "new"), ("2023-07-30", "new")]
)
def test_a_period_is_recent_if_it_begins_within_a_year_of_the_newest_number(start: str, below: str):
    figures = (TOTAL, "new, count: 1, during: 2025-07-01/2025-07-02")
    assert ids(*figures, f"long, count: 9, during: {start}/2025-06-30") == ["t", below]


def test_of_periods_as_long_the_newest_stands_below():
    first, second = "a, count: 5, during: 2025-05", "b, count: 5, during: 2025-07-01/2025-07-31"
    assert ids(TOTAL, first, second) == ids(TOTAL, second, first) == ["t", "b"]


def test_without_a_recent_period_the_one_that_ended_last_stands_below():
    figures = ("a, count: 5, during: 2020/2022", "b, count: 5, during: 2021/2023-01")
    assert ids(TOTAL, *figures) == ["t", "b"]
    assert ids(TOTAL, *reversed(figures)) == ["t", "b"]


def test_without_a_total_the_period_stands_alone():
    assert ids("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-02/2024-03") == ["b"]


def test_of_claimants_without_a_total_the_one_with_most_claims_is_chosen():
    figures = (
        "a, count: 5, during: 2023",
        "b, count: 6, during: 2022",
        "c, claimant: hur, count: 7, during: 2024",
    )
    assert ids(*figures) == ids(*reversed(figures)) == ["a"]


def test_the_number_of_claims_comes_before_the_newest_total():
    figures = (
        "a, count: 5, as_of: 2023",
        "b, count: 6, during: 2022",
        "c, claimant: hur, count: 7, as_of: 2024",
    )
    assert ids(*figures) == ids(*reversed(figures)) == ["a", "b"]


def test_a_rate_is_no_period():
    assert ids(TOTAL, "a, count: 5, during: 2025-06, per: day") == ["t"]


def test_the_first_offence_of_the_codebook_that_is_counted_is_taken_even_where_others_come_first():
    figures = (
        "a, measure: verdicts, offence: military, count: 5, during: 2024",
        "b, measure: verdicts, offence: evasion, unit: ukraine, count: 5, during: 2024",
        "c, measure: cases_opened, offence: awol, count: 5, during: 2024",
    )
    steps = climb(ledger_of(*figures))
    assert [(step.measure, step.offence) for step in steps] == [
        ("cases_opened", "awol"),
        ("verdicts", "evasion"),
    ]
    assert [figure.id for figure in steps[1].rungs[1].figures] == ["b"]


HOLE = "claimant: hur, measure: left_unit, unit: russia"


def gap(*holes: str) -> str | None:
    entries = "".join(f"  - {{{hole}}}\n" for hole in holes)
    figure = "a, measure: verdicts, offence: awol, count: 5, during: 2024"
    steps = {one.measure: one for one in climb(ledger_of(figure, TOTAL, more=f"gaps:\n{entries}"))}
    found = steps["left_unit"].rungs[0].gap
    return found.reason if found else None


def test_the_newest_hole_that_goes_on_is_given_beside_a_number_too():
    old = f"{HOLE}, from: 2023, reason: withheld"
    new = f"{HOLE}, from: 2024, reason: stopped"
    assert gap(old, new) == gap(new, old) == "stopped"


@pytest.mark.parametrize(
    "other",
    [
        f"{HOLE}, from: 2024, to: 2025, reason: withheld",
        f"{HOLE}, from: 2024, reason: withheld".replace("russia", "ukraine"),
        f"{HOLE}, from: 2024, reason: withheld".replace("left_unit", "refused"),
        f"{HOLE}, offence: awol, from: 2024, reason: withheld".replace("left_unit", "verdicts"),
    ],
)
def test_a_hole_that_was_filled_or_is_another_is_not_given(other: str):
    assert gap(other) is None


def test_a_hole_of_another_offence_is_not_given():
    hole = (
        "claimant: hur, measure: verdicts, unit: russia, offence: {}, from: 2024, reason: stopped"
    )
    figure = "a, measure: verdicts, offence: awol, count: 5, during: 2024"
    for offence, is_given in (("awol", True), ("desertion", False)):
        more = f"gaps:\n  - {{{hole.format(offence)}}}\n"
        assert bool(rung(figure, more=more, measure="verdicts").gap) is is_given


def test_an_offence_that_is_counted_below_a_force_only_is_not_the_step():
    figures = (
        "a, measure: verdicts, offence: awol, unit: district, count: 5, during: 2024",
        "b, measure: verdicts, offence: desertion, count: 5, during: 2024",
    )
    (step,) = climb(ledger_of(*figures))
    assert step.offence == "desertion"
