"""The ledger in; for every series and month what is known and why not, out.

A series is one claimant's answers to one question (measure, offence, unit, category, place). A
forecast covers nothing, and neither does a figure that its claimant no longer stands by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.key import SET_ASIDE
from loaders.dates import months_between
from loaders.ledger import Ledger, once
from loaders.records import Figure, Gap
from loaders.sentences import say_measure
from loaders.words import Basis, Reason, Word

MAX_MONTHS = 360
"""A mistyped year must not draw a thousand years: the latest months are kept."""


class State(Word):
    """What is known of one series in one month; the first that holds is given."""

    REPORTED = "reported", "a number for this month, or for days within it"
    LONGER = "longer", "part of a longer time that has one number"
    TOTAL = "total", "covered by a running total"
    WITHHELD = "withheld", "published before, now kept back"
    STOPPED = "stopped", "the claimant no longer counts"
    NOT_PUBLISHED = "not_published", "never published for this time"
    NOT_COLLECTED = "not_collected", "no number in this file, and no reason known"


_BY_REASON = {
    Reason.WITHHELD: State.WITHHELD,
    Reason.STOPPED: State.STOPPED,
    Reason.NOT_PUBLISHED: State.NOT_PUBLISHED,
    Reason.NOT_SEARCHED: State.NOT_COLLECTED,
}
_ORDER = tuple(State)

Series = tuple[str, str, str | None, str, str | None, str | None]
"""Claimant, measure, offence, unit, category, place."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one series."""

    state: State
    figures: tuple[str, ...] = ()
    """Ids of the figures that give the state, shortest time first."""
    gap: Gap | None = None
    """What the file says about the hole, also where a longer window or a total covers it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One series over all months of the matrix."""

    series: Series
    claimant: str
    """Name of the claimant."""
    label: str
    """`verdicts, absence without leave, Russian forces`."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix: one row a series, one column a month."""

    months: tuple[date, ...]
    """The first day of each month."""
    rows: tuple[Row, ...]
    """By claimant, in the order of the file."""

    def count(self, state: State) -> int:
        """How many cells are in a state."""
        return sum(cell.state == state for row in self.rows for cell in row.cells)


_EMPTY = Cell(State.NOT_COLLECTED)


def cover(ledger: Ledger, claimants: Collection[str] = ()) -> Coverage:
    """The coverage matrix of the given claimants, or of all; the months are always the same."""
    months = _span(ledger)
    figures: defaultdict[Series, list[Figure]] = defaultdict(list)
    gaps: defaultdict[Series, list[Gap]] = defaultdict(list)
    for figure in _counted(ledger):
        figures[_series(figure)].append(figure)
    for gap in ledger.gaps.values():
        gaps[(gap.claimant, gap.measure, gap.offence, gap.unit, None, None)].append(gap)
    order = {claimant: number for number, claimant in enumerate(ledger.claimants)}
    wanted = [s for s in (figures | gaps) if not claimants or s[0] in claimants]
    rows = (
        Row(series, ledger.claimants[series[0]].name, _label(ledger, series), cells)
        for series in sorted(wanted, key=lambda one: order[one[0]])
        for cells in [_fill(ledger, months, figures.get(series, ()), gaps.get(series, ()))]
    )
    return Coverage(tuple(months), tuple(rows))


cover_all = once(cover)


def narrow(ledger: Ledger, found: Coverage, ids: Collection[str]) -> Coverage:
    """Only the series of these figures, and the holes of their claimants' same measures."""
    figures = [ledger.figures[id] for id in ids]
    series = {_series(figure) for figure in figures}
    asked = {(figure.claimant, figure.measure) for figure in figures}

    def is_kept(row: Row) -> bool:
        empty = not any(cell.figures for cell in row.cells)
        return row.series in series or (empty and row.series[:2] in asked)

    return Coverage(found.months, tuple(filter(is_kept, found.rows)))


def _counted(ledger: Ledger) -> Iterator[Figure]:
    for figure in ledger.figures.values():
        if figure.basis != Basis.FORECAST and figure.status not in SET_ASIDE:
            yield figure


def _span(ledger: Ledger) -> list[date]:
    """Every month from the first to the last that a figure covers or a gap begins in."""
    windows = [figure.window for figure in _counted(ledger)]
    firsts = [window.start.first for window in windows]
    lasts = [window.end.last for window in windows]
    for gap in ledger.gaps.values():
        firsts.append(gap.from_.first)
        lasts.append((gap.to or gap.from_).last)
    return months_between(min(firsts), max(lasts))[-MAX_MONTHS:] if firsts else []


def _series(figure: Figure) -> Series:
    scope = (figure.claimant, figure.measure, figure.offence, figure.unit)
    return (*scope, figure.category, figure.place)


def _label(ledger: Ledger, series: Series) -> str:
    _, measure, offence, unit, category, place = series
    words = [say_measure(ledger, measure, offence), ledger.units[unit].name, category, place]
    return ", ".join(word for word in words if word)


def _fill(
    ledger: Ledger, months: list[date], figures: Iterable[Figure], gaps: Iterable[Gap]
) -> tuple[Cell, ...]:
    """The cells of one row."""
    found: list[dict[State, list[str]]] = [{} for _ in months]
    holes: list[Gap | None] = [None] * len(months)
    for figure in sorted(figures, key=lambda one: (one.window.days, one.id)):
        state = _state(figure, ledger.measures[figure.measure].stock)
        for number in _months_of(months, *_days(figure)):
            found[number].setdefault(state, []).append(figure.id)
    known = [gap for gap in gaps if gap.reason in _BY_REASON]
    for gap in sorted(known, key=lambda one: -_ORDER.index(_BY_REASON[one.reason])):
        for number in _months_of(months, gap.from_.first, gap.to.last if gap.to else date.max):
            holes[number] = gap
    return tuple(_cell(one, hole) for one, hole in zip(found, holes, strict=True))


def _months_of(months: list[date], first: date, last: date) -> range:
    """The positions of the months from `first` to `last`, as far as the matrix goes."""
    start = (first.year - months[0].year) * 12 + first.month - months[0].month
    end = (last.year - months[0].year) * 12 + last.month - months[0].month
    return range(max(start, 0), min(end + 1, len(months)))


def _days(figure: Figure) -> tuple[date, date]:
    """What a figure covers; a total or level without a start only its own date."""
    last = figure.end.last
    return (last if figure.as_of and not figure.since else figure.window.start.first), last


def _state(figure: Figure, is_stock: bool) -> State:
    if figure.as_of and not is_stock:
        return State.TOTAL
    first, last = _days(figure)
    is_month = (first.year, first.month) == (last.year, last.month)
    return State.REPORTED if is_month else State.LONGER


def _cell(found: dict[State, list[str]], gap: Gap | None) -> Cell:
    if found:
        state = min(found, key=_ORDER.index)
        return Cell(state, tuple(found[state]), gap)
    return Cell(_BY_REASON[gap.reason], (), gap) if gap else _EMPTY
