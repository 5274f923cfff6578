"""Where a record belongs in its section: oldest first, its force together, units below parents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from loaders.nodes import Map, entries
from loaders.reading import SECTIONS

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


def find_spot(root: Map, section: str, key: str, new: Any) -> Spot:
    """Where a new record goes in a section that has records."""
    records = entries(root[section])
    last = Spot(len(records) - 1)
    if section == "claimants":
        smaller = [number for number, other in enumerate(records) if other < key]
        return Spot(smaller[-1]) if smaller else Spot(0, behind=False)
    if section == "units":
        return _behind_family(records, new)
    if section not in AGES or (age := _age(section, new)) is None:
        return last
    units = entries(root["units"]) if section == "figures" else {}
    group = [
        (position, node)
        for position, node in enumerate(records.values())
        if section != "figures" or _force(units, node) == _force(units, new)
    ]
    older = [position for position, node in group if (_age(section, node) or age) <= age]
    if older:
        return Spot(older[-1])
    return Spot(group[0][0], behind=False) if group else last


def _age(section: str, node: Any) -> date | None:
    """The day that a record is sorted by; None where it does not fit its type."""
    try:
        return AGES[section](SECTIONS[section].model_validate(node))
    except (ValidationError, AssertionError):
        return None


def _force(units: Mapping[str, Any], figure: Any) -> str:
    return list(_way_up(units, str(figure.get("unit", ""))))[-1]


def _behind_family(units: Mapping[str, Any], new: Any) -> Spot:
    """Behind the last unit of the same parent, and what lies below that one."""
    parent = str(new.get("parent", ""))
    family = [number for number, key in enumerate(units) if parent in _way_up(units, key)]
    return Spot(family[-1] if family else len(units) - 1)


def _way_up(units: Mapping[str, Any], key: str) -> Iterator[str]:
    """A unit, its parent, and so on; a circle ends."""
    seen: set[str] = set()
    while key not in seen:
        yield key
        seen.add(key)
        unit = units.get(key)
        key = str(unit.get("parent", key)) if isinstance(unit, dict) else key
