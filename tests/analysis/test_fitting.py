"""Breakdowns closely: which part is named, what cannot be tested and why, what is left."""

from __future__ import annotations

import pytest

from analysis.adding.bounds import Bounds, bounds_of
from analysis.adding.parts import Breakdown, breakdowns_of, judge, say_left
from loaders.values import Count
from loaders.words import Bound, Counts
from tests.analysis.ledgers import ledger_of


def breakdown(whole: str, *parts: str) -> Breakdown:
    """The one breakdown of a whole `w`; every part is given without its `part_of`."""
    ledger = ledger_of(f"w, {whole}", *(f"{part}, part_of: w" for part in parts))
    (found,) = breakdowns_of(ledger, ledger.figures["w"])
    return found


def test_of_several_parts_too_large_the_first_gives_the_reason():
    found = breakdown(
        "during: 2024, count: 100",
        "a, unit: army-8, during: 2024, count: 90",
        "b, unit: army-58, during: 2024, count: 130",
        "c, unit: division-20, during: 2024, count: 150",
    )
    assert [part.id for part in found.too_large] == ["b", "c"]
    assert (found.verdict, found.reason) == ("exceeds", "above the whole by 30")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("during: 2024, per: month", "during: 2024, unit: army-8"),
        ("during: 2024", "during: 2024, unit: army-8, per: month"),
    ],
)
def test_a_pace_is_held_against_no_count(whole: str, part: str):
    found = breakdown(f"{whole}, count: 100", f"a, {part}, count: 200")
    assert (found.verdict, found.reason) == ("cannot be tested", "a pace is not a count")


def test_one_part_that_differs_in_two_fields_is_held_against_the_whole_alone():
    part = "a, unit: army-8, category: mobilised, during: 2024, count: "
    assert breakdown("during: 2024, count: 100", f"{part}60").verdict == "fits"
    assert breakdown("during: 2024, count: 100", f"{part}101").verdict == "exceeds"


def test_parts_of_a_whole_that_was_set_aside_are_not_added():
    found = breakdown(
        "during: 2024, count: 100, status: withdrawn",
        "a, unit: army-8, during: 2024, count: 60",
        "b, unit: army-58, during: 2024, count: 60",
    )
    assert (found.total, found.left, found.too_large) == (None, None, ())
    assert (found.verdict, found.reason) == ("cannot be tested", "the whole was withdrawn")
    assert found.words == "by unit: 60 people, 60 people of 100 people"


def test_parts_of_another_claimant_are_not_added():
    found = breakdown(
        "during: 2024, count: 100",
        "a, claimant: hur, during: 2024, count: 60",
        "b, claimant: hur, during: 2024, count: 70",
    )
    assert found.reason == "parts that differ by claimant are not added"
    assert found.fields == ("claimant",)


def test_parts_that_differ_by_nothing_are_not_added():
    found = breakdown(
        "during: 2024, count: 100", "a, during: 2024, count: 6", "b, during: 2024, count: 7"
    )
    assert found.reason == "parts that differ by number alone are not added"
    assert found.words == "with the same scope: 6 people, 7 people of 100 people"


def test_two_parts_of_one_category_are_not_added():
    part = "category: contract, during: 2024, count: "
    found = breakdown("during: 2024, count: 100", f"a, {part}6", f"b, {part}7")
    assert found.reason == "both are for one category: contract"


def test_parts_by_time_that_share_a_day_are_not_added():
    found = breakdown(
        "during: 2024, count: 100",
        "a, during: 2024-01/2024-02, count: 6",
        "b, during: 2024-02-29/2024-03, count: 7",
    )
    assert found.reason == "times overlap: 2024-01/2024-02 and 2024-02-29/2024-03"


