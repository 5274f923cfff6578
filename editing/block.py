"""The text of one record: found, replaced or added; every other byte of the file stays.

Give bytes of a file and get bytes back. What is asked for is checked against the file read
before and after: whatever an edit does to any other record, to a section or to the order of
things is refused, however the text was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from editing.pieces import Entry, Piece, key_of
from editing.placing import Keyed, Spot, find_spot
from editing.spans import read_pieces
from editing.writing import INDENT, LONG, Writer, make_piece, write_flow
from loaders.problems import Place, Problem, Refused
from loaders.reading import LISTS, SECTIONS
from loaders.source import Items, decode, parse

BOM = "\ufeff"
NEW = "new text"
ONE_RECORD = "the text must hold this one record and nothing else"
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Block:
    """The lines of one record as they stand in the file."""

    text: str
    line: int
    """The first of them, counted from 1."""


@dataclass(frozen=True)
class Edit:
    """New text for one record: in place of the record `key`, or of a record to be added."""

    section: str
    text: str
    key: str | None = None
    """Key or id of the record to replace (for gaps and events their position, from 1)."""


def write_record(section: str, node: Any, key: str = "") -> str:
    """The lines of a record in the one written form; `key` where the section is no list."""
    entry = Entry(make_piece(node), None if section in LISTS else Piece("text", text=key))
    one_line = section not in LONG
    return "\n".join(Writer().write(entry, SECTIONS[section], INDENT, one_line))


def find_block(data: bytes, section: str, key: str, name: str = "figures.yaml") -> Block:
    """The text of a record. Raises Refused for an unreadable file, KeyError without the record."""
    text = _text_of(data, name)
    found = _Section(text, section)
    start, end = found.span(key)
    return Block(_BREAK.sub("\n", text[start:end]), found.line_of(key))


def apply(data: bytes, edits: Iterable[Edit], name: str = "figures.yaml") -> bytes:
    """The file with the edits made, one after the other. Raises Refused, and KeyError."""
    bom = BOM if data.startswith(BOM.encode()) else ""
    for edit in edits:
        text = _text_of(data, name)
        found = _Section(text, edit.section)
        new = found.replace(edit) if edit.key is not None else found.insert(edit)
        changed = (bom + new).encode()
        _check_others(found, edit, changed, name)
        data = changed
    return data


def _text_of(data: bytes, name: str) -> str:
    """The text of a readable file with its own line ends, without its BOM."""
    parse(decode(data, name), name)
    return data.decode().removeprefix(BOM)


class _Section:
    """One section of a text, with the places of its records."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.root = read_pieces(text).value
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        found = self.root.find(name)
        if found is None:
            raise KeyError(f'there is no section "{name}:"; add it by hand first')
        self.piece = found.value
        self.line_end = (_BREAK.search(text) or ["\n"])[0]

    def keys(self) -> list[str]:
        return [key_of(entry, number) for number, entry in enumerate(self.piece.entries, 1)]

    def span(self, key: str) -> tuple[int, int]:
        """First and last offset of a record: whole lines, unless records share a line."""
        if key not in self.keys():
            raise KeyError(f'there is no "{key}" in {self.name}')
        entry = self.piece.entries[self.keys().index(key)]
        if self.piece.flow:
            return entry.start, entry.end
        return self.line_start(entry.start), self.end_of_line(entry.end)

    def line_of(self, key: str) -> int:
        return bisect_right(self.starts, self.span(key)[0])

    def line_start(self, offset: int) -> int:
        return self.starts[bisect_right(self.starts, offset) - 1]

    def end_of_line(self, offset: int) -> int:
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def replace(self, edit: Edit) -> str:
        start, end = self.span(edit.key or "")
        return self.text[:start] + self.typed(edit.text) + self.text[end:]

    def insert(self, edit: Edit) -> str:
        """The text with one more record, in the place where it belongs."""
        new = _read_record(edit)
        sections = {section.name: _keyed(section.value.node) for section in self.root.entries}
        if not self.piece.entries:
            return self.insert_in_brackets(None, new)
        spot = find_spot(sections, self.name, new)
        if self.piece.flow:
            return self.insert_in_brackets(spot, new)
        return self.insert_lines(spot, self.shift(edit.text))

    def insert_lines(self, spot: Spot, lines: str) -> str:
        entry = self.piece.entries[spot.position]
        if spot.behind:
            at = self.end_of_line(entry.below[-1].start if entry.below else entry.end)
            return self.text[:at] + self.line_end + lines + self.text[at:]
        at = self.line_start(entry.start)
        if entry.above and not entry.has_heading:
            at = self.line_start(entry.above[0].start)
        return self.text[:at] + lines + self.line_end + self.text[at:]

    def insert_in_brackets(self, spot: Spot | None, new: Keyed) -> str:
        piece = make_piece(new[1] if self.piece.kind == "list" else {new[0]: new[1]})
        text = write_flow(piece, SECTIONS[self.name] if self.piece.kind == "list" else None)
        text = text if self.piece.kind == "list" else text[1:-1]
        at = self.piece.start + 1
        if spot:
            entry = self.piece.entries[spot.position]
            at = entry.end if spot.behind else entry.start
            text = f", {text}" if spot.behind else f"{text}, "
        return self.text[:at] + text + self.text[at:]

    def shift(self, text: str) -> str:
        """The lines moved to the column where the records of this section begin."""
        start = self.piece.entries[0].start
        wanted = start - self.line_start(start)
        lines = _BREAK.split(text.rstrip())
        found = len(lines[0]) - len(lines[0].lstrip(" "))
        if wanted >= found:
            return self.typed("\n".join(" " * (wanted - found) + line for line in lines))
        cut = found - wanted
        return self.typed("\n".join(line[min(cut, _indent(line)) :] for line in lines))

    def typed(self, text: str) -> str:
        """The text as it goes into the file: with its line ends, without blank lines at the end."""
        return _BREAK.sub(lambda _: self.line_end, text.rstrip("\r\n"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _read_record(edit: Edit) -> Keyed:
    """The one record that new text holds. Raises Refused, with places in that text."""
    try:
        found = _keyed(parse(f"{edit.section}:\n{edit.text.rstrip()}\n", NEW)[edit.section])
    except Refused as refusal:
        raise Refused(map(_one_line_up, refusal.problems)) from None
    if len(found) != 1:
        raise Refused([Problem(Place(NEW, 1, 1), ONE_RECORD)])
    return found[0]


def name_of(edit: Edit) -> str:
    """The key or id of the record that an edit is about."""
    key, node = ("", {}) if edit.key is not None else _read_record(edit)
    return edit.key or key or str(node.get("id", edit.section.removesuffix("s")))


def _one_line_up(problem: Problem) -> Problem:
    line = max(problem.place.line - 1, 1)
    return replace(problem, place=Place(NEW, line, problem.place.column))


def _keyed(section: Any) -> list[Keyed]:
    """The records of a section in their order; those of a list have no key."""
    if isinstance(section, dict):
        return list(section.items())
    return [("", node) for node in section] if isinstance(section, list) else [("", section)]


def _check_others(found: _Section, edit: Edit, changed: bytes, name: str) -> None:
    """Raises Refused if anything but the one record is another one now, or in another place."""
    after = parse(decode(changed, name), name)
    before = found.root.node
    same = list(before) == list(after) and all(
        _keyed(node) == _keyed(after[section])
        for section, node in before.items()
        if section != edit.section
    )
    old, new = _keyed(before[edit.section]), _keyed(after.get(edit.section, Items()))
    if edit.key is not None:
        at = found.keys().index(edit.key)
        old, line = [*old[:at], *old[at + 1 :]], found.line_of(edit.key)
    else:
        at, line = _first_difference(old, new), 1
    if not same or len(new) != len(old) + 1 or [*new[:at], *new[at + 1 :]] != old:
        raise Refused([Problem(Place(name, line, 1), ONE_RECORD)])


def _first_difference(old: list[Keyed], new: list[Keyed]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((number for number, (one, other) in pairs if one != other), len(old))
