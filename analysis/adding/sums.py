"""Figures in; their bounded sum, or a refusal that names the first thing in the way, out.

The rules are "What may be compared" in docs/figures.md: only counts of one line whose windows
do not overlap, or the parts of one breakdown of one whole, are ever added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.adding.bounds import add_bounds, bounds_of
from analysis.adding.overlaps import find_overlap, find_overlapping_windows
from analysis.key import SET_ASIDE, Key, breakdown_of, by_time, key_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say_measure, say_number, say_per
from loaders.words import Counts, Status

BREAKDOWNS = ("category", "unit", "offence", "place", "window")
"""The fields that parts of one whole may differ in and still be added to each other."""
_KINDS = {"during": "in a period", "as_of": "up to a date", "rate": "as a pace"}


@dataclass(frozen=True, slots=True)
class Sum:
    """What the figures come to together."""

    low: int | None
    high: int | None
    approximate: bool
    """Whether one of the numbers is stated as about."""
    counts: Counts
    figures: tuple[str, ...]
    """Ids of the figures, by the time they cover."""
    words: str
    """`about 14,500 people`."""

    def __str__(self) -> str:
        return f"sum: {self.words}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the figures have no sum."""

    field: str
    """What is in the way, in one word: a field of the key, or a rule."""
    words: str
    """`different things are counted: verdicts, cases`."""
    figures: tuple[str, ...] = ()
    """Ids of the one or two figures that no sum can hold together."""

    def __str__(self) -> str:
        return f"refused: {self.words}"


def add(ledger: Ledger, figures: Iterable[Figure]) -> Sum | Refusal:
    """The sum of the figures, or the first reason against it; their order does not matter."""
    chosen = sorted(figures, key=by_time)
    for check in (_refuse_number, _refuse_status, _refuse_whole, _refuse_scope, _refuse_ends):
        if refusal := check(ledger, chosen):
            return refusal
    total = add_bounds(map(bounds_of, chosen))
    counts = ledger.measures[chosen[0].measure].counts
    ids = tuple(figure.id for figure in chosen)
    return Sum(total.low, total.high, total.approximate, counts, ids, total.words(counts))


def _refuse_number(_: Ledger, chosen: Sequence[Figure]) -> Refusal | None:
    if len(chosen) < 2:
        return Refusal("number", "a sum needs two figures or more")
    for one, other in pairwise(chosen):
        if one.id == other.id:
            return Refusal("number", f"{one.id} is given twice", (one.id,))
    return None


def _refuse_status(_: Ledger, chosen: Sequence[Figure]) -> Refusal | None:
    for figure in chosen:
        if figure.status in SET_ASIDE:
            ending = "" if figure.status == Status.SUPERSEDED else " by its claimant"
            return Refusal("status", f"{figure.id} was {figure.status}{ending}", (figure.id,))
    return None


def _refuse_whole(ledger: Ledger, chosen: Sequence[Figure]) -> Refusal | None:
    """A whole is never added to what it holds."""
    ids = {figure.id for figure in chosen}
    for figure in chosen:
        whole = figure.part_of
        while whole is not None:
            if whole in ids:
                words = f"{figure.id} is a part of {whole} and counted there already"
                return Refusal("part_of", words, (whole, figure.id))
            whole = ledger.figures[whole].part_of
    return None


def _refuse_scope(ledger: Ledger, chosen: Sequence[Figure]) -> Refusal | None:
    """One line, or parts of one breakdown of one whole; and no overlap within."""
    first = chosen[0]
    if all(key_of(figure) == key_of(first) for figure in chosen):
        return _refuse_line(ledger, chosen)
    slot = slot_of(ledger, first)
    if slot is None or any(slot_of(ledger, figure) != slot for figure in chosen):
        return _refuse_difference(ledger, chosen)
    if overlap := find_overlap(ledger, slot[1], chosen):
        return Refusal(slot[1], *overlap)
    return None


def slot_of(ledger: Ledger, figure: Figure) -> tuple[str, str] | None:
    """The whole a figure is a part of, and the one field in which it differs from that whole."""
    if figure.part_of is None:
        return None
    fields = breakdown_of(figure, ledger.figures[figure.part_of])
    return (figure.part_of, fields[0]) if len(fields) == 1 and fields[0] in BREAKDOWNS else None


def _refuse_line(ledger: Ledger, chosen: Sequence[Figure]) -> Refusal | None:
    first, second, *_ = chosen
    ids = (first.id, second.id)
    if first.per:
        return Refusal("per", "rates are not added: a pace is not a count", ids)
    if ledger.measures[first.measure].stock:
        words = "levels are not added: two dates may count the same people"
        return Refusal("as_of", words, ids)
    if first.as_of:
        words = "running totals are not added: each holds what came before it"
        return Refusal("as_of", words, ids)
    overlap = find_overlapping_windows(chosen)
    return Refusal("window", *overlap) if overlap else None


