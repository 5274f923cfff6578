"""Axes say which days and which numbers they show, and hold every mark."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.look.axes import choose_ticks, count_axis, span_counts
from charts.look.style import LIGHT


def words(first: str, last: str, most: int = 7) -> list[str]:
    days = choose_ticks(date.fromisoformat(first), date.fromisoformat(last), most)
    return [text for _, text in days]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-01-12", "2025-01-16", ["12 Jan<br>2025", "13 Jan", "14 Jan", "15 Jan", "16 Jan"]),
        ("2024-12-28", "2025-01-30", ["28 Dec<br>2024", "4 Jan<br>2025", "11 Jan", "18 Jan",
                                      "25 Jan"]),
        ("2023-05-01", "2024-11-01", ["Jul<br>2023", "Oct", "Jan<br>2024", "Apr", "Jul", "Oct"]),
        ("2021-11-20", "2026-02-10", ["2022", "2023", "2024", "2025", "2026"]),
        ("1943-01-01", "2024-03-01", ["1960", "1980", "2000", "2020"]),
    ],
)  # fmt: skip
def test_the_year_is_always_said(first: str, last: str, expected: list[str]) -> None:
    assert words(first, last) == expected


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(1, 30_000), st.integers(4, 7))
def test_ticks_are_few_inside_the_axis_and_no_two_say_the_same(
    first: date, days: int, most: int
) -> None:
    last = first + timedelta(days=days)
    ticks = list(choose_ticks(first, last, most))
    assert 2 <= len(ticks) <= most
    assert all(first <= day <= last for day, _ in ticks)
    assert ticks[0][1].endswith(str(ticks[0][0].year))
    said, year = set(), ""
    for _, text in ticks:
        day, _, own = text.partition("<br>")
        year = own or year
        said.add((day, year))
    assert len(said) == len(ticks)


def test_a_log_axis_keeps_clear_of_its_marks_on_either_side() -> None:
    counts = span_counts([10, 1000], log=True)
    assert (counts.low, counts.high) == (1, 10_000)
    assert 0 < counts.share(10) < counts.share(1000) < 1


def test_a_long_log_axis_has_few_ticks() -> None:
    axis = count_axis(LIGHT, span_counts([5, 10**9], log=True))
    assert (axis["dtick"], axis["tickangle"]) == (2, 0)


def test_zero_stands_at_the_foot_of_a_log_axis_and_at_zero_of_another() -> None:
    assert span_counts([0, 50], log=True).inside(0) == 10
    assert span_counts([0, 50], log=False).inside(0) == 0
