"""Counts with a digit too many or too few, totals of one day that differ, harmless `printed`."""

from __future__ import annotations

import pytest

from analysis.checks import find_warnings
from tests.analysis.ledgers import ledger_of


def said(rule: str, *figures: str) -> list[tuple[str, str]]:
    """Record and message of the warnings of one rule."""
    found = find_warnings(ledger_of(*figures))
    return [(one.record, one.message) for one in found if one.rule == rule]


def months(*counts: int) -> list[str]:
    return [f"m{at}, during: 2024-0{at}, count: {count}" for at, count in enumerate(counts, 1)]


def totals(*counts: int) -> list[str]:
    return [f"m{at}, as_of: 2024-0{at}-28, count: {count}" for at, count in enumerate(counts, 1)]


@pytest.mark.parametrize(
    ("figures", "slips"),
    [
        (months(9500, 95000, 10100), ["m2"]),
        (months(9500, 950, 10100), ["m2"]),
        (months(950, 1100, 1000, 9900), ["m4"]),
        (months(9900, 1100, 1000, 950), ["m1"]),
        (totals(50000, 530000, 56000), ["m2"]),
        (totals(50000, 5300, 56000), ["m2"]),
        (months(100, 200, 1500), []),
        (months(1000, 3000, 9000), []),
        (months(4, 40, 5), []),
        (months(1000, 10000), []),
        (months(0, 1000, 1100), []),
        ([*months(1000, 1100), "y, during: 2024, count: 12000"], []),
    ],
)
def test_a_count_ten_times_its_neighbours_or_a_tenth_of_them_is_a_slip(figures, slips):
    assert [record for record, _ in said("ten-times", *figures)] == slips


def test_a_slip_is_told_with_its_neighbours():
    assert said("ten-times", *months(9500, 95000, 10100)) == [
        (
            "m2",
            "95,000 people: perhaps a digit too many, beside m1 (line 29), 9,500 people, "
            "m3 (line 31), 10,100 people",
        )
    ]


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("as_of: 2024-05-01, count: 500", "as_of: 2024-05-01, count: 520", True),
        ("as_of: 2024-05-01, count: 520", "as_of: 2024-05-01, count: 500", True),
        ("as_of: 2024-05-01, count: 500", "as_of: 2024-05-01, count: 700, bound: more_than", True),
        ("as_of: 2024-05-01, count: 500", "as_of: 2024-05-01, count: 400, bound: more_than", False),
        ("as_of: 2024-05-01, count: 520", "as_of: 2024-05-01, count: 500, bound: about", False),
        ("as_of: 2024-05-01, count: 500", "as_of: 2024-05-02, count: 520", False),
        ("as_of: 2024-05-01, count: 500", "as_of: 2024-05-01, since: 2023, count: 520", False),
    ],
)
def test_two_totals_of_one_day_differ_where_both_cannot_be_right(first, second, differ):
    found = said("totals-differ", f"a, {first}", f"b, {second}")
    assert [record for record, _ in found] == (["b"] if differ else [])


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("as_of: 2024-05-12", "as_of: 2024-05-12"),
        ("during: 2024-05-01/2024-05-31", "during: 2024-05"),
    ],
)
def test_a_time_that_is_repeated_is_told_once(claim, printed):
    figure = f"a, {claim}, count: 5, citations: [{{article: post, printed: {{{printed}}}}}]"
    ledger = ledger_of(figure)
    rules = [one.rule for one in find_warnings(ledger) if one.figures == ("a",)]
    assert rules == ["printed-same"]


def test_a_third_total_of_one_day_is_held_against_both_others():
    counts = ("{low: 100, high: 900}", "200", "800")
    figures = (f"{id}, as_of: 2024-05-01, count: {n}" for id, n in zip("abc", counts, strict=True))
    assert [record for record, _ in said("totals-differ", *figures)] == ["c"]


@pytest.mark.parametrize(
    ("claim", "printed", "rule"),
    [
        ("count: 6543", "count: 6500, bound: more_than", "printed-rounds"),
        ("count: 6543", "count: 6500", "printed-rounds"),
        ("count: 6543", "count: 7600", ""),
        ("count: 6543", "count: 5643", ""),
        ("count: 500, bound: about", "bound: at_least", "printed-bound"),
        ("count: 500, bound: more_than", "bound: at_least", "printed-bound"),
        ("count: 500", "bound: about", "printed-bound"),
        ("count: 500, bound: more_than", "bound: up_to", ""),
        ("count: 500, bound: almost", "bound: more_than", ""),
    ],
)
def test_printed_that_misleads_nobody_is_a_warning(claim, printed, rule):
    cited = f"citations: [{{article: post, printed: {{{printed}}}}}]"
    ledger = ledger_of(f"a, during: 2024, {claim}, {cited}")
    found = [one.rule for one in find_warnings(ledger) if one.rule.startswith("printed")]
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("claim", "printed", "found"),
    [
        ("as_of: 2024-12-15", "as_of: 2024-12", ["printed-rounds"]),
        ("as_of: 2024-12", "as_of: 2024", ["printed-rounds"]),
        ("during: 2024-01", "during: 2024-02", []),
        ("during: 2024-01", "during: 2024", []),
    ],
)
def test_a_date_that_is_only_less_exact_misleads_nobody(claim, printed, found):
    cited = f"citations: [{{article: post, printed: {{{printed}}}}}]"
    ledger = ledger_of(f"a, {claim}, count: 5, {cited}")
    assert [one.rule for one in find_warnings(ledger) if one.rule.startswith("printed")] == found


def test_an_acceptance_of_what_is_not_found_is_a_warning():
    accepts = "accepts: [falling-total], note: x"
    first, second = "a, as_of: 2024-01, count: 500", "b, as_of: 2024-02, count: 480"
    assert said("accepts-nothing", first, f"{second}, {accepts}") == []
    assert said("accepts-nothing", first, f"{second}0, {accepts}") == [
        ("b", "falling-total finds nothing here; delete it")
    ]