def _refuse_difference(ledger: Ledger, chosen: Sequence[Figure]) -> Refusal:
    """Names the first field in which two figures differ that cannot be added."""
    one, other = _find_strangers(ledger, chosen)
    slots = [slot_of(ledger, figure) for figure in (one, other)]
    if slots[0] and slots[1] and slots[0][0] == slots[1][0]:
        fields = f"by {slots[0][1]}, by {slots[1][1]}"
        words = f"two breakdowns of one whole are not added to each other: {fields}"
        return Refusal("breakdown", words, (one.id, other.id))
    field = _first_difference(one, other)
    return Refusal(field, _say_difference(ledger, field, chosen), (one.id, other.id))


def _find_strangers(ledger: Ledger, chosen: Sequence[Figure]) -> tuple[Figure, Figure]:
    """Two of the figures that lie neither on one line nor in one breakdown.

    Being on one line and being in one breakdown are both equivalences, so where no figure is a
    stranger to the first, one that shares only its line and one that shares only its breakdown
    are strangers to each other.
    """
    first = chosen[0]
    slot = slot_of(ledger, first)
    in_slot = [f for f in chosen if slot is not None and slot_of(ledger, f) == slot]
    in_line = [f for f in chosen if key_of(f) == key_of(first)]
    near = {figure.id for figure in (*in_slot, *in_line)}
    strangers = [figure for figure in chosen if figure.id not in near]
    if strangers:
        return first, min(strangers, key=lambda f: Key._fields.index(_first_difference(first, f)))
    return (
        next(f for f in in_line if slot_of(ledger, f) != slot),
        next(f for f in in_slot if key_of(f) != key_of(first)),
    )


def _first_difference(one: Figure, other: Figure) -> str:
    """The first field of the key in which the two differ."""
    pairs = zip(Key._fields, key_of(one), key_of(other), strict=True)
    return next(name for name, mine, its in pairs if mine != its)


def _say_difference(ledger: Ledger, field: str, figures: Sequence[Figure]) -> str:
    """`different things are counted: verdicts, cases`."""
    lead, say = _FIELDS[field]
    values = dict.fromkeys(say(ledger, figure) for figure in figures)
    if field == "measure":
        nouns = dict.fromkeys(str(ledger.measures[figure.measure].counts) for figure in figures)
        values = nouns if len(nouns) == len(values) else values
    return f"{lead}: {', '.join(values)}"


def _refuse_ends(_: Ledger, chosen: Sequence[Figure]) -> Refusal | None:
    upward = next((figure for figure in chosen if figure.bound.opens_up), None)
    downward = next((figure for figure in chosen if figure.bound.opens_down), None)
    if upward is None or downward is None:
        return None
    numbers = ", ".join(say_number(f.count, f.bound) for f in (upward, downward))
    words = f"one number is open upwards and one downwards: {numbers}"
    return Refusal("bound", words, (upward.id, downward.id))


def find_addable(ledger: Ledger, figure: Figure) -> tuple[Figure, ...]:
    """Every figure that has a sum with this one, in the order of the file.

    Two of them need not have a sum with each other: windows may overlap.
    """
    alike = (
        other
        for other in ledger.figures.values()
        if other.id != figure.id
        and (other.claimant, other.measure) == (figure.claimant, figure.measure)
    )
    return tuple(other for other in alike if isinstance(add(ledger, [figure, other]), Sum))


_Say = Callable[[Ledger, Figure], str]
_FIELDS: dict[str, tuple[str, _Say]] = {
    "measure": ("different things are counted", lambda ledger, f: say_measure(ledger, f.measure)),
    "offence": (
        "different offences are counted",
        lambda ledger, f: ledger.offences[f.offence].label if f.offence else "none",
    ),
    "unit": ("different units are counted", lambda ledger, f: ledger.units[f.unit].name),
    "category": ("different categories are counted", lambda _, f: f.category or "all"),
    "place": ("different places are counted", lambda _, f: f.place or "all"),
    "claimant": ("different claimants count", lambda ledger, f: ledger.claimants[f.claimant].name),
    "forecast": (
        "a forecast is not a count",
        lambda _, f: f"{f.id} is {'expected' if key_of(f).forecast else 'reported'}",
    ),
    "kind": ("different kinds of number", lambda _, f: _KINDS[f.kind]),
    "per": ("different rates", lambda _, f: say_per(f.per).strip()),
    "since": (
        "totals with different starts",
        lambda _, f: f"since {f.since.words()}" if f.since else "start not stated",
    ),
}
