"""Two versions of a text in bytes in, the stretch in which they differ out, in whole entries.

Goes by the look of the lines alone: a section starts at the margin, an entry two blanks from it.
Whether that is so in a file, `reread.py` holds against the places of what was read from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

_START = re.compile(rb"^  [^ #\n]", re.MULTILINE)
_NEXT = re.compile(rb"\n  [^ #\n]")


class Window(NamedTuple):
    """From the start of an entry to that of another, or to the end of the text."""

    start: int
    """0 where the texts differ before their first entry."""
    old_end: int
    new_end: int


class Piece(NamedTuple):
    """The text of an entry and the line on which it starts."""

    text: bytes
    line: int


def split_sections(text: bytes, keys: Iterable[str]) -> list[bytes]:
    """What comes before the first section, then each section from its key on.

    Empty where a key is not found behind the one before it.
    """
    cuts = [0]
    for key in keys:
        found = text.find(f"\n{key}:".encode(), cuts[-1])
        if found < 0:
            return []
        cuts.append(found + 1)
    return [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def find_window(old: bytes, new: bytes) -> Window:
    """Where two texts of a section differ."""
    a, b, most = len(old), len(new), min(len(old), len(new))
    same = _count(most, lambda i, j: old[i:j] == new[i:j])
    behind = _count(most - same, lambda i, j: old[a - j : a - i] == new[b - j : b - i])
    following = _NEXT.search(old, len(old) - behind)
    end = following.start() + 1 if following else len(old)
    return Window(_find_start(old, same), end, end + len(new) - len(old))


def split_entries(text: bytes, start: int, end: int, line: int) -> list[Piece]:
    """The entries from one offset to another, of a text that starts on this line."""
    line += text.count(b"\n", 0, start)
    pieces = []
    cuts = [match.start() for match in _START.finditer(text, start, end)]
    for a, b in pairwise([*cuts, end]):
        pieces.append(Piece(text[a:b], line))
        line += text.count(b"\n", a, b)
    return pieces


def _count(most: int, are_same: Callable[[int, int], bool]) -> int:
    """How many of the first `most` bytes are the same, found by halves."""
    same = 0
    while same < most:
        middle = (same + most + 1) // 2
        if are_same(same, middle):
            same = middle
        else:
            most = middle - 1
    return same


def _find_start(text: bytes, end: int) -> int:
    """Where the last entry starts of which the first byte that is no blank lies before `end`."""
    at = text.rfind(b"\n  ", 0, max(end - 1, 0))
    while at >= 0 and text[at + 3] in b" #\n":
        at = text.rfind(b"\n  ", 0, at + 2)
    return at + 1
