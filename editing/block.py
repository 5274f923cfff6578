"""The lines of one record: found, replaced or added; every other byte of the file stays.

Give bytes of a file and get bytes back. What is asked for is checked against the file read
before and after: whatever an edit does to any other record, to a section, to a comment outside
of the lines or to the order of things is refused, however the text was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from editing.disk import NotSaved
from editing.outline import Outline, Part, is_heading, read_outline, shift
from editing.placing import find_spot
from editing.written_form import INDENT, write_record
from loaders.nodes import Map, Node, entries
from loaders.problems import Place, Problem, Refused
from loaders.reading import LISTS
from loaders.source import decode, parse

NAME = "figures.yaml"
NEW = "new text"
ONE_RECORD = "the text must hold this one record and nothing else"
IN_BRACKETS = (
    "this section is typed in brackets; bring the file into the one written form, "
    "one record below the other, then edit it"
)
_BOM = "\ufeff"
_BREAK = re.compile(r"\r\n|\r|\n")
_EMPTY = re.compile(r"^(\s*\w+:)\s*(?:\[\s*\]|\{\s*\})")


@dataclass(frozen=True)
class Edit:
    """New text for one record: in place of the record `key`, or of a record to be added."""

    section: str
    text: str
    key: str | None = None
    """Key or id of the record to replace (for gaps and events their position, from 1)."""


@dataclass(frozen=True)
class _Splice:
    """New lines in place of those from `start` to `end`, for the record at a position."""

    start: int
    end: int
    lines: list[str]
    position: int


def find_block(data: bytes, section: str, key: str, name: str = NAME) -> str:
    """The lines of a record. Raises Refused for an unreadable file, NotSaved without the record."""
    outline = read_outline(decode(data, name), name)
    entry = find_entry(outline, section, key)
    return "\n".join(outline.lines[entry.start : entry.end])


def find_entry(outline: Outline, section: str, key: str) -> Part:
    """Where a record stands. Raises NotSaved without it, Refused where it has no lines."""
    found = _find_section(outline, section)
    for entry in parts_of(outline, found):
        if entry.key == key:
            return entry
    raise NotSaved(f'there is no "{key}" in {section}')


def _find_section(outline: Outline, name: str) -> Part:
    for section in outline.sections():
        if section.key == name:
            return section
    raise NotSaved(f'there is no section "{name}:"; add it by hand first')


def parts_of(outline: Outline, section: Part) -> list[Part]:
    """The records of a section. Raises Refused where they have no lines of their own."""
    if outline.is_in_brackets(section.node) and section.node:
        raise Refused([Problem(Place(outline.name, section.block.line, 1), IN_BRACKETS)])
    return outline.parts(section)


def set_fields(outline: Outline, section: str, key: str, values: Mapping[str, Any]) -> Edit:
    """The edit that writes a record anew, with these values; its comments then stand above it.

    Raises Refused, and NotSaved without the record.
    """
    entry = find_entry(outline, section, key)
    assert isinstance(entry.node, Map)
    comments = filter(None, map(outline.comment, range(entry.start, entry.end)))
    written = write_record(section, {**entry.node, **values}, entry.key).split("\n")
    first = outline.lines[entry.start]
    by = len(first) - len(first.lstrip(" ")) - len(INDENT)
    lines = shift([*(INDENT + comment for comment in comments), *written], by)
    return Edit(section, "\n".join(lines), key)


def apply(data: bytes, edits: Iterable[Edit], name: str = NAME) -> bytes:
    """The file with the edits made, in their order, not yet checked. Raises Refused, NotSaved."""
    outline = read_outline(decode(data, name), name)
    for group in _group(edits):
        section, key = group[0].section, group[0].key
        make = _insert if key is None else _replace
        splices = sorted((make(outline, edit) for edit in group), key=lambda one: one.start)
        for splice in reversed(splices):
            data = _put(data, splice)
        before, outline = outline, read_outline(decode(data, name), name)
        _check_others(before, outline, section, splices, is_new=key is None)
    return data


def _group(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Edits that can be made at once: replacements of several records of one section."""
    group: list[Edit] = []
    for edit in edits:
        keys = {other.key for other in group}
        is_apart = edit.key is None or None in keys or edit.key in keys
        if group and (is_apart or edit.section != group[0].section):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _replace(outline: Outline, edit: Edit) -> _Splice:
    assert edit.key is not None
    entry = find_entry(outline, edit.section, edit.key)
    keys = list(entries(outline.root[edit.section]))
    return _Splice(entry.start, entry.end, _split(edit.text), keys.index(edit.key))


