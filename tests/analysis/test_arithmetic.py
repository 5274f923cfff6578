"""What articles calculate, calculated again."""

from __future__ import annotations

import pytest

from analysis.arithmetic import check_assertions, spread
from tests.analysis.ledgers import REAL, ledger_of


def check(one: str, other: str, stated: str) -> str:
    """The verdict in words on what an article states of two figures."""
    ledger = ledger_of(
        f"a, during: 2024, count: {one}, asserts: [{{{stated}, of: b, article: post}}]",
        f"b, during: 2023, count: {other}",
    )
    (found,) = check_assertions(ledger)
    assert found.words.partition(": ")[2].startswith(found.verdict)
    return found.words


@pytest.mark.parametrize(
    ("one", "other", "stated", "words"),
    [
        ("284", "28", "times: 10", "284 / 28 = 10.14, stated 10: consistent"),
        ("320", "28", "times: 10", "320 / 28 = 11.43, stated 10: inconsistent"),
        ("200", "100", "times: 3", "200 / 100 = 2.00, stated 3: inconsistent"),
        ("250", "100", "times: 3", "250 / 100 = 2.50, stated 3: consistent"),
        ("577", "305", "times: 1.89", "577 / 305 = 1.89, stated 1.89: consistent"),
        ("1270", "543", "times: 2.5", "1,270 / 543 = 2.34, stated 2.5: inconsistent"),
        ("60", "1000", "percent: 6", "60 / 1,000 = 6.00 %, stated 6 %: consistent"),
        ("70", "1000", "percent: 6", "70 / 1,000 = 7.00 %, stated 6 %: inconsistent"),
        ("17721", "20538", "percent: 86.2", "17,721 / 20,538 = 86.28 %, stated 86.2 %: consistent"),
        (
            "2700, bound: about",
            "900, bound: about",
            "times: 3",
            "about 2,700 / about 900 = 3.00, stated 3: consistent",
        ),
        (
            "2000, bound: about",
            "900, bound: about",
            "times: 3",
            "about 2,000 / about 900 = 2.22, stated 3: consistent",
        ),
        (
            "{low: 60, high: 90}",
            "30",
            "times: 2",
            "60 to 90 / 30 = 2.00 to 3.00, stated 2: consistent",
        ),
        (
            "3200",
            "3000, bound: more_than",
            "times: 1.1",
            "3,200 / more than 3,000 = 1.07, stated 1.1: consistent",
        ),
        (
            "3200",
            "3000, bound: more_than",
            "times: 2",
            "3,200 / more than 3,000 = 1.07, stated 2: inconsistent",
        ),
        (
            "6400",
            "3000, bound: more_than",
            "times: 1",
            "6,400 / more than 3,000 = 2.13, stated 1: cannot be tested, "
            "a number is open at one end",
        ),
        (
            "5",
            "0",
            "times: 2",
            "5 / 0, stated 2: cannot be tested, nothing can be divided by 0",
        ),
        (
            "5",
            "5, status: withdrawn",
            "times: 2",
            "5 / 5, stated 2: cannot be tested, b was withdrawn",
        ),
    ],
)
def test_a_stated_factor_is_calculated_again(one, other, stated, words):
    assert check(one, other, stated) == words


def test_what_a_stated_number_can_stand_for_is_read_from_how_it_is_written():
    assert spread(3) == (2.5, 3.5)
    assert spread(10) == (9, 11)
    assert spread(50) == (45, 55)
    assert spread(1.89) == (1.885, 1.9)


def test_the_tenfold_rise_of_january_2024_is_consistent_in_the_real_data():
    words = {
        found.words for found in check_assertions(REAL) if found.figure.id == "idite-lesom-2024-01"
    }
    assert words == {"284 / 28 = 10.14, stated 10: consistent"}
