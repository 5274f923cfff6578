"""Where a record belongs in its section: oldest first, its force together, units below parents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from loaders.reading import SECTIONS

Keyed = tuple[str, Any]
"""A record's key (empty in a list) and its plain text, lists and mappings."""

AGES: dict[str, Callable[[Any], date]] = {
    "articles": lambda article: article.published.first if article.published else date.max,
    "figures": lambda figure: figure.end.first,
    "gaps": lambda gap: gap.from_.first,
    "events": lambda event: event.date.start.first,
}
"""What "oldest first" goes by; the other sections stay in the order they are in."""


class Spot(NamedTuple):
    """Right behind the record at this position, or right before it."""

    position: int
    behind: bool = True


def find_spot(sections: Mapping[str, Sequence[Keyed]], section: str, new: Keyed) -> Spot:
    """Where a new record goes in a section that has records."""
    records = sections[section]
    last = Spot(len(records) - 1)
    if section == "claimants":
        smaller = [number for number, (key, _) in enumerate(records) if key < new[0]]
        return Spot(smaller[-1]) if smaller else Spot(0, behind=False)
    if section == "units":
        return _behind_family(records, new[1])
    if section not in AGES or (age := _age(section, new[1])) is None:
        return last
    group = [
        position
        for position, (_, node) in enumerate(records)
        if section != "figures" or _force(sections, node) == _force(sections, new[1])
    ]
    older = [position for position in group if (_age(section, records[position][1]) or age) <= age]
    if older:
        return Spot(older[-1])
    return Spot(group[0], behind=False) if group else last


def _age(section: str, node: Any) -> date | None:
    """The day that a record is sorted by; None where it does not fit its type."""
    try:
        return AGES[section](SECTIONS[section].model_validate(node))
    except (ValidationError, AssertionError):
        return None


def _force(sections: Mapping[str, Sequence[Keyed]], figure: Any) -> str:
    return list(_way_up(dict(sections["units"]), str(figure.get("unit", ""))))[-1]


def _behind_family(units: Sequence[Keyed], new: Any) -> Spot:
    """Behind the last unit of the same parent, and what lies below that one."""
    known, parent = dict(units), str(new.get("parent", ""))
    family = [
        number for number, (key, _) in enumerate(units) if parent in list(_way_up(known, key))
    ]
    return Spot(family[-1] if family else len(units) - 1)


def _way_up(units: Mapping[str, Any], key: str) -> Iterator[str]:
    """A unit, its parent, and so on; a circle ends."""
    seen: set[str] = set()
    while key not in seen:
        yield key
        seen.add(key)
        unit = units.get(key)
        key = str(unit.get("parent", key)) if isinstance(unit, dict) else key
