"""A figure in; the wording that is safest to copy, what it covers and what it does not, out."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.provenance import Relay, relays_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import (
    has_open_start,
    join_names,
    lower,
    say_population,
    say_quantity,
    say_thing,
    say_when,
)
from loaders.words import Basis, Bound, Counts, Status

_BOUND_LIMITS = {
    Bound.ABOUT: "a round number; how near it is to the count is not said",
    Bound.ALMOST: "an upper end, not the count",
    Bound.AT_LEAST: "a lower end, not the count",
    Bound.MORE_THAN: "a lower end, not the count",
    Bound.UP_TO: "an upper end, not the count",
    Bound.LESS_THAN: "an upper end, not the count",
}
COUNT_LIMITS = {
    Counts.CASES: "criminal cases, not people",
    Counts.VERDICTS: "verdicts, not people who left",
    Counts.REQUESTS: "requests, not people who left",
}
_STATUS_LIMITS = {
    Status.DOUBTFUL: "marked doubtful in this file",
    Status.SUPERSEDED: "corrected since by its claimant",
    Status.WITHDRAWN: "taken back since by its claimant",
    Status.MISTAKEN: "entered in error in this file",
}
_FIELD_WORDS = {
    "during": "time",
    "as_of": "date",
    "since": "start of the count",
    "per": "rate",
    "count": "number",
    "measure": "thing counted",
    "part_of": "whole it is a part of",
}
"""Field -> what a reader calls it, where that is not its own name."""
OPEN_START = "the start of the count is not stated"


def safest_wording(ledger: Ledger, figure: Figure) -> str:
    """`More than 18,000 people …, according to …, as reported by …; not independently verified.`"""
    quantity = say_quantity(ledger, figure)
    scope = f"{_say_thing(ledger, figure)}{say_population(ledger, figure)}"
    start = f" ({OPEN_START})" if has_open_start(ledger, figure) else ""
    claim = f"{quantity[:1].upper()}{quantity[1:]}{scope}, {say_when(ledger, figure)}{start}"
    source = "expected by" if figure.basis == Basis.FORECAST else "according to"
    origin = f"{source} {ledger.claimants[figure.claimant].name}"
    reported = _say_reporter(first_relay(ledger, figure))
    status = _STATUS_LIMITS.get(figure.status)
    tail = f"; {status}" if status else ""
    return f"{claim}, {origin}{reported}{tail}; not independently verified."


def _say_thing(ledger: Ledger, figure: Figure) -> str:
    """What is counted, as far as the noun has not said it."""
    rest = say_thing(ledger, figure)
    return f" ({rest}), " if rest else ", "


def first_relay(ledger: Ledger, figure: Figure) -> Relay:
    """The article to name: the first in the one order of articles."""
    return relays_of(ledger, figure)[0]


def _say_reporter(relay: Relay) -> str:
    published = relay.article.published
    when = f" ({published.words()})" if published else ""
    return f", as reported by {relay.article.outlet}{when}" if len(relay.path) > 1 else when


def say_covered(ledger: Ledger, figure: Figure) -> tuple[str, ...]:
    """What the figure covers: the definitions behind it, and how it was counted."""
    words = [ledger.measures[figure.measure].definition]
    if figure.offence:
        words.append(ledger.offences[figure.offence].definition)
    words.append(f"Counted how: {figure.basis.definition}.")
    return (*words, figure.note) if figure.note else tuple(words)


def say_limits(ledger: Ledger, figure: Figure) -> tuple[str, ...]:
    """What the figure does not cover, or what speaks against it."""
    return tuple(_find_limits(ledger, figure))


def _find_limits(ledger: Ledger, figure: Figure) -> Iterator[str]:
    measure = ledger.measures[figure.measure]
    if figure.bound in _BOUND_LIMITS:
        yield _BOUND_LIMITS[figure.bound]
    if measure.counts in COUNT_LIMITS:
        yield COUNT_LIMITS[measure.counts]
    yield from _limit_scope(ledger, figure)
    if figure.per:
        yield "a pace, not a total"
    elif measure.stock:
        yield "a level on one date, not a total"
    elif figure.since:
        yield "a running total, not a number for one month or year"
    elif figure.as_of:
        yield OPEN_START
    if figure.basis == Basis.FORECAST:
        yield "expected, not counted"
    yield from _limit_trust(ledger, figure)


def say_inferred(figure: Figure) -> str:
    """`the window is worked out, not stated`."""
    names = [_FIELD_WORDS.get(field, field) for field in figure.inferred]
    return f"the {join_names(names)} {'is' if len(names) == 1 else 'are'} worked out, not stated"


def _limit_scope(ledger: Ledger, figure: Figure) -> Iterator[str]:
    """The parts of the force that it is for."""
    unit, root = ledger.units[figure.unit], ledger.units[ledger.force(figure.unit)]
    if unit.parent:
        yield f"{unit.name} only, not all {root.name}"
    for part in (figure.category, figure.place):
        if part:
            yield f"{part} only"
    if figure.offence:
        yield f"{lower(ledger.offences[figure.offence].label)} only"


def _limit_trust(ledger: Ledger, figure: Figure) -> Iterator[str]:
    """Who says it about whom, and what became of it."""
    side = ledger.claimants[figure.claimant].side
    if side in ("russia", "ukraine"):
        other = "the other" if side != ledger.force(figure.unit) else "its own forces"
        yield f"said by one side of the war about {other}"
    if figure.status in _STATUS_LIMITS:
        yield _STATUS_LIMITS[figure.status]
    if figure.inferred:
        yield say_inferred(figure)
    for dispute in figure.disputed_by:
        note = f": {dispute.note}" if dispute.note else ""
        yield f"disputed by {ledger.name_of(dispute.claimant)}{note}"