def test_what_more_than_a_number_leaves_is_more_than_the_rest():
    found = breakdown(
        "during: 2024, count: 100", "a, unit: army-8, during: 2024, count: 60, bound: more_than"
    )
    assert found.words == (
        "by unit: more than 60 people of 100 people; less than 40 people not itemised"
    )


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        (Bounds(100, 100), Bounds(100, 100), ("fits", "")),
        (
            Bounds(101, 101, rounding=1),
            Bounds(100, 100),
            ("cannot be tested", "above the whole by 1, which rounding may explain"),
        ),
        (
            Bounds(102, 102, rounding=1),
            Bounds(100, 100, rounding=1),
            ("cannot be tested", "above the whole by 2, which rounding may explain"),
        ),
        (
            Bounds(103, 103, rounding=1),
            Bounds(100, 100, rounding=1),
            ("exceeds", "above the whole by 3"),
        ),
        (Bounds(None, 100), Bounds(100, 100), ("fits", "")),
        (Bounds(None, 101), Bounds(100, 100), ("cannot be tested", "the parts have no lower end")),
        (Bounds(90, None), Bounds(100, 100), ("fits", "")),
        (Bounds(90, 101), Bounds(100, 100), ("fits", "")),
        (Bounds(90, 90), Bounds(100, None), ("fits", "")),
        (Bounds(90, 101), Bounds(100, None), ("cannot be tested", "the whole has no upper end")),
        (Bounds(None, 90), Bounds(100, None), ("fits", "")),
    ],
)
def test_a_count_is_a_part_of_another_as_far_as_their_ends_say(
    part: Bounds, whole: Bounds, verdict: tuple[str, str]
):
    assert judge(part, whole) == verdict


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        ("count: 100", "count: 60", Bounds(40, 40)),
        ("count: 100", "count: {low: 90, high: 120}", Bounds(0, 10)),
        ("count: 100", "count: 60, bound: at_least", Bounds(None, 40)),
        ("count: 100", "count: 100, bound: at_least", Bounds(0, 0)),
        ("count: 100, bound: at_least", "count: 60", Bounds(40, None)),
        ("count: 100, bound: at_least", "count: 99", Bounds(1, None)),
        ("count: 100, bound: at_least", "count: 100", Bounds(None, None)),
        ("count: 100, bound: at_least", "count: 101", Bounds(None, None)),
        ("count: 100, bound: about", "count: 120", Bounds(0, 0, rounding=50)),
        ("count: 100, bound: about", "count: 101", Bounds(0, 0, rounding=50)),
    ],
)
def test_what_is_left_is_never_less_than_nothing(whole: str, part: str, left: Bounds):
    found = breakdown(f"during: 2024, {whole}", f"a, unit: army-8, during: 2024, {part}")
    assert found.left == left


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (Bounds(None, None), "how many people are not itemised cannot be said"),
        (Bounds(0, 0), "all people itemised"),
        (Bounds(0, 50, rounding=50), "all people itemised, as far as the rounding shows"),
        (Bounds(51, 51, rounding=50), "about 51 people not itemised"),
        (Bounds(5, None, rounding=50), "at least 5 people (approximate) not itemised"),
        (Bounds(1, 1), "1 person not itemised"),
    ],
)
def test_what_is_left_is_said(left: Bounds, words: str):
    assert say_left(left, Counts.PEOPLE) == words


@pytest.mark.parametrize(
    ("count", "rounding"),
    [
        ("{low: 100, high: 150}, bound: about", 5),
        ("{low: 150, high: 200}, bound: about", 50),
        ("200, bound: at_least", 0),
    ],
)
def test_a_range_is_rounded_as_its_upper_end_shows(count: str, rounding: float):
    figure = ledger_of(f"a, during: 2024, count: {count}").figures["a"]
    assert bounds_of(figure).rounding == rounding


@pytest.mark.parametrize("word", ["more_than", "less_than", "almost"])
def test_strict_bounds_are_told_from_the_others(word: str):
    figures = ledger_of(
        f"a, during: 2024, count: 5, bound: {word}", "b, during: 2024, count: 5, bound: up_to"
    ).figures
    assert bounds_of(figures["a"]).strict
    assert not bounds_of(figures["b"]).strict


def test_what_is_not_known_is_drawn_from_nothing_to_nothing_and_open_downwards():
    unknown = Bounds(None, None)
    assert (unknown.numbers, unknown.bound) == (Count(0, 0), Bound.UP_TO)


def test_parts_by_time_are_added_in_whatever_order_they_stand():
    found = breakdown(
        "during: 2024, count: 100",
        "b, during: 2024-03, count: 7",
        "a, during: 2024-01/2024-02, count: 6",
    )
    assert found.total == Bounds(13, 13)
