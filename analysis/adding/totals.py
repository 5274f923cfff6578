"""The ledger in; its running totals by line, and those that fall, out.

A total that falls is an event to show and explain, never data to smooth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.adding.bounds import bounds_of
from analysis.key import SET_ASIDE, Key, by_end, key_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.words import Reason


@dataclass(frozen=True, slots=True)
class Fall:
    """A running total below an earlier one of its line, with nothing recorded that explains it."""

    earlier: Figure
    later: Figure
    by: int
    """How far it fell at least."""


def find_lines(ledger: Ledger) -> dict[Key, list[Figure]]:
    """Comparability key -> the running totals of that line, by date; no levels, no forecasts."""
    lines: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in ledger.figures.values():
        key = key_of(figure)
        is_total = figure.as_of and not ledger.measures[figure.measure].stock
        if is_total and not key.forecast and figure.status not in SET_ASIDE:
            lines[key].append(figure)
    return {key: sorted(figures, key=by_end) for key, figures in lines.items()}


def find_falls(ledger: Ledger) -> Iterator[Fall]:
    """Totals that fall by more than their rounding, where no restart is recorded.

    Each is held against every one before it, for the one right before may be of the same day, or
    too vague to say. What follows a fall is held against nothing before that fall.
    """
    restarts: defaultdict[tuple[str | None, ...], list[date]] = defaultdict(list)
    for gap in ledger.gaps.values():
        if gap.reason == Reason.RESTARTED:
            scope = (gap.claimant, gap.measure, gap.offence, gap.unit)
            restarts[scope].append(gap.from_.first)
    for key, line in find_lines(ledger).items():
        starts = restarts[(key.claimant, key.measure, key.offence, key.unit)]
        before: list[Figure] = []
        for later in line:
            falls = [(_measure_fall(earlier, later, starts), earlier) for earlier in before]
            by, earlier = max(falls, key=lambda fall: fall[0], default=(0, later))
            if by:
                yield Fall(earlier, later, by)
                before = []
            if later.low is not None:
                before.append(later)


def _measure_fall(earlier: Figure, later: Figure, restarts: Sequence[date]) -> int:
    """By how much the total fell at least; 0 where it need not have fallen or may."""
    before, after = bounds_of(earlier), bounds_of(later)
    assert before.low is not None, "only such a total is compared with later ones"
    if after.high is None or not _is_later(later, earlier):
        return 0
    if any(earlier.end.first < day <= later.end.last for day in restarts):
        return 0
    by = before.low - after.high
    return by if by > before.rounding + after.rounding else 0


def find_differing(ledger: Ledger) -> Iterator[tuple[Figure, Figure]]:
    """Totals, or levels, of one line and one day that differ by more than their rounding."""
    days: defaultdict[tuple[Key, str], list[Figure]] = defaultdict(list)
    for figure in ledger.figures.values():
        if figure.as_of and figure.status not in SET_ASIDE:
            days[key_of(figure), figure.as_of.text].append(figure)
    for same_day in days.values():
        for number, second in enumerate(same_day):
            differing = (
                first
                for first in same_day[:number]
                if _differ(first, second) or _differ(second, first)
            )
            if first := next(differing, None):
                yield first, second


def _differ(one: Figure, other: Figure) -> bool:
    """Whether the first surely lies above the second."""
    above, below = bounds_of(one), bounds_of(other)
    if above.low is None or below.high is None:
        return False
    return above.low - below.high > above.rounding + below.rounding


def _is_later(one: Figure, other: Figure) -> bool:
    """Whether one total surely runs longer than the other: March and 15 March may be the same."""
    return one.end.first > other.end.last
