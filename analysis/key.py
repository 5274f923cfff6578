"""A figure in, its comparability key out: what must agree before two figures may be compared."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from loaders.records import Figure
from loaders.words import Basis, Status

SET_ASIDE = (Status.SUPERSEDED, Status.WITHDRAWN, Status.MISTAKEN)
"""A figure that its claimant no longer stands by, or never made, is never calculated with."""


class Key(NamedTuple):
    """Figures whose keys are equal lie on one line.

    The fields stand in the order in which a refusal looks for the first that differs.
    """

    measure: str
    offence: str | None
    unit: str
    category: str | None
    place: str | None
    claimant: str
    forecast: bool
    kind: str
    per: str | None
    since: date | None


def key_of(figure: Figure) -> Key:
    """The comparability key of a figure."""
    return Key(
        figure.measure,
        figure.offence,
        figure.unit,
        figure.category,
        figure.place,
        figure.claimant,
        figure.basis == Basis.FORECAST,
        figure.kind,
        figure.per,
        figure.since.first if figure.since else None,
    )


def first_day(figure: Figure) -> date:
    """The first day the count can hold: of a total without a stated start, any day."""
    return date.min if figure.as_of and not figure.since else figure.window.start.first


def days_of(figure: Figure) -> tuple[date, date]:
    """The first and the last day the count can hold."""
    return first_day(figure), figure.end.last


def by_time(figure: Figure) -> tuple[date, date, str]:
    """Sorts figures by the time they cover, then by id."""
    return (*days_of(figure), figure.id)


def by_end(figure: Figure) -> tuple[date, date, str]:
    """Sorts figures by the time they run to, then by id."""
    return (figure.end.last, figure.end.first, figure.id)


def breakdown_of(part: Figure, whole: Figure) -> tuple[str, ...]:
    """The fields in which a part differs from its whole; `window` where the time differs."""
    mine, its = key_of(part)._asdict(), key_of(whole)._asdict()
    fields = [name for name in Key._fields if mine[name] != its[name]]
    fields = [name for name in fields if name not in ("kind", "since")]
    return (*fields, *(("window",) if days_of(part) != days_of(whole) else ()))
