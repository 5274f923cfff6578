"""The sections of several files in, those of one ledger out; a key stands in one file only."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.entries import entries
from loaders.ledger import Files
from loaders.problems import Place, Problem, quote
from loaders.reading import LISTS, SECTIONS
from loaders.source import Items, Map, Node


def merge(parts: Mapping[str, Map], problems: list[Problem]) -> tuple[Map, Files]:
    """One root with the records of all files, in the order of the files, and where each stands.

    Sections that are unknown or of the wrong shape stay out; keys given twice go to `problems`.
    """
    if len(parts) == 1:
        return next(iter(parts.values())), {}
    merged = Map()
    homes: dict[int, str] = {}
    merged.line = merged.column = 1
    for name, part in parts.items():
        for section in SECTIONS:
            for node in _add(merged, section, part.get(section), name, problems, homes):
                homes[id(node)] = name
    return merged, {
        (section, key): homes[id(node)]
        for section, found in merged.items()
        for key, node in entries(found).items()
    }


def _add(
    merged: Map,
    section: str,
    new: Node | None,
    name: str,
    problems: list[Problem],
    homes: Mapping[int, str],
) -> list[Node]:
    """Put the records of one file's section among the others; those that were added."""
    shape = Items if section in LISTS else Map
    if not isinstance(new, shape):
        return []
    both = merged.setdefault(section, shape())
    both.line, both.column = new.line, new.column
    if isinstance(both, Items) and isinstance(new, Items):
        both.extend(new)
        return list(new)
    assert isinstance(both, Map)
    assert isinstance(new, Map)
    known = {str(key): key for key in both.texts()}
    for key in new.texts():
        if key in known:
            first = f"line {known[key].line} of {homes[id(both[key])]}"
            message = f"{quote(key)} is given twice, first on {first}; keep one"
            problems.append(Problem(Place(name, key.line, key.column), message, record=section))
    added = {key: node for key, node in new.items() if key not in both}
    both.update(added)
    return list(added.values())
