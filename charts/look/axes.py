"""Axes of counts and of days: where a mark stands, and which ticks say so.

Ticks of days are chosen here, not by plotly: its own drop the year where a chart is low and write
one day twice where a chart is short.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import Any

from charts.look.style import SMALL_SIZE, Ink

DAY = 86_400_000
"""Milliseconds, the unit of bars along a date axis."""
_STEPS = (1, 2, 7, 14)
"""Days between ticks of a short time; of longer ones months."""
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True)
class CountAxis:
    """An axis of counts from `low` to `high`."""

    low: float
    """Zero; on a log scale a power of ten below every count, where a count of zero stands too."""
    high: float
    log: bool = False
    zero: bool = False
    """Whether a count of zero stands on it."""
    own: bool = False
    """Whether it is not the scale of the panels beside it."""

    def inside(self, value: float) -> float:
        """The value as a trace draws it: zero at the foot of a log scale."""
        return max(value, self.low) if self.log else value

    def at(self, value: float) -> float:
        """The value as annotations and ranges want it: on a log scale its logarithm."""
        return log10(self.inside(value)) if self.log else value

    def share(self, value: float) -> float:
        """How far along the axis a value stands, from 0 to 1."""
        low, high = self.range
        return (self.at(value) - low) / (high - low)

    @property
    def range(self) -> list[float]:
        return [self.at(self.low), self.at(self.high)]

    @property
    def words(self) -> str:
        """What must be said of the scale: `, log scale with 0 at its foot`, `, own scale`."""
        if not self.log:
            return ", own scale" if self.own else ""
        return ", log scale with 0 at its foot" if self.zero else ", log scale"


def span_counts(values: Iterable[float], log: bool, room: float = 1.12) -> CountAxis:
    """An axis that holds all values, none on its edge; it is `room` times as long as the highest.

    On a log scale it goes out to whole powers of ten, a tenth of a power or more from any value,
    and further where words need the room.
    """
    found = list(values)
    highest = max(found, default=0)
    if not log:
        return CountAxis(0, highest * room or 1)
    lowest = min((value for value in found if value > 0), default=1)
    low, top = floor(log10(lowest * 0.8)), log10(max(highest, 10))
    high = max(ceil(top + 0.1), top + (top - low) * (room - 1) * 0.6)
    return CountAxis(10.0**low, 10.0**high, log=True, zero=min(found, default=1) <= 0)


def count_axis(ink: Ink, counts: CountAxis) -> dict[str, Any]:
    """Plotly's words for an axis of counts; on a log scale ticks at powers of ten."""
    low, high = counts.range
    scale: dict[str, Any] = {"rangemode": "tozero"}
    if counts.log:
        scale = {"type": "log", "dtick": ceil((high - low) / 6)}
    ticks = {"tickformat": ",~f", "nticks": 5, "tickangle": 0}
    return {**_axis(ink), **ticks, "range": counts.range, **scale}


def tick_room(top: float) -> int:
    """Pixels for the ticks left of an axis of counts that ends at `top`."""
    return 8 + round(max(len(f"{top:,.0f}"), 3) * 0.54 * SMALL_SIZE)


def date_axis(ink: Ink, first: date, last: date, most: int = 7) -> dict[str, Any]:
    """Plotly's words for an axis of days with at most so many ticks."""
    ticks = list(choose_ticks(first, last, most))
    return {
        **_axis(ink),
        "type": "date",
        "range": [str(first), str(last)],
        "tickvals": [str(day) for day, _ in ticks],
        "ticktext": [words for _, words in ticks],
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": ink.muted,
        "showline": True,
        "linecolor": ink.muted,
    }


def choose_ticks(first: date, last: date, most: int) -> Iterator[tuple[date, str]]:
    """The days marked and their words; the year below the first of them and where it changes."""
    days, form = _choose_days(first, last, most)
    before = None
    for day in days:
        words = f"{day:{form}}".lstrip("0")
        yield day, words if form == "%Y" or day.year == before else f"{words}<br>{day.year}"
        before = day.year


def _choose_days(first: date, last: date, most: int) -> tuple[list[date], str]:
    """The narrowest steps that are not more than `most`, and how their days are written."""
    length = (last - first).days
    for step in _STEPS:
        if length // step < most:
            return [first + timedelta(days=n) for n in range(0, length + 1, step)], "%d %b"
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for step in _MONTHS:
        months = range(start + -start % step, end + 1, step)
        days = [date(month // 12, month % 12 + 1, 1) for month in months]
        days = [day for day in days if first <= day <= last]
        if 2 <= len(days) <= most:
            return days, "%Y" if step >= 12 else "%b"
    return [first, last], "%b"


def _axis(ink: Ink) -> dict[str, Any]:
    return {
        "gridcolor": ink.grid,
        "zeroline": False,
        "automargin": False,
        "fixedrange": True,
        "tickfont": {"size": SMALL_SIZE, "color": ink.muted},
    }
