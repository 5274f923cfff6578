"""Answers to one question in; how far apart they are, in number and in time, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from analysis.adding.bounds import Bounds
from loaders.records import Figure

Days = tuple[date, date]
"""First and last day of a window; of a total without a stated start, of its own date."""


def measure_gap(answers: Sequence[Bounds]) -> tuple[float | None, str]:
    """The ratio between the highest lower end and the lowest upper end, and its words."""
    if len({(one.low, one.high) for one in answers}) == 1:
        return 1.0, "the same number"
    lows = [one for one in answers if one.low is not None]
    highs = [one for one in answers if one.high is not None]
    top = max(lows, key=lambda one: one.low or 0, default=None)
    bottom = min(highs, key=lambda one: one.high or 0, default=None)
    if top is None or bottom is None or (top.low or 0) <= (bottom.high or 0):
        return 1.0, "both can be true" if len(answers) == 2 else "all can be true"
    if not bottom.high:
        return None, "one says none"
    times = (top.low or 0) / bottom.high
    is_open = top.high is None or bottom.low is None
    lead = "at least " if is_open else "about " if top.approximate or bottom.approximate else ""
    return times, f"{lead}{times:.{1 if times >= 1.1 else 2}f} times apart"


def find_nearest(days: Days, windows: Iterable[Days]) -> tuple[Days, float]:
    """The window with the largest share of days in common, and that share; 0 for none."""
    return max(((other, _share(days, other)) for other in windows), key=lambda pair: pair[1])


def _share(one: Days, other: Days) -> float:
    common = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    together = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(common, 0) / together


def days_of_window(figure: Figure) -> Days:
    return figure.window.start.first, figure.window.end.last
