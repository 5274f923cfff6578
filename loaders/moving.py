"""Entries of a section as they stand, on other lines, and a section of entries; nothing in place.

A ledger goes on being used while the next one is made of it, so that what moves is copied.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from loaders.source import Items, Map, Moved, Node, Text


class Entry(NamedTuple):
    """An entry of a section, and its key where the section is a mapping."""

    node: Map
    key: Text | None = None

    @property
    def line(self) -> int:
        """Where it starts."""
        return self.node.line if self.key is None else self.key.line


def take_apart(section: Node) -> list[Entry]:
    """The entries of a section of a ledger that loaded, all of them mappings."""
    if isinstance(section, Map):
        nodes = cast("Iterable[Map]", section.values())
        return [Entry(node, key) for key, node in zip(section.texts(), nodes, strict=True)]
    return [Entry(node) for node in cast("Iterable[Map]", section)]


def put_together(found: list[Entry], section: Node, line: int) -> Map | Items:
    """The entries as a section like the one that is given, on this line."""
    new: Map | Items
    if isinstance(section, Map):
        new = Map({key: node for node, key in found if key is not None})
    else:
        new = Items(node for node, _ in found)
    new.line, new.column = line, section.column
    return new


def move_section(section: Node, by: int) -> Node:
    """The same entries so many lines further down."""
    if not by:
        return section
    return put_together(move_all(take_apart(section), by), section, section.line + by)


def move_all(found: list[Entry], by: int) -> list[Entry]:
    """The same entries so many lines further down."""
    return [move(entry, by) for entry in found] if by else found


def move(entry: Entry, by: int) -> Entry:
    """The same entry so many lines further down."""
    if not by:
        return entry
    node, key = entry
    moved = Moved(node)
    moved.line, moved.column = node.line + by, node.column
    moved.by = by + (node.by if isinstance(node, Moved) else 0)
    return Entry(moved, None if key is None else move_key(key, by))


def move_key(key: Text, by: int) -> Text:
    """The same key so many lines further down."""
    moved = Text(key)
    moved.line, moved.column = key.line + by, key.column
    return moved
