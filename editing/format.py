"""A file that loads in, the same file in the one written form out: no value, no comment changed.

Sections stand in their order, fields in that of the records, records oldest first. A comment
right above a record goes with it; one with a blank line beside it is a heading, and no record
crosses a heading. A record with comments on its own lines is left as it was typed: only its
author knows what each is about. `written_form.py` says how every other record is written.
"""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from editing.outline import Outline, Part, is_heading, read_outline, shift
from editing.placing import AGES
from editing.written_form import INDENT, write_flow, write_record
from loaders.load import read_ledger
from loaders.problems import Place, Problem, Refused
from loaders.reading import LISTS, SECTIONS
from loaders.source import decode

BOM = b"\xef\xbb\xbf"


def format_bytes(data: bytes, name: str = "figures.yaml") -> bytes:
    """The bytes of the file in the one written form. Raises Refused for a file with errors."""
    read_ledger(data, name)
    return rewrite(data, name)


def rewrite(data: bytes, name: str) -> bytes:
    """The same for text that need not load as a ledger."""
    before = read_outline(decode(data, name), name)
    written = _write_file(before)
    _prove_equal(before, read_outline(written, name))
    line_end = "\r\n" if b"\r\n" in data else "\n"
    bom = BOM if data.startswith(BOM) else b""
    return bom + written.replace("\n", line_end).encode()


def _write_file(outline: Outline) -> str:
    """Paragraphs with a blank line between them: what heads the file, each section, the rest."""
    sections = outline.sections()
    above = {section.key: outline.above(section) for section in sections}
    head, above[sections[0].key] = _split_head(above[sections[0].key])
    paragraphs = [_write_comments(head)]
    for section in sorted(sections, key=lambda section: list(SECTIONS).index(section.key)):
        lines = _write_section(outline, section)
        paragraphs.append([*_write_comments(above[section.key]), *lines])
    rest = outline.between(sections[-1].end, len(outline.lines))
    paragraphs.append(_write_comments(rest))
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"


def _split_head(comments: list[str]) -> tuple[list[str], list[str]]:
    """What stands above the first section, apart from it, and what belongs to it."""
    ends = [number for number, comment in enumerate(comments) if not comment]
    end = ends[-1] if ends else 0
    return comments[:end], comments[end:]


def _write_section(outline: Outline, section: Part) -> Iterator[str]:
    if outline.is_in_brackets(section.node) and outline.has_comments(section):
        yield from shift(outline.lines[section.start : section.end], 1 - outline.root.column)
        return
    if not section.node:
        yield f"{section.key}: {write_flow(section.node, None)}"
        return
    yield f"{section.key}:  {outline.comment(section.start)}".rstrip(" ")
    entries = outline.parts(section)
    for heading, group in _split_at_headings(outline, entries):
        if heading:
            yield from ("", *_write_comments(heading, INDENT))
        for entry in sorted(group, key=_age_in(section.key)):
            yield from _write_entry(outline, section, entry)
    rest = outline.between(entries[-1].end, section.end)
    yield from _write_comments(rest, INDENT)


def _split_at_headings(
    outline: Outline, entries: Iterable[Part]
) -> list[tuple[list[str], list[Part]]]:
    """The records in the order of the file, in groups that begin with a heading."""
    groups: list[tuple[list[str], list[Part]]] = [([], [])]
    for entry in entries:
        if is_heading(above := outline.above(entry)):
            groups.append((above, []))
        groups[-1][1].append(entry)
    return groups


def _age_in(section: str) -> Callable[[Part], Any]:
    """What the records of a section are sorted by; records of one age stay as they stand."""
    if section not in AGES:
        return lambda _: 0
    return lambda entry: AGES[section](SECTIONS[section].model_validate(entry.node))


def _write_entry(outline: Outline, section: Part, entry: Part) -> Iterator[str]:
    if not is_heading(above := outline.above(entry)):
        yield from _write_comments(above, INDENT)
    if outline.has_comments(entry):
        by = len(INDENT) - (section.block.column - 1)
        yield from shift(outline.lines[entry.start : entry.end], by)
    else:
        assert isinstance(entry.node, dict)
        yield from write_record(section.key, entry.node, entry.key).split("\n")


def _write_comments(comments: list[str], indent: str = "") -> list[str]:
    """Comments with a blank line between them where they had one or more."""
    lines = "\n".join(comments).strip("\n").split("\n") if any(comments) else []
    return [indent + comment if comment else "" for comment in lines]


def _prove_equal(before: Outline, after: Outline) -> None:
    """Raises Refused where a value or a comment would not be the same."""
    if _contents(before) != _contents(after):
        message = "this file cannot be written in the one form without loss; it stays as it is"
        raise Refused([Problem(Place(before.name), message)])


def _contents(outline: Outline) -> tuple[dict[str, Any], Counter[str]]:
    """The values of a file, lists of records in one order, for theirs may change; its comments."""
    values = {
        section: sorted(json.dumps(entry, sort_keys=True) for entry in node)
        if section in LISTS
        else node
        for section, node in outline.root.items()
    }
    return values, Counter(map(outline.comment, outline.comments))


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
