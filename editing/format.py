"""A file that loads in, the same file in the one written form out: no value, no comment changed.

Sections stand in their order, fields in that of the records, records oldest first. A comment
right above a record goes with it; one with a blank line before it is a heading, and no record
crosses a heading. `writing.py` says how each record is written.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from typing import Any

from editing.pieces import Comment, Entry
from editing.placing import AGES
from editing.spans import read_comments, read_pieces
from editing.writing import INDENT, LONG, Writer, write_comments, write_flow
from loaders.load import read_ledger
from loaders.problems import Place, Problem, Refused
from loaders.reading import LISTS, SECTIONS
from loaders.source import decode, parse

BOM = b"\xef\xbb\xbf"


def format_bytes(data: bytes, name: str = "figures.yaml") -> bytes:
    """The bytes of the file in the one written form. Raises Refused for a file with errors."""
    read_ledger(data, name)
    text = decode(data, name)
    written = "\n".join(_write_file(text)) + "\n"
    _prove_equal(text, written, name)
    line_end = "\r\n" if b"\r\n" in data else "\n"
    bom = BOM if data.startswith(BOM) else b""
    return bom + written.replace("\n", line_end).encode()


def _write_file(text: str) -> Iterator[str]:
    root = read_pieces(text)
    sections = root.value.entries
    head, sections[0].above = _split_head(sections[0].above)
    yield from _write_paragraphs(head, "")
    written = bool(head)
    writer = Writer(text)
    names = list(SECTIONS)
    for section in sorted(sections, key=lambda section: names.index(section.name)):
        if written:
            yield ""
        written = True
        yield from _write_paragraphs(section.above, "")
        yield from _write_section(section, writer)
    if root.below:
        yield ""
        yield from _write_paragraphs(root.below, "")


def _split_head(comments: list[Comment]) -> tuple[list[Comment], list[Comment]]:
    """What stands above the first section, apart from it, and what belongs to it."""
    ends = [number for number, comment in enumerate(comments, 1) if comment.blank_after]
    end = max(ends, default=0)
    return comments[:end], comments[end:]


def _write_section(section: Entry, writer: Writer) -> Iterator[str]:
    comments = [*section.on_key, *section.after]
    yield from write_comments(comments[:-1], "")
    behind = "".join(f"  {comment.text}" for comment in comments[-1:])
    if not section.value.entries:
        yield f"{section.name}: {write_flow(section.value, None)}{behind}"
    else:
        yield f"{section.name}:{behind}"
    age, one_line = _age_in(section), section.name not in LONG
    for heading, entries in _split_at_headings(section):
        if heading:
            yield ""
            yield from _write_paragraphs(heading, INDENT)
        for entry in sorted(entries, key=age):
            yield from writer.write(entry, SECTIONS[section.name], INDENT, one_line)
    yield from write_comments(section.below, INDENT)


def _split_at_headings(section: Entry) -> list[tuple[list[Comment], list[Entry]]]:
    """The records in the order of the file, in runs that begin with a heading."""
    runs: list[tuple[list[Comment], list[Entry]]] = [([], [])]
    for entry in section.value.entries:
        if entry.has_heading:
            runs.append((entry.above, []))
            entry.above = []
        runs[-1][1].append(entry)
    return runs


def _age_in(section: Entry) -> Callable[[Entry], Any]:
    """What the records of a section are sorted by; records of one age stay as they stand."""
    if section.name not in AGES:
        return lambda _: 0
    age, record = AGES[section.name], SECTIONS[section.name]
    return lambda entry: age(record.model_validate(entry.value.node))


def _write_paragraphs(comments: list[Comment], indent: str) -> Iterator[str]:
    """Comments with a blank line where they had one or more."""
    for number, comment in enumerate(comments):
        if number and (comment.blank_before or comments[number - 1].blank_after):
            yield ""
        yield indent + comment.text


def _prove_equal(before: str, after: str, name: str) -> None:
    """Raises Refused where a value or a comment would not be the same: a fault of ours."""
    same_values = _in_any_order(before, name) == _in_any_order(after, name)
    if not same_values or read_comments(before) != read_comments(after):
        message = "this file cannot be written in the one form without loss; it stays as it is"
        raise Refused([Problem(Place(name), message)])


def _in_any_order(text: str, name: str) -> dict[str, Any]:
    """The values of a file; the lists of records sorted, for their order may change."""
    root = parse(text, name)
    return {
        section: sorted(json.dumps(entry, sort_keys=True) for entry in node)
        if section in LISTS
        else node
        for section, node in root.items()
    }


def list_changes(before: bytes, after: bytes, name: str) -> Iterator[str]:
    """What formatting changes, each with its first line: removed lines with -, new ones with +."""
    old, new = (decode(data, name).splitlines() for data in (before, after))
    if old == new and before != after:
        yield f"{name}: the line ends are not the same throughout"
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield f"{name}:{start + 1}:1: not in the one written form"
            yield from (f"- {line}" for line in old[start:end])
            yield from (f"+ {line}" for line in new[new_start:new_end])
