"""Stated factors closely: their edges, open ends, and the words a reader is told."""

from __future__ import annotations

import pytest

from analysis.arithmetic import Check, check_assertions, checks_of, spread
from tests.analysis.ledgers import ledger_of


def check(one: str, other: str, stated: str) -> Check:
    ledger = ledger_of(
        f"a, during: 2024, count: {one}, asserts: [{{{stated}, of: b, article: post}}]",
        f"b, during: 2023, count: {other}",
    )
    (found,) = check_assertions(ledger)
    return found


@pytest.mark.parametrize(
    ("one", "other", "stated", "verdict"),
    [
        ("249", "100", "times: 3", "inconsistent"),
        ("250", "100", "times: 3", "consistent"),
        ("350", "100", "times: 3", "consistent"),
        ("351", "100", "times: 3", "inconsistent"),
        ("899", "100", "times: 10", "inconsistent"),
        ("900", "100", "times: 10", "consistent"),
        ("1100", "100", "times: 10", "consistent"),
        ("1101", "100", "times: 10", "inconsistent"),
        ("200, bound: at_least", "100", "times: 5", "cannot be tested"),
        ("600, bound: at_least", "100", "times: 5", "inconsistent"),
        ("600, bound: up_to", "100", "times: 5", "cannot be tested"),
        ("400, bound: up_to", "100", "times: 5", "inconsistent"),
        ("300, bound: at_least", "100", "times: 5", "cannot be tested"),
        ("500, bound: at_least", "100", "times: 5", "consistent"),
        ("500", "100, bound: up_to", "times: 5", "consistent"),
        ("500", "200, bound: up_to", "times: 5", "cannot be tested"),
        ("1000", "100, bound: up_to", "times: 5", "inconsistent"),
        ("500", "100, bound: at_least", "times: 5", "consistent"),
        ("300", "100, bound: at_least", "times: 5", "inconsistent"),
        ("700, bound: about", "100, bound: about", "times: 5", "consistent"),
        ("5000, bound: about", "500, bound: about", "times: 5", "inconsistent"),
        ("5", "5, bound: about", "times: 20", "inconsistent"),
        ("350, bound: up_to", "100", "times: 3", "consistent"),
        ("250, bound: at_least", "100", "times: 3", "consistent"),
        ("{low: 300, high: 400}", "100, bound: at_least", "times: 3", "consistent"),
        ("1000, bound: about", "100", "times: 10", "consistent"),
        ("10000", "1000, bound: about", "times: 15", "consistent"),
        ("5", "{low: 50, high: 100}, bound: about", "times: 1", "cannot be tested"),
        ("5", "{low: 20, high: 100}, bound: about", "times: 1", "cannot be tested"),
        ("60", "100", "percent: 50", "inconsistent"),
        ("55", "100", "percent: 50", "consistent"),
        ("{low: 60, high: 90}", "{low: 20, high: 30}", "times: 4", "consistent"),
        ("{low: 60, high: 90}", "{low: 20, high: 30}", "times: 5", "consistent"),
        ("{low: 60, high: 90}", "{low: 20, high: 30}", "times: 6", "inconsistent"),
        ("{low: 60, high: 90}", "{low: 20, high: 30}", "times: 1", "inconsistent"),
    ],
)
def test_a_factor_is_borne_out_as_far_as_ends_and_rounding_reach(
    one: str, other: str, stated: str, verdict: str
):
    assert check(one, other, stated).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "stated", "said"),
    [
        ("284", "28", "times: 10", "10 times: 284 / 28 = 10.14, it bears out"),
        ("320", "28", "times: 10", "10 times: 320 / 28 = 11.43, it does not bear out"),
        ("60", "1000", "percent: 6", "6 %: 60 / 1,000 = 6.00 %, it bears out"),
        (
            "{low: 60, high: 90}",
            "30",
            "times: 2",
            "2 times: 60 to 90 / 30 = 2.00 to 3.00, it bears out",
        ),
        (
            "5",
            "0",
            "times: 2",
            "2 times: 5 / 0, it cannot be tested, nothing can be divided by 0",
        ),
        (
            "5, status: withdrawn",
            "5",
            "times: 2",
            "2 times: 5 / 5, it cannot be tested, a was withdrawn",
        ),
    ],
)
def test_a_reader_is_told_the_factor_first(one: str, other: str, stated: str, said: str):
    assert check(one, other, stated).said == said


def test_each_statement_is_checked_with_its_number_and_article():
    both = "asserts: [{times: 2, of: b, article: post}, {percent: 50, of: c, article: times}]"
    ledger = ledger_of(
        f"a, during: 2024, count: 10, {both}",
        "b, during: 2023, count: 5",
        f"c, during: 2022, count: 20, {both.replace('of: c', 'of: a')}",
    )
    found = check_assertions(ledger)
    assert [(one.figure.id, one.number, one.other.id, one.article) for one in found] == [
        ("a", 0, "b", "post"),
        ("a", 1, "c", "times"),
        ("c", 0, "b", "post"),
        ("c", 1, "a", "times"),
    ]
    assert [one.number for one in checks_of(ledger, ledger.figures["c"])] == [0, 1]


@pytest.mark.parametrize(
    ("stated", "ends"),
    [
        (0.5, (0.45, 0.6)),
        (1.5, (1.45, 1.6)),
        (1, (0.5, 1.5)),
        (11, (10.5, 11.5)),
        (100, (90, 110)),
        (105, (104.5, 105.5)),
    ],
)
def test_a_stated_number_stands_for_what_rounds_or_is_cut_to_it(
    stated: float, ends: tuple[float, float]
):
    assert spread(stated) == pytest.approx(ends)
