"""How well a time that a text names fits the time of a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.dates import Date, Window
from loaders.records import Figure
from reading.times import Time

NEAR = 0.1
"""Share of a window by which its ends may differ and it still be the same."""


def compare_times(times: Sequence[Time], figure: Figure) -> tuple[int, bool]:
    """How well the best of them fits (0 to 3), and whether one is named that could."""
    levels = [_compare_time(time, figure) for time in (*times, *_combine(times))]
    return max(levels, default=0), any(time.role != "since" for time in times)


def _combine(times: Sequence[Time]) -> Iterator[Time]:
    """`since February 2022 … by October 2025` as one span."""
    start = next((one for one in times if one.role == "since"), None)
    end = next((one for one in times if one.role != "since"), None)
    if start and end:
        yield Time(start.begin, end.end, start.first, end.last)


def _compare_time(time: Time, figure: Figure) -> int:
    window = time.window
    if window is None:
        return 2 if _is_same_month(time, figure) else 0
    if figure.during:
        return _compare_windows(window, figure.during, time)
    assert figure.as_of is not None
    if time.role == "since":
        start = figure.since and figure.since.first
        return 1 if start and window.start.first <= start <= window.end.last else 0
    level = _compare_ends(window.end, figure.as_of)
    if level and window.start != window.end and figure.since:
        return level if window.start.first == figure.since.first else max(1, level - 1)
    return level


def _compare_ends(said: Date, claimed: Date) -> int:
    """How well the day of a total fits, each as exact as it is."""
    span, of_claim = Window(said, said), Window(claimed, claimed)
    if span.same_days(of_claim):
        return 3
    if not (span.contains(of_claim) or of_claim.contains(span)):
        return 0
    return 1 if said.precision == "year" else 2


def _compare_windows(window: Window, claimed: Window, time: Time) -> int:
    if window.same_days(claimed):
        return 3
    if time.role == "until" and window.end.last == claimed.end.last:
        return 2
    if time.role == "since":
        return 1 if window.start.first == claimed.start.first else 0
    ends = abs((window.end.last - claimed.end.last).days)
    starts = abs((window.start.first - claimed.start.first).days)
    if ends <= claimed.days * NEAR and starts <= claimed.days * NEAR:
        return 2
    if claimed.contains(window):
        return 1 if claimed.days <= 7 else 0
    if window.contains(claimed):
        return 2 if window.days <= 31 and claimed.days <= 14 else 1
    return 0


def _is_same_month(time: Time, figure: Figure) -> bool:
    """A month whose year the text does not say."""
    start, end = figure.window.start, figure.window.end
    if figure.as_of:
        return end.precision != "year" and time.last[1] == end.last.month
    months = (start.first.month, end.last.month)
    return start.precision != "year" and (time.first[1], time.last[1]) == months
