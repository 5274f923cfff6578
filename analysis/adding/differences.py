"""Two figures that may not be added in; the first field in which they differ, in words, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.key import Key, key_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say_measure, say_per

_KINDS = {"during": "in a period", "as_of": "up to a date", "rate": "as a pace"}


def first_difference(one: Figure, other: Figure) -> str:
    """The first field of the key in which the two differ."""
    pairs = zip(Key._fields, key_of(one), key_of(other), strict=True)
    return next(name for name, mine, its in pairs if mine != its)


def say_difference(ledger: Ledger, field: str, figures: Sequence[Figure]) -> str:
    """`different things are counted: verdicts, cases`."""
    lead, say = _FIELDS[field]
    values = dict.fromkeys(say(ledger, figure) for figure in figures)
    if field == "measure":
        nouns = dict.fromkeys(str(ledger.measures[figure.measure].counts) for figure in figures)
        values = nouns if len(nouns) == len(values) else values
    return f"{lead}: {', '.join(values)}"


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
