"""What a file that reads well lacks of the one before: it may be cut off.

A copy that breaks off at the end of a line loads. Where it is the beginning of the file before, or
ends where that goes on, or lacks many figures, somebody is to say first that this is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from loaders.ledger import Ledger
from loaders.source import Items, Map, Node

T = TypeVar("T")
MOST_LOST = 1 / 3
"""A file that lost a larger share of its figures is not shown until somebody says so."""


def find_loss(before: Ledger, old: bytes, after: Ledger, new: bytes) -> str:
    """Why the new file looks cut off, beside the old one; empty where it does not."""
    figures, lost = len(before.figures), len(before.figures) - len(after.figures)
    if old.startswith(new):
        cut = old[len(new) :].count(b"\n")
        lines = "1 line is" if cut == 1 else f"{cut:,} lines are"
        return f"{lines} gone from the end of the file, and no more is changed"
    if lost > figures * MOST_LOST:
        return f"{lost} of {figures} figures are gone from the file"
    gone = _count_end(before.source, after.source)
    entries = "the last entry is" if gone == 1 else f"the last {gone:,} entries are"
    return f"{entries} gone from the file" if gone else ""


def _count_end(old: Map, new: Map) -> int:
    """How many entries came after those that the file ends with, whatever is changed in these."""
    *_, last = new
    entries = _list_end(_name_entries(old.get(last, Items())), _name_entries(new[last]))
    sections = _list_end(list(old), list(new))
    return len(entries) + sum(len(old[section]) for section in sections)


def _list_end(old: Sequence[T], new: Sequence[T]) -> Sequence[T]:
    """What came after the last of the new ones, where nothing of it is left."""
    rest = old[old.index(new[-1]) + 1 :] if new and new[-1] in old else []
    return [] if any(one in new for one in rest) else rest


def _name_entries(section: Node) -> list[Any]:
    """What tells the entries of a section apart: the key, the id, or all that is written."""
    return [one.get("id", one) if isinstance(one, Map) else one for one in section]
