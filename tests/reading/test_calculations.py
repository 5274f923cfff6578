"""Ratios that a text states, calculated again with its numbers or with claims of the file."""

from __future__ import annotations

import pytest

from reading.article import read_article
from tests.analysis.ledgers import ledger_of

LEDGER = ledger_of(
    "a, count: 500, during: 2024-01",
    "b, count: 250, during: 2023-01",
    "c, count: 400, during: 2023-12",
    "d, count: 100, during: 2022-01",
    "e, count: 60, during: 2023-02",
    "h, count: 501, during: 2023-01/2023-12",
    "i, count: {low: 800, high: 840}, during: 2024-05",
    "j, count: 1234, bound: more_than, during: 2024-06",
    "k, count: 900, as_of: 2024-03-31",
    "f, claimant: hur, count: 125, during: 2023-01",
)


def calculate(text: str) -> tuple[str, list[str]]:
    """How it is told, and the claims that it was calculated with."""
    found = [one.calculation for one in read_article(LEDGER, text).findings if one.calculation]
    (calculation,) = found
    claims = [figure.id for figure in calculation.figures]
    return calculation.words, claims


@pytest.mark.parametrize(
    ("text", "words", "claims"),
    [
        (
            "500 soldiers deserted in January 2024, Mediazona says, double the 250 "
            "of January 2023.",
            "2 times: 500 / 250 = 2.00, it bears out",
            ["b", "a"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says, double the 240 "
            "of January 2023.",
            "2 times: 500 / 240 = 2.08, it bears out",
            ["a"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says, triple the 250 "
            "of January 2023.",
            "3 times: 250 / 100 = 2.50, it bears out",
            ["b", "d"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says, double the 250 "
            "of January 2023 and the 70 of it.",
            "2 times: 500 / 250 = 2.00, it bears out",
            ["b", "a"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says, triple the 250 "
            "of January 2023 and the 70 of it.",
            "3 times: 250 / 100 = 2.50, it bears out",
            ["b", "d"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says: it doubled in a year.",
            "2 times: 500 / 250 = 2.00, it bears out",
            ["a", "b"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says: it rose by 25 percent.",
            "125 %: 500 / 400 = 125.00 %, it bears out",
            ["a", "c"],
        ),
        (
            "500 soldiers deserted in January 2024, Mediazona says: it fell by 50 percent.",
            "50 %: 250 / 500 = 50.00 %, it bears out",
            ["a", "b"],
        ),
        (
            "250 deserters are 50 percent of 500.",
            "50 %: 250 / 500 = 50.00 %, it bears out",
            ["b", "a"],
        ),
        (
            "250 deserters are 40 percent of 500.",
            "40 %: 100 / 250 = 40.00 %, it bears out",
            ["b", "d"],
        ),
        (
            "From 500 it fell by 50 percent to 250 deserters.",
            "50 %: 250 / 500 = 50.00 %, it bears out",
            ["b", "a"],
        ),
        (
            "From 250 it rose by 100 percent to 500 deserters.",
            "200 %: 500 / 250 = 200.00 %, it bears out",
            ["a", "b"],
        ),
        (
            "700 deserters are double 350.",
            "2 times: 700 / 350 = 2.00, it bears out",
            [],
        ),
        (
            "700 deserters are double 330.",
            "2 times: 700 / 330 = 2.12, it bears out",
            [],
        ),
        (
            "more than 700 deserters are double 330.",
            "2 times: more than 700 / 330 = 2.12, it bears out",
            [],
        ),
        (
            "700 deserters fled. They doubled. There were 350 deserters.",
            "2 times: 700 / 350 = 2.00, it bears out",
            [],
        ),
        (
            "about 500 soldiers deserted in January 2024, Mediazona says, double the "
            "250 of January 2023.",
            "2 times: 500 / 250 = 2.00, it bears out",
            ["b", "a"],
        ),
        (
            "490 soldiers deserted in January 2024, Mediazona says, double the 250 "
            "of January 2023.",
            "2 times: 490 / 250 = 1.96, it bears out",
            ["b"],
        ),
        (
            "From 500 it fell by 99 percent to 5 deserters.",
            "1 %: 5 / 500 = 1.00 %, it bears out",
            ["a"],
        ),
        (
            "800 soldiers deserted in May 2024, Mediazona says, double 410.",
            "2 times: 800 to 840 / 410 = 1.95 to 2.05, it bears out",
            ["i"],
        ),
        (
            "840 soldiers deserted in May 2024, Mediazona says, double 410.",
            "2 times: 800 to 840 / 410 = 1.95 to 2.05, it bears out",
            ["i"],
        ),
        (
            "About 1,200 soldiers deserted in June 2024, Mediazona says, double 600.",
            "2 times: about 1,200 / 600 = 2.00, it bears out",
            ["j"],
        ),
        (
            "250 soldiers deserted in January 2023, Mediazona says, and 70 came, 2.5 times more.",
            "2.5 times: 250 / 100 = 2.50, it bears out",
            ["b", "d"],
        ),
        (
            "250 soldiers deserted in January 2023, Mediazona says. It rose 2.5 times.",
            "2.5 times: 250 / 100 = 2.50, it bears out",
            ["b", "d"],
        ),
        (
            "Of 90 there, 350 deserters, tripled. 1050 fled.",
            "3 times: 350 / 90 = 3.89, it does not bear out",
            [],
        ),
        (
            "100 and 200 and 300 deserters, 90 tripled.",
            "3 times: 300 / 90 = 3.33, it bears out",
            [],
        ),
    ],
)
def test_a_ratio_is_calculated_again(text: str, words: str, claims: list[str]):
    assert calculate(text) == (words, claims)


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        (
            "500 soldiers deserted in January 2024, Mediazona says: it tripled in a year.",
            "3 times",
        ),
        ("250 soldiers deserted in January 2023, Mediazona says: 60 percent.", "60 %"),
        ("From 500 it fell by 100 percent to 250 deserters.", "100 %"),
        ("From 500 it fell by 120 percent to 250 deserters.", "120 %"),
        ("700 deserters are double 700.", "2 times"),
        ("0 deserters are double 700.", "2 times"),
        ("700 deserters fled. They tripled. There were 350 deserters.", "3 times"),
        ("It doubled.", "2 times"),
        ("700 deserters tripled. 350 fled.", "3 times"),
        ("700 fled and 700 came, but 3 times fewer in January 2024.", "3 times"),
        ("500 fled in January 2024, Mediazona says, triple the 500 here.", "3 times"),
        ("900 soldiers had deserted by 31 March 2024, Mediazona says; double.", "2 times"),
        ("500 soldiers deserted in January 2024, Mediazona says: 8 times.", "8 times"),
        ("500 soldiers deserted in January 2024, Mediazona says: 5 times.", "5 times"),
        ("270, 800, 820 and 840 deserters, 90 tripled.", "3 times"),
        (
            "250 soldiers deserted in January 2023, Mediazona says, quadruple in 62 villages.",
            "4 times",
        ),
        (
            "250 soldiers deserted in January 2023, Mediazona says, and 70 and 61 came, "
            "2.5 times more.",
            "2.5 times",
        ),
        (
            "250 soldiers deserted in January 2023, Mediazona says. 70 came. It rose 2.5 times.",
            "2.5 times",
        ),
        (f"700 deserters fled. {'So it is. ' * 13}It doubled. 350 fled.", "2 times"),
        (f"700 deserters fled. It doubled. {'So it is. ' * 13}350 fled.", "2 times"),
        ("700 deserters fled; it doubled.", "2 times"),
    ],
)
def test_a_ratio_without_two_clear_numbers_cannot_be_tested(text: str, factor: str):
    words = f"{factor}: it cannot be tested, its two numbers are not clear"
    assert calculate(text) == (words, [])
