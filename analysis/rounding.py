"""Two readings of one claim in; whether one only says the other less exactly, out.

A fair reader is not misled by a rounded number or a month for a day, so neither is held against
an outlet.
"""

from __future__ import annotations

from analysis.adding.bounds import bounds_of, half_step
from loaders.records import Figure
from loaders.words import Bound

NEAR = 0.1
"""Share within which another number, or another length of time, can be the same one, rounded."""


def is_rounding(figure: Figure, new: Figure) -> bool:
    """Whether what was printed is true if the claim is, and no more than rounded or cut off."""
    if new.count == figure.count:
        is_exact = (figure.bound, new.bound) == (Bound.EXACT, Bound.ABOUT)
        return is_exact or _side(figure.bound) == _side(new.bound) != 0
    if new.count.is_range and not figure.count.is_range:
        return False
    claimed, told = bounds_of(figure), bounds_of(new)
    step = 2 * half_step(new.count.high) if _side(new.bound) == 0 else 0
    return (
        abs(new.count.high - figure.count.high) <= figure.count.high * NEAR
        and (told.low is None or _reaches(claimed.low, told.low - step))
        and (told.high is None or _reaches(told.high + step, claimed.high))
    )


def is_blurring(figure: Figure, new: Figure) -> bool:
    """Whether the time printed is the time claimed, said less exactly: 2024 for December 2024."""
    if figure.kind != new.kind or (figure.since is None) != (new.since is None):
        return False
    starts = (figure.window.start, new.window.start)
    ends = (figure.window.end, new.window.end)
    lengths = (figure.window.days, new.window.days)
    is_point = figure.as_of is not None and figure.since is None
    return all(
        told.first <= claimed.first and claimed.last <= told.last
        for claimed, told in (starts, ends)
    ) and (is_point or min(lengths) >= max(lengths) * (1 - NEAR))


def _side(bound: Bound) -> int:
    """Where a bound is open: 1 upwards, -1 downwards, 0 nowhere."""
    return bound.opens_up - bound.opens_down


def _reaches(end: float | None, other: float | None) -> bool:
    return end is not None and other is not None and end >= other
