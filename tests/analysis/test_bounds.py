"""Bound arithmetic: open ends stay open, nothing is invented for about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.adding.bounds import Bounds, add_bounds, bounds_of, gap_between, half_step, subtract
from loaders.words import Counts
from tests.analysis.ledgers import ledger_of


def bounds(count: str, bound: str = "exact") -> Bounds:
    ledger = ledger_of(f"a, count: {count}, bound: {bound}, during: 2024")
    return bounds_of(ledger.figures["a"])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (bounds("10"), bounds("5"), "15 people"),
        (bounds("12000", "about"), bounds("2500", "about"), "about 14,500 people"),
        (bounds("10", "more_than"), bounds("5"), "more than 15 people"),
        (bounds("10", "at_least"), bounds("5"), "at least 15 people"),
        (bounds("10", "more_than"), bounds("5", "about"), "at least 15 people (approximate)"),
        (bounds("10", "up_to"), bounds("5"), "up to 15 people"),
        (bounds("10", "almost"), bounds("5"), "less than 15 people"),
        (bounds("{low: 60, high: 90}"), bounds("10"), "70 to 100 people"),
        (bounds("{low: 60, high: 90}"), bounds("10", "at_least"), "at least 70 people"),
        (bounds("{low: 60, high: 90}", "about"), bounds("10"), "about 70 to 100 people"),
        (bounds("0"), bounds("1"), "1 person"),
        (bounds("1", "more_than"), bounds("1", "up_to"), "an unknown number of people"),
    ],
)
def test_a_sum_says_what_its_claims_allow(one, other, words):
    assert add_bounds([one, other]).words(Counts.PEOPLE) == words


@pytest.mark.parametrize(
    ("whole", "part", "words"),
    [
        (bounds("18000", "more_than"), bounds("14500", "about"), "at least 3,500 people"),
        (bounds("18000", "more_than"), bounds("14500"), "more than 3,500 people"),
        (bounds("100"), bounds("40", "at_least"), "up to 60 people"),
        (bounds("100"), bounds("{low: 30, high: 40}"), "60 to 70 people"),
    ],
)
def test_what_is_left_turns_the_open_ends_of_the_parts_round(whole, part, words):
    assert subtract(whole, part).words(Counts.PEOPLE).removesuffix(" (approximate)") == words


def test_how_coarsely_a_number_was_rounded_is_read_from_its_last_digit():
    assert [half_step(number) for number in (12000, 14500, 1234, 0)] == [500, 50, 0.5, 0.5]


def test_a_gap_is_the_distance_of_the_nearest_ends():
    assert gap_between(Bounds(5, 10), Bounds(17, None)) == 7
    assert gap_between(Bounds(17, None), Bounds(5, 10)) == 7
    assert gap_between(Bounds(5, None), Bounds(17, None)) == 0


ENDS = st.integers(0, 10**9)
BOUNDS = st.one_of(
    st.tuples(ENDS, ENDS).map(lambda ends: Bounds(min(ends), max(ends))),
    ENDS.map(lambda end: Bounds(end, None, strict=True)),
    ENDS.map(lambda end: Bounds(None, end)),
    ENDS.map(lambda end: Bounds(end, end, rounding=half_step(end))),
)


@given(st.lists(BOUNDS, min_size=1, max_size=6))
def test_a_sum_never_has_its_lower_end_above_its_upper_end(many):
    total = add_bounds(many)
    assert total.low is None or total.high is None or total.low <= total.high
    assert total.approximate == any(one.approximate for one in many)
    assert (total.low is None) == any(one.low is None for one in many)
    assert (total.high is None) == any(one.high is None for one in many)


@given(st.lists(BOUNDS, min_size=2, max_size=6), st.randoms())
def test_adding_in_any_order_gives_the_same(many, random):
    shuffled = random.sample(many, len(many))
    assert add_bounds(shuffled) == add_bounds(many)


@given(BOUNDS, BOUNDS)
def test_what_is_left_and_the_part_together_can_be_the_whole(whole, part):
    assert gap_between(add_bounds([subtract(whole, part), part]), whole) == 0
