"""What may be added and what is left, worked out slowly: days, units and counts as plain sets.

Written from "What may be compared" in docs/figures.md, not from `analysis/`. A claim is the set of
counts that it allows, in halves so that "about" has room; an end that it leaves open runs on to
FAR. Sums and remainders are made by trying every pair of counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce
from itertools import combinations

from loaders.ledger import Ledger
from loaders.records import Figure

FAR = 400
"""So far, in halves, runs an open end; all counts of a test together stay below NEAR."""
NEAR = 200
BEFORE = date(2021, 1, 1)
"""A day before all that the tests count."""
UPWARD, DOWNWARD = ("at_least", "more_than"), ("up_to", "less_than", "almost")
GONE = ("superseded", "withdrawn", "mistaken")

Halves = frozenset[int]
End = float | None
"""A count, or None where it is open."""


def list_days(figure: Figure) -> frozenset[date]:
    """The days on which somebody may have been counted; of a total without a start all before."""
    window = figure.during
    since = figure.since.first if figure.since else BEFORE
    first = window.start.first if window else since
    last = window.end.last if window else figure.end.last
    return frozenset(first + timedelta(n) for n in range((last - first).days + 1))


def list_counts(figure: Figure, with_room: bool = False) -> Halves:
    """The counts that a claim allows; `with_room` those too that "about" may stand for."""
    low, high, bound = figure.count.low, figure.count.high, str(figure.bound)
    room = 0
    if with_room and bound == "about":
        room = next(10**n for n in range(9, -1, -1) if high % 10**n == 0)
    first = -FAR if bound in DOWNWARD else 2 * low - room
    last = FAR if bound in UPWARD else 2 * high + room
    return frozenset(range(first, last + 1, 1 if with_room else 2))


def add_counts(figures: Iterable[Figure], with_room: bool = False) -> Halves:
    """Every sum that the claims allow together."""
    sets = [list_counts(figure, with_room) for figure in figures]
    return reduce(lambda some, more: frozenset(a + b for a in some for b in more), sets)


def find_ends(counts: Iterable[int]) -> tuple[End, End]:
    """The least and the greatest of them, where they do not run on."""
    least, most = min(counts), max(counts)
    return (None if least < -NEAR else least / 2), (None if most > NEAR else most / 2)


def may_be_added(ledger: Ledger, figures: Sequence[Figure]) -> bool:
    """Windows of one line without a common day, or parts of one whole that hold nobody twice."""
    ends = {str(figure.bound) for figure in figures}
    if len({figure.id for figure in figures}) < max(2, len(figures)):
        return False
    if any(figure.status in GONE for figure in figures):
        return False
    if ends & set(UPWARD) and ends & set(DOWNWARD):
        return False
    if any(is_within(ledger, one, other) for one in figures for other in figures):
        return False
    if len({line_of(figure) for figure in figures}) == 1:
        return figures[0].kind == "during" and are_disjoint(map(list_days, figures))
    fields = [differs_in(ledger, figure) for figure in figures]
    if len({figure.part_of for figure in figures}) > 1 or len(set(fields)) > 1 or not fields[0]:
        return False
    return len(fields[0]) == 1 and holds_nobody_twice(ledger, fields[0][0], figures)


def is_within(ledger: Ledger, one: Figure, other: Figure) -> bool:
    """Whether one is a part of the other, or of a part of it."""
    above = ledger.figures[one.part_of] if one.part_of else None
    return above is not None and (above.id == other.id or is_within(ledger, above, other))


def line_of(figure: Figure) -> tuple[object, ...]:
    """All that must agree on a line, and whether it is a forecast, which is no count yet."""
    scope = (figure.claimant, figure.unit, figure.category, figure.place, figure.measure)
    since = figure.since.first if figure.since else None
    return (*scope, figure.offence, figure.kind, figure.per, since, figure.basis == "forecast")


def differs_in(ledger: Ledger, part: Figure) -> tuple[str, ...]:
    """In what a part is not its whole; nothing for a figure that is none."""
    if part.part_of is None:
        return ()
    whole = ledger.figures[part.part_of]
    names = ("claimant", "unit", "category", "place", "measure", "offence", "per")
    found = [name for name in names if getattr(part, name) != getattr(whole, name)]
    if (part.basis == "forecast") != (whole.basis == "forecast"):
        found.append("forecast")
    if list_days(part) != list_days(whole):
        found.append("window")
    return tuple(found)


def holds_nobody_twice(ledger: Ledger, field: str, parts: Sequence[Figure]) -> bool:
    """Whether parts that differ from their whole in one field are apart in that field."""
    if field == "window":
        return are_disjoint(map(list_days, parts))
    if field == "unit":
        return are_disjoint(list_units(ledger, part.unit) for part in parts)
    if field == "offence":
        return are_disjoint(list_offences(ledger, part.offence) for part in parts)
    if field not in ("category", "place"):
        return False
    values = [getattr(part, field) for part in parts]
    return len(set(values)) == len(values)


def list_units(ledger: Ledger, unit: str) -> frozenset[str]:
    """A unit and everything below it."""
    below = [key for key, one in ledger.units.items() if one.parent == unit]
    return frozenset({unit}).union(*(list_units(ledger, key) for key in below))


def list_offences(ledger: Ledger, offence: str | None) -> frozenset[str | None]:
    """An offence and those that the file shows to be a part of it, of its parts, and so on."""
    found = {offence}
    while True:
        below = {
            part.offence
            for part in ledger.figures.values()
            if part.part_of
            and part.offence
            and ledger.figures[part.part_of].offence in found - {None}
        }
        if below <= found:
            return frozenset(found)
        found |= below


def are_disjoint(sets: Iterable[frozenset[object]]) -> bool:
    return all(not one & other for one, other in combinations(list(sets), 2))


def is_too_much(parts: Iterable[Figure], whole: Figure) -> bool:
    """Whether the parts exceed their whole whatever the claims allow."""
    least, _ = find_ends(add_counts(parts, with_room=True))
    _, most = find_ends(list_counts(whole, with_room=True))
    return least is not None and most is not None and least > most


def find_rest(parts: Iterable[Figure], whole: Figure) -> tuple[End, End]:
    """What the parts leave of their whole: every difference, none below nothing.

    Where nothing follows from a lower end, there is none; where nothing is left, that is exact.
    """
    total = add_counts(parts)
    low, high = find_ends([a - b for a in list_counts(whole) for b in total])
    low, high = (None if end is None else max(end, 0.0) for end in (low, high))
    if high is None and low == 0:
        low = None
    return (0.0 if high == 0 else low), high


def find_falling(ledger: Ledger) -> Iterator[tuple[Figure, Figure]]:
    """Every two totals of one line of which the later one is surely smaller."""
    for one in ledger.figures.values():
        for other in ledger.figures.values():
            is_line = is_running(ledger, one) and line_of(one) == line_of(other)
            if is_line and one.status not in GONE and other.status not in GONE:
                surely_later = other.end.first > one.end.last
                if surely_later and is_surely_more(one, other):
                    yield one, other


def find_unequal(ledger: Ledger) -> Iterator[tuple[Figure, Figure]]:
    """Every two totals or levels of one line and day that cannot both be right."""
    stated = [one for one in ledger.figures.values() if one.as_of and one.status not in GONE]
    for one, other in combinations(stated, 2):
        is_same_day = line_of(one) == line_of(other) and one.as_of == other.as_of
        if is_same_day and (is_surely_more(one, other) or is_surely_more(other, one)):
            yield one, other


def is_running(ledger: Ledger, figure: Figure) -> bool:
    is_level = ledger.measures[figure.measure].stock
    return figure.as_of is not None and not is_level and figure.basis != "forecast"


def is_surely_more(one: Figure, other: Figure) -> bool:
    return is_too_much([one], other)
