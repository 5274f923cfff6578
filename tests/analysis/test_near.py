"""Numbers looked up at the edges of what is near, and in what order the answers stand."""

from __future__ import annotations

import pytest

from analysis.lookup import Answer, look_up
from tests.analysis.ledgers import ledger_of


def answer(number: int, *figures: str, most: int | None = None) -> Answer:
    return look_up(ledger_of(*figures), number, most=most)


@pytest.mark.parametrize(
    ("count", "number", "is_near"),
    [
        ("95", 100, True),
        ("94", 100, False),
        ("105", 100, True),
        ("106", 100, False),
        ("{low: 60, high: 90}", 60, True),
        ("{low: 60, high: 90}", 75, True),
        ("{low: 60, high: 90}", 90, True),
        ("{low: 60, high: 90}", 57, False),
        ("{low: 60, high: 90}", 58, True),
        ("{low: 60, high: 90}", 94, True),
        ("{low: 60, high: 90}", 95, False),
        ("0", 0, True),
        ("1", 0, False),
    ],
)
def test_a_number_is_near_within_five_percent_of_it(count: str, number: int, is_near: bool):
    found = answer(number, f"a, count: {count}, during: 2024")
    assert [one.figure.id for one in found.claims] == ["a"] * is_near


@pytest.mark.parametrize(("number", "is_exact"), [(60, True), (90, True), (75, False), (61, False)])
def test_either_end_of_a_range_is_the_number_stated(number: int, is_exact: bool):
    (claim,) = answer(number, "a, count: {low: 60, high: 90}, during: 2024").claims
    assert claim.exact is is_exact


def test_exact_numbers_stand_first_then_the_earliest_printed_then_by_id():
    found = answer(
        100,
        "d, count: 100, during: 2024, citations: [{article: times}]",
        "c, count: 100, during: 2023, citations: [{article: post}]",
        "b, count: 101, during: 2022, citations: [{article: post}]",
        "a, count: 100, during: 2021, citations: [{article: times}]",
        most=3,
    )
    assert [one.figure.id for one in found.claims] == ["c", "a", "d"]
    assert found.more == 1


def printed(count: int, article: str = "post") -> str:
    return f"citations: [{{article: {article}, printed: {{count: {count}}}}}]"


@pytest.mark.parametrize(
    ("count", "is_found"), [(95, True), (94, False), (105, True), (106, False)]
)
def test_a_number_printed_for_another_is_a_misprint_within_five_percent(count: int, is_found: bool):
    found = answer(100, f"a, count: 900, during: 2024, {printed(count)}")
    assert [one.figure.id for one in found.misprints] == ["a"] * is_found
    assert found.claims == ()


def test_a_claim_of_the_number_is_no_misprint_of_it():
    found = answer(100, f"a, count: 100, during: 2024, {printed(101)}")
    assert (len(found.claims), found.misprints) == (1, ())


def test_misprints_stand_as_claims_do():
    found = answer(
        100,
        f"c, count: 900, during: 2024, {printed(101)}",
        f"b, count: 900, during: 2023, {printed(100, 'times')}",
        f"a, count: 900, during: 2022, {printed(100)}",
    )
    assert [(one.figure.id, one.exact) for one in found.misprints] == [
        ("a", True),
        ("b", True),
        ("c", False),
    ]


def test_an_answer_is_one_where_anything_was_found():
    assert answer(100, "a, count: 100, during: 2024")
    assert answer(100, f"a, count: 900, during: 2024, {printed(100)}")
    assert not answer(100, "a, count: 7, during: 2024")