def _insert(outline: Outline, edit: Edit) -> _Splice:
    """One more record, in the place where it belongs and the column of the others."""
    section = _find_section(outline, edit.section)
    key, node = _read_record(edit)
    lines = _split(edit.text)
    typed = len(lines[0]) - len(lines[0].lstrip(" "))
    records = parts_of(outline, section)
    if not records:
        lines = shift(lines, outline.root.column - 1 + len(INDENT) - typed)
        return _fill_empty(outline, section, lines)
    lines = shift(lines, section.block.column - 1 - typed)
    spot = find_spot(outline.root, edit.section, key, node)
    beside = records[spot.position]
    if spot.behind:
        return _Splice(beside.end, beside.end, lines, spot.position + 1)
    above = outline.above(beside)
    at = beside.start if is_heading(above) else beside.start - len([line for line in above if line])
    return _Splice(at, at, lines, spot.position)


def _fill_empty(outline: Outline, section: Part, lines: list[str]) -> _Splice:
    """The first record of a section, in place of its empty brackets."""
    opened, found = _EMPTY.subn(r"\1", outline.lines[section.start])
    if not found:
        raise Refused([Problem(Place(outline.name, section.block.line, 1), IN_BRACKETS)])
    return _Splice(section.start, section.start + 1, [opened, *lines], 0)


def _split(text: str) -> list[str]:
    """The typed lines, without blank ones at the end."""
    return _BREAK.split(text.rstrip("\r\n"))


def _put(data: bytes, splice: _Splice) -> bytes:
    """The file with the new lines, which end as its first line does."""
    text = data.decode()
    bom = _BOM if text.startswith(_BOM) else ""
    lines = text.removeprefix(_BOM).splitlines(keepends=True)
    line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
    lines[splice.start : splice.end] = [line + line_end for line in splice.lines]
    return (bom + "".join(lines)).encode()


def _read_record(edit: Edit) -> tuple[str, Node]:
    """The one record that new text holds. Raises Refused, with places in that text."""
    try:
        text = decode(f"{edit.section}:\n{edit.text.rstrip()}\n".encode(), NEW)
        section = parse(text, NEW)[edit.section]
    except Refused as refusal:
        raise Refused(map(_one_line_up, refusal.problems)) from None
    found = list(entries(section).items())
    if len(found) != 1 or isinstance(section, Map) == (edit.section in LISTS):
        raise Refused([Problem(Place(NEW, 1, 1), ONE_RECORD)])
    return found[0]


def name_of(edit: Edit) -> str:
    """The key or id of the record that an edit is about."""
    if edit.key is not None:
        return edit.key
    key, node = _read_record(edit)
    if edit.section not in LISTS:
        return key
    return str(node.get("id", edit.section.removesuffix("s"))) if isinstance(node, Map) else key


def _one_line_up(problem: Problem) -> Problem:
    line = max(problem.place.line - 1, 1)
    return replace(problem, place=Place(NEW, line, problem.place.column))


def _check_others(
    before: Outline, after: Outline, section: str, splices: list[_Splice], *, is_new: bool
) -> None:
    """Raises Refused if anything but those records is another one now, or in another place."""
    positions = {splice.position for splice in splices}
    old = _records(before.root.get(section))
    new = _records(after.root.get(section))
    rest = [record for at, record in enumerate(new) if at not in positions]
    if not is_new:
        old = [record for at, record in enumerate(old) if at not in positions]
    same = [
        list(before.root) == list(after.root),
        all(
            _records(node) == _records(after.root.get(other))
            for other, node in before.root.items()
            if other != section
        ),
        len(new) == len(old) + len(positions) and rest == old,
        _comments_outside(before, [range(one.start, one.end) for one in splices])
        == _comments_outside(after, _new_lines(splices)),
    ]
    if not all(same):
        raise Refused([Problem(Place(before.name, splices[0].start + 1, 1), ONE_RECORD)])


def _new_lines(splices: list[_Splice]) -> Iterator[range]:
    """Where the new lines stand once all splices are made."""
    moved = 0
    for splice in splices:
        start = splice.start + moved
        yield range(start, start + len(splice.lines))
        moved += len(splice.lines) - (splice.end - splice.start)


def _records(section: Node | None) -> list[Any]:
    """The records of a section in their order, with their keys where they have them."""
    if isinstance(section, Map):
        return list(section.items())
    return list(section or [])


def _comments_outside(outline: Outline, blocks: Iterable[range]) -> list[str]:
    inside = {line for block in blocks for line in block}
    return [outline.comment(line) for line in outline.comments if line not in inside]
