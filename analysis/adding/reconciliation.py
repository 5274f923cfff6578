"""Running totals in; their growth beside the sum of the periods between, and a verdict, out.

The monthly pace that a total implies is our division, not a claim, and is marked as derived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import Literal

from analysis.adding.bounds import Bounds, add_bounds, bounds_of, gap_between, subtract
from analysis.adding.totals import find_lines
from analysis.key import SET_ASIDE, Key, by_end, key_of
from loaders.dates import DAYS_PER_MONTH
from loaders.ledger import Ledger, once
from loaders.records import Figure
from loaders.sentences import say_count, say_quantity, say_when
from loaders.values import Count

Verdict = Literal["agrees", "disagrees", "cannot be tested"]
Periods = dict[date, list[Figure]]
"""Last day -> the windows that end on it."""
DAY = timedelta(days=1)
SHORTEST_MONTH = 28
"""Days from which a growth is spoken of as so many a month."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The growth of a running total beside the sum of the periods between."""

    earlier: Figure | None
    """The total it grew from; None where it is held against its start."""
    later: Figure
    periods: tuple[Figure, ...]
    """The windows that fill the time between; none where they do not."""
    growth: Bounds
    total: Bounds | None
    """What the periods come to."""
    verdict: Verdict
    words: str
    pace: str
    """`about 604 cases a month (derived)`; empty where the growth is not known."""


@once
def reconcile_all(ledger: Ledger) -> tuple[Reconciliation, ...]:
    """Every running total held against its periods, where it says when its count began."""
    periods = _find_periods(ledger)
    return tuple(
        found
        for key, line in find_lines(ledger).items()
        if key.since is not None
        for found in _reconcile_line(ledger, line, periods.get(_scope(key), {}))
    )


def reconcile(
    ledger: Ledger, claimant: str, measure: str, offence: str | None = None
) -> tuple[Reconciliation, ...]:
    """The same for the totals of one claimant and measure."""
    wanted = (claimant, measure, offence)
    return tuple(
        found
        for found in reconcile_all(ledger)
        if (found.later.claimant, found.later.measure, found.later.offence) == wanted
    )


def _scope(key: Key) -> Key:
    """What a total and its periods have in common."""
    return key._replace(kind="", since=None)


def _find_periods(ledger: Ledger) -> dict[Key, Periods]:
    found: defaultdict[Key, Periods] = defaultdict(dict)
    for figure in ledger.figures.values():
        if figure.kind == "during" and figure.status not in SET_ASIDE:
            ends = found[_scope(key_of(figure))]
            ends.setdefault(figure.window.end.last, []).append(figure)
    return found


def _reconcile_line(
    ledger: Ledger, line: Sequence[Figure], periods: Periods
) -> Iterator[Reconciliation]:
    known: dict[date, Figure] = {}
    for later in line:
        assert later.since is not None
        anchors = {day: one for day, one in known.items() if day < later.end.first}
        filled = _fill(later.end.last, periods, {*anchors, later.since.first - DAY})
        nearest = max(anchors, default=None)
        day = filled[0].window.start.first - DAY if filled else nearest
        earlier = anchors.get(day) if day else None
        yield _compare(ledger, earlier, later, filled)
        known[later.end.last] = later


def _fill(end: date, periods: Periods, anchors: set[date]) -> tuple[Figure, ...]:
    """The fewest windows that fill the time from one of the anchors to `end`, by time."""
    ways: dict[date, tuple[Figure, ...]] = {end: ()}
    waiting = [end]
    for day in waiting:
        if day in anchors:
            return ways[day]
        for period in sorted(periods.get(day, ()), key=by_end):
            before = period.window.start.first - DAY
            if before not in ways:
                ways[before] = (period, *ways[day])
                waiting.append(before)
    return ()


def _compare(
    ledger: Ledger, earlier: Figure | None, later: Figure, periods: tuple[Figure, ...]
) -> Reconciliation:
    growth = bounds_of(later)
    if earlier:
        growth = subtract(growth, bounds_of(earlier))
    total = add_bounds(map(bounds_of, periods)) if periods else None
    verdict, reason = (
        _judge(growth, total) if total else ("cannot be tested", _say_hole(earlier, later))
    )
    counts = ledger.measures[later.measure].counts
    came_to = f"; the periods come to {total.words(counts)}" if total else ""
    words = f"{_say_growth(ledger, earlier, later, growth)}{came_to}: {verdict}{reason}"
    pace = _say_pace(ledger, earlier, later, growth)
    return Reconciliation(earlier, later, periods, growth, total, verdict, words, pace)


def _judge(growth: Bounds, total: Bounds) -> tuple[Verdict, str]:
    apart = gap_between(growth, total)
    is_open = None in (growth.low, growth.high, total.low, total.high)
    if apart > growth.rounding + total.rounding:
        return "disagrees", f" by {'at least ' * is_open}{apart:,}"
    if is_open:
        return "cannot be tested", ", a number is open at one end"
    return "agrees", " within the rounding" if apart else ""


def _say_hole(earlier: Figure | None, later: Figure) -> str:
    assert later.since is not None
    time = f"after {earlier.end.words()}" if earlier else f"from {later.since.words()}"
    return f", no periods fill the time {time} up to {later.end.words()}"


def _say_growth(ledger: Ledger, earlier: Figure | None, later: Figure, growth: Bounds) -> str:
    reached = f"{say_quantity(ledger, later)} {say_when(ledger, later)}"
    if earlier is None:
        return reached
    counts = ledger.measures[later.measure].counts
    before = f"{say_quantity(ledger, earlier)} up to {earlier.end.words()}"
    if growth.high is not None and growth.high < 0:
        fall = Count(-growth.high, -growth.high)
        return f"{reached}, after {before}: fell by {fall.low:,} {say_count(counts, fall)}"
    return f"{reached}, after {before}: grew by {growth.words(counts)}"


def _say_pace(ledger: Ledger, earlier: Figure | None, later: Figure, growth: Bounds) -> str:
    """The growth a month, marked as our own division."""
    assert later.since is not None
    first = earlier.end.last + DAY if earlier else later.since.first
    days = (later.end.last - first).days + 1
    if growth.low is None or growth.low < 0 or days < SHORTEST_MONTH:
        return ""
    low = growth.low * DAYS_PER_MONTH / days
    high = None if growth.high is None else growth.high * DAYS_PER_MONTH / days
    if low == high:
        pace = Bounds(round(low), round(low), rounding=0.5)
    else:
        pace = Bounds(floor(low), None if high is None else ceil(high))
    return f"{pace.words(ledger.measures[later.measure].counts)} a month (derived)"
