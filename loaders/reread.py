"""The ledger before, its bytes and newer bytes in; the newer ledger out, or nothing.

Only the articles and figures whose text changed are read, each alone; the records of the others
are those of the ledger before. As `plain.py` this may only be right or silent: where there is any
doubt, or any error, the whole is left to `load.read_ledger`, which says what is wrong. Why what is
found is what reading the whole would find: docs/decisions/0009.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from loaders.collector import uncollected
from loaders.ledger import Ledger
from loaders.moving import Entry, move, move_all, move_key, move_section, put_together, take_apart
from loaders.plain import read_plain
from loaders.problems import Refused, Severity
from loaders.reading import SECTIONS, check_sections, read_section
from loaders.records import Record
from loaders.rules.every_rule import recheck
from loaders.source import Items, Map, Node, Text, decode
from loaders.splitting import Piece, find_window, split_entries, split_sections

REREAD = ("articles", "figures")
"""The sections whose entries may change; one of another may concern any figure."""
COLUMN = 3
"""Where an entry, or its dash, stands."""
MOST_READ = 1_000
"""Where more entries changed, reading the whole takes no longer."""

Found = tuple[Entry, tuple[str, Record]]
"""An entry, and the record that was read from it with its key."""


class _Doubt(Exception):
    """Something that only reading the whole can tell."""


@uncollected()
def reread(before: Ledger, old: bytes, new: bytes) -> Ledger | None:
    """What `read_ledger` gives for the `new` bytes, or None where there is any doubt."""
    try:
        ledger = _read(before, b"\n" + old, b"\n" + new)
    except (_Doubt, Refused):
        return None
    problems = sorted(recheck(before, ledger))
    if any(problem.severity == Severity.ERROR for problem in problems):
        return None
    version = hashlib.sha256(new).hexdigest()
    return replace(ledger, version=version, warnings=tuple(problems))


def _read(before: Ledger, old: bytes, new: bytes) -> Ledger:
    """The ledger with what changed, not yet checked. Raises _Doubt and Refused."""
    keys = list(before.source.texts())
    was, now = split_sections(old, keys), split_sections(new, keys)
    _hold(bool(was) and was[:1] == now[:1] and _is_plain_frame(before, new))
    source, records = Map(), dict[str, Any]()
    source.line, source.column = before.source.line, before.source.column
    old_line = line = was[0].count(b"\n")
    for key, text, newer in zip(keys, was[1:], now[1:], strict=True):
        _hold((key.line, key.column) == (old_line, 1))
        section, by = before.source[key], line - old_line
        old_line += text.count(b"\n")
        if text == newer:
            section, line = move_section(section, by), old_line + by
        else:
            _hold(key in REREAD)
            line += newer.count(b"\n")
            behind = line - old_line
            section, records[key] = _read_changed(before, key, (by, behind), text, newer)
        source[move_key(key, by)] = section
    return replace(before, source=source, **records)


def _hold(certain: bool) -> None:
    if not certain:
        raise _Doubt


def _is_plain_frame(before: Ledger, new: bytes) -> bool:
    """One file, in block style, whose lines end as ours do."""
    root = before.source
    first = next(root.texts())
    return (
        not before.files
        and not new.startswith(b"\n#:file ")
        and (root.line, root.column) == (first.line, 1)
        and b"\r" not in new
    )


def _read_changed(
    before: Ledger, key: Text, by: tuple[int, int], old: bytes, new: bytes
) -> tuple[Map | Items, dict[str, Any]]:
    """A section and its records; it starts and ends `by` so many lines further down than before."""
    section, window = before.source[key], find_window(old, new)
    _hold(window.start > 0)
    pieces = split_entries(old, window.start, window.old_end, key.line)
    newer = split_entries(new, window.start, window.new_end, key.line + by[0])
    found, records = take_apart(section), list(getattr(before, key).items())
    end = key.line + old.count(b"\n", 0, window.old_end) if window.old_end < len(old) else 0
    first, last = _locate(pieces, found, end)
    _hold(_is_block(section, found[0], pieces))
    same = zip(found[first:last], records[first:last], strict=True)
    known = dict(zip((piece.text for piece in pieces), same, strict=True))
    changed = _read_pieces(newer, known, key, before.name)
    middle = [entry for entry, _ in changed]
    together = [*move_all(found[:first], by[0]), *middle, *move_all(found[last:], by[1])]
    read = dict([*records[:first], *(record for _, record in changed), *records[last:]])
    _hold(len(read) == len(together))
    return put_together(together, section, section.line + by[0]), read


def _locate(pieces: Sequence[Piece], found: Sequence[Entry], end: int) -> tuple[int, int]:
    """Which of the entries found the pieces are; on line `end` the next one starts, 0: none."""
    first = bisect_left(found, pieces[0].line, key=lambda entry: entry.line)
    last = first + len(pieces)
    lines = [*(piece.line for piece in pieces), *([end] if end else [])]
    _hold([entry.line for entry in found[first : last + 1]] == lines)
    return first, last


def _is_block(section: Node, first: Entry, pieces: Sequence[Piece]) -> bool:
    """Whether the entries stand below each other, each behind its key or dash."""
    if (section.line, section.column) != (first.line, COLUMN):
        return False
    if first.key is not None:
        return first.key.column == COLUMN
    return all(piece.text.startswith(b"  - ") for piece in pieces)


def _read_pieces(
    pieces: Sequence[Piece], known: dict[bytes, Found], section: str, name: str
) -> list[Found]:
    """The entries at their places with their records; those of known texts are taken over."""
    found = []
    _hold(sum(piece.text not in known for piece in pieces) <= MOST_READ)
    for text, line in pieces:
        _hold(b"\n..." not in text)
        same = text in known
        entry, record = known.pop(text) if same else _read_entry(text, section, name)
        found.append((move(entry, line - entry.line), record))
    return found


def _read_entry(text: bytes, section: str, name: str) -> Found:
    """The one entry that the text holds below the name of its section."""
    source = read_plain(decode(f"{section}:\n".encode() + text, name))
    _hold(source is not None and list(source) == [section])
    assert source is not None
    problems = list(check_sections(source, name))
    records = read_section(section, source, SECTIONS[section], name, {}, problems)
    _hold(not problems and len(records) == 1)
    (entry,), (record,) = take_apart(source[section]), records.items()
    _hold(entry.line == 2)
    return entry, record
