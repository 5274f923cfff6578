"""Some fields of a record set, its other lines as they were typed; comments come above."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editing.block import Edit, find_entry
from editing.outline import Outline, Part, shift
from editing.written_form import INDENT, LONG, in_order, write_field, write_record
from loaders.nodes import Map
from loaders.reading import SECTIONS


def set_fields(outline: Outline, section: str, key: str, values: Mapping[str, Any]) -> Edit:
    """The edit that gives an article or a figure these values, new ones in their places.

    Raises Refused, and NotSaved without the record.
    """
    assert section in LONG
    entry = find_entry(outline, section, key)
    assert isinstance(entry.node, Map)
    if outline.is_in_brackets(entry.node):
        return Edit(section, write_anew(outline, section, entry, {**entry.node, **values}), key)
    lines = outline.lines[entry.start : entry.end]
    order = in_order({**entry.node, **values}, SECTIONS[section])
    parts = {part.key: part for part in outline.parts(entry)}
    for name in reversed(order):
        if name not in values:
            continue
        typed = shift(write_field(name, values[name]), entry.node.column - 1 - len(INDENT * 2))
        if old := parts.get(name):
            start, end = old.start - entry.start, old.end - entry.start
            lead = lines[start][: entry.node.column - 1]
            comments = filter(None, map(outline.comment, range(old.start, old.end)))
            above = [" " * len(lead) + comment for comment in comments]
            lines[start:end] = [*above, lead + typed[0].lstrip(), *typed[1:]]
        else:
            before = [parts[other] for other in order[: order.index(name)] if other in parts]
            at = max((part.end for part in before), default=entry.end) - entry.start
            lines[at:at] = typed
    return Edit(section, "\n".join(lines), key)


def write_anew(outline: Outline, section: str, entry: Part, node: Mapping[str, Any]) -> str:
    """A whole record in the one written form, in its column; its comments then stand above it."""
    lines = outline.lines[entry.start : entry.end]
    written = write_record(section, node, entry.key)
    comments = filter(None, map(outline.comment, range(entry.start, entry.end)))
    by = len(lines[0]) - len(lines[0].lstrip(" ")) - len(INDENT)
    return "\n".join(shift([*(INDENT + one for one in comments), *written.split("\n")], by))
