"""Figures that differ in one field in; two of them that may hold the same people, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from analysis.key import by_time, first_day
from loaders.dates import Window
from loaders.ledger import Ledger, once
from loaders.records import Figure

Overlap = tuple[str, tuple[str, str]]
"""A sentence, and the ids of the two figures."""


def find_overlap(ledger: Ledger, field: str, figures: Sequence[Figure]) -> Overlap | None:
    """The first two that overlap: in time, or because one unit or offence holds the other."""
    if field == "window":
        return find_overlapping_windows(figures)
    above: dict[str, Callable[[Figure], Sequence[str | None]]] = {
        "unit": lambda figure: ledger.path(figure.unit)[:-1],
        "offence": lambda figure: broader_offences(ledger).get(figure.offence, ()),
    }
    return _find_nested(figures, field, above.get(field, lambda _: ()))


def find_overlapping_windows(figures: Sequence[Figure]) -> Overlap | None:
    """The first two figures whose times have a day in common."""
    last: Figure | None = None
    for figure in sorted(figures, key=by_time):
        if last and first_day(figure) <= last.end.last:
            words = f"times overlap: {_say_overlap(figure.window, last.window)}"
            return words, (last.id, figure.id)
        last = figure
    return None


def _say_overlap(one: Window, other: Window) -> str:
    """`2024-01 lies within 2024-01-01/2024-04-12`."""
    if one.same_days(other):
        return f"both cover {one}" if str(one) == str(other) else f"{one} and {other} are the same"
    if other.contains(one):
        return f"{one} lies within {other}"
    return f"{other} lies within {one}" if one.contains(other) else f"{other} and {one}"


def _find_nested(
    figures: Sequence[Figure], field: str, above: Callable[[Figure], Sequence[str | None]]
) -> Overlap | None:
    """Two figures with one value of the field, or with a value and one above it."""
    seen: dict[str | None, str] = {}
    for figure in figures:
        value = getattr(figure, field)
        if value in seen:
            return f"both are for one {field}: {value}", (seen[value], figure.id)
        seen[value] = figure.id
    for figure in figures:
        value = getattr(figure, field)
        for holder in above(figure):
            if holder in seen:
                return f"one {field} holds the other: {value} is in {holder}", (
                    seen[holder],
                    figure.id,
                )
    return None


@once
def broader_offences(ledger: Ledger) -> dict[str | None, tuple[str | None, ...]]:
    """Offence -> those that hold it, learnt from the wholes and parts in the file; None is none."""
    above: defaultdict[str | None, dict[str | None, None]] = defaultdict(dict)
    for whole, parts in ledger.parts.items():
        for part in parts:
            above[part.offence][ledger.figures[whole].offence] = None
    return {offence: _climb(above, offence) for offence in above}


def _climb(
    above: Mapping[str | None, Iterable[str | None]], offence: str | None
) -> tuple[str | None, ...]:
    """All that hold an offence, the nearest first: what holds its holder holds it too."""
    found = [offence]
    for holder in found:  # which grows meanwhile
        found += [one for one in above.get(holder, ()) if one not in found]
    return tuple(found[1:])
