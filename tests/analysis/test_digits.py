"""Slips of a digit at their edges: how far, beside whom, and on which line."""

from __future__ import annotations

import pytest

from analysis.digits import find_slips, slips_of
from tests.analysis.ledgers import ledger_of


def slips(*figures: str) -> list[tuple[str, list[str], bool]]:
    found = find_slips(ledger_of(*figures))
    return [(one.figure.id, [other.id for other in one.neighbours], one.is_more) for one in found]


def months(*counts: int) -> list[str]:
    return [f"m{at}, during: 2024-0{at}, count: {count}" for at, count in enumerate(counts, 1)]


@pytest.mark.parametrize(
    ("count", "is_more"),
    [
        (599, None),
        (600, True),
        (1600, True),
        (1601, None),
        (17, None),
        (16, False),
        (7, False),
        (6, None),
    ],
)
def test_a_slip_is_six_to_sixteen_times_more_or_less(count: int, is_more: bool | None):
    found = slips(*months(100, count, 100))
    assert found == ([] if is_more is None else [("m2", ["m1", "m3"], is_more)])


def test_a_count_of_nothing_is_no_slip():
    assert slips(*months(100, 0, 100)) == []


@pytest.mark.parametrize(("least", "is_slip"), [(10, True), (9, False)])
def test_counts_below_ten_say_nothing(least: int, is_slip: bool):
    assert bool(slips(*months(least, 100, least))) is is_slip


def test_the_least_of_the_neighbours_must_say_something():
    assert slips(*months(9, 100, 13)) == []
    assert len(slips(*months(10, 100, 13))) == 1


def test_a_sixth_and_a_sixteenth_are_slips_too():
    assert slips(*months(96, 16, 96)) == [("m2", ["m1", "m3"], False)]
    assert slips(*months(160, 10, 160)) == [("m2", ["m1", "m3"], False)]


@pytest.mark.parametrize(("most", "is_slip"), [(150, True), (151, False)])
def test_neighbours_that_differ_by_half_say_nothing(most: int, is_slip: bool):
    assert bool(slips(*months(100, 1250, most))) is is_slip


def test_two_neighbours_on_either_side_are_looked_at_and_their_middle_counts():
    found = slips(*months(200, 100, 110, 1200, 120, 130, 5))
    assert found == [("m4", ["m2", "m3", "m5", "m6"], True)]
    assert slips(*months(100, 100, 830, 140, 140)) == [("m3", ["m1", "m2", "m4", "m5"], True)]
    assert slips(*months(100, 140, 700, 140, 100)) == []


def test_a_first_and_a_last_count_are_held_against_the_two_beside_them():
    assert slips(*months(1000, 100, 100, 100))[0] == ("m1", ["m2", "m3"], True)
    assert slips(*months(100, 100, 100, 1000))[-1] == ("m4", ["m2", "m3"], True)


def test_neighbours_stand_by_time_whatever_their_order_in_the_file():
    assert slips(*reversed(months(100, 1000, 100))) == [("m2", ["m1", "m3"], True)]


@pytest.mark.parametrize(
    "other",
    [
        "during: 2024-03, status: withdrawn",
        "during: 2024-03, claimant: hur",
        "during: 2024-03, place: Kursk",
        "during: 2024-03, per: day",
        "as_of: 2024-03",
        "during: 2023",
        "during: 2024-03-01/2024-03-20",
    ],
)
def test_what_is_on_another_line_is_no_neighbour(other: str):
    figures = months(100, 1000)
    assert slips(*figures, f"x, count: 100, {other}") == []
    assert len(slips(*figures, "x, count: 100, during: 2024-03")) == 1


@pytest.mark.parametrize(
    ("first", "second", "third", "is_one_line"),
    [
        ("2024-01-01/2024-01-21", "2024-02", "2024-03", True),
        ("2024-01-01/2024-01-20", "2024-02", "2024-03", False),
        ("2023-01-01/2023-06-29", "2023-07", "2023-08", True),
        ("2022-01-01/2022-06-30", "2023", "2024", True),
        ("2022-01-01/2022-06-29", "2023", "2024", False),
        ("2024-01-01/2024-01-07", "2024-01-08/2024-01-14", "2024-01-15/2024-01-21", True),
        ("2024-01-01/2024-01-07", "2024-01-08/2024-01-15", "2024-01-16/2024-01-22", False),
    ],
)
def test_windows_about_as_long_are_one_line(first: str, second: str, third: str, is_one_line: bool):
    figures = [f"a, during: {first}, count: 100", f"b, during: {second}, count: 1000"]
    assert bool(slips(*figures, f"c, during: {third}, count: 100")) is is_one_line


def test_totals_of_every_start_are_one_line():
    figures = (
        "a, as_of: 2024-01, since: 2022, count: 100",
        "b, as_of: 2024-02, count: 1000",
        "c, as_of: 2024-03, since: 2023, count: 110",
    )
    assert slips(*figures) == [("b", ["a", "c"], True)]


def test_totals_of_others_are_on_other_lines():
    figures = (
        "a, as_of: 2024-01, count: 100",
        "b, claimant: hur, as_of: 2024-02, count: 1000",
        "c, as_of: 2024-03, count: 110",
    )
    assert slips(*figures) == []


@pytest.mark.parametrize(
    ("number", "tenfold", "transposed"),
    [
        (9, [], []),
        (10, [100, 1], []),
        (11, [110], []),
        (12, [120], []),
        (100, [1000, 10], []),
        (101, [1010], [110]),
        (120, [1200, 12], [210, 102]),
        (1223, [12230], [2123, 1232]),
    ],
)
def test_a_slip_is_a_zero_too_many_or_two_digits_exchanged(
    number: int, tenfold: list[int], transposed: list[int]
):
    found = dict(slips_of(number))
    assert found == (
        {"ten times": set(tenfold), "transposed": set(transposed)} if number > 9 else {}
    )
