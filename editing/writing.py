"""Pieces in, lines out: the one written form of a record.

Plain text where YAML allows it, else double quotes, single ones where the text has double quotes
or backslashes. Measures, offences, claimants, units, gaps and events are one line each; articles
and figures one field a line, citations one line each, long notes folded. Fields stand in the
order of the records. A collection with comments inside is left as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from editing.pieces import Comment, Entry, Piece
from loaders.records import Assertion, Citation, Dispute, Printed, Record

FOLD_ABOVE = 120
"""A note is folded where its line would be longer than this …"""
WIDTH = 112
"""… into lines no longer than this, where its words allow."""
INDENT = "  "
LONG = ("articles", "figures")
"""Sections whose records have one field a line."""

_UNSAFE = re.compile(
    r"""[-?:,\[\]{}\#&*!|>'"%@`=]|~\Z|.*(?::(?:\s|\Z)|\s\#|\n)|(?i:null)\Z|\.\.\.|\s|.*\s\Z""",
    re.VERBOSE,
)
_UNSAFE_IN_FLOW = re.compile(r".*[,\[\]{}?]")
_NESTED: dict[str, type[Record]] = {
    "citations": Citation,
    "printed": Printed,
    "asserts": Assertion,
    "disputed_by": Dispute,
}
_BLOCKS = ("citations", "asserts", "disputed_by")
_FOLDED = "note"


def make_piece(node: Any) -> Piece:
    """Plain text, lists and mappings as a piece, to be written."""
    if isinstance(node, Mapping):
        pairs = node.items()
        entries = [Entry(make_piece(value), Piece("text", text=str(key))) for key, value in pairs]
        return Piece("map", entries=entries)
    if isinstance(node, list | tuple):
        return Piece("list", entries=[Entry(make_piece(value)) for value in node])
    return Piece("text", text=str(node))


def write_scalar(text: str, flow: bool = False) -> str:
    """The text as YAML, on one line."""
    if text and not _UNSAFE.match(text) and not (flow and _UNSAFE_IN_FLOW.match(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def write_flow(piece: Piece, record: type[Record] | None) -> str:
    """A piece on one line, in braces or brackets where it is a mapping or a list."""
    if piece.kind == "text":
        return write_scalar(piece.text, flow=True)
    if piece.kind == "list":
        return "[" + ", ".join(write_flow(entry.value, record) for entry in piece.entries) + "]"
    pairs = (
        f"{write_scalar(entry.name, flow=True)}: {write_flow(entry.value, _NESTED.get(entry.name))}"
        for entry in in_order(piece.entries, record)
    )
    return "{" + ", ".join(pairs) + "}"


def in_order(entries: Iterable[Entry], record: type[Record] | None) -> list[Entry]:
    """The fields of a record in its order; a range from low to high."""
    if record is None:
        return sorted(entries, key=lambda entry: entry.name != "low")
    names = [field.alias or name for name, field in record.model_fields.items()]
    return sorted(entries, key=lambda entry: names.index(entry.name))


class Writer:
    """Writes pieces as lines; `text` is what is copied where comments stand between brackets."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def write(
        self, entry: Entry, record: type[Record] | None, indent: str, one_line: bool
    ) -> list[str]:
        """The lines of a record or a field, with the comments that belong to it."""
        prefix = f"{indent}{write_scalar(entry.name)}: " if entry.key else f"{indent}- "
        if entry.key is None:
            _lift_comments(entry, record)
        value, behind = entry.value, entry.on_key + entry.after
        if value.kind == "text":
            lines = self.write_text(entry, prefix, indent)
        elif value.has_comments:
            lines = (prefix + self.text[value.start : value.end]).split("\n")
        elif (one_line or not value.entries) and not entry.is_commented:
            lines = [prefix + write_flow(value, record)]
        else:
            return self.write_block(entry, record, indent, prefix)
        above = write_comments(entry.above + behind[:-1], indent)
        lines[_line_for_comment(entry, lines)] += "".join(f"  {last.text}" for last in behind[-1:])
        return above + lines + write_comments(entry.below, indent + INDENT)

    def write_text(self, entry: Entry, prefix: str, indent: str) -> list[str]:
        line = prefix + write_scalar(entry.value.text)
        if entry.name != _FOLDED or len(line) <= FOLD_ABOVE:
            return [line]
        return [f"{prefix}>-", *fold(entry.value.text, indent + INDENT)]

    def write_block(
        self, entry: Entry, record: type[Record] | None, indent: str, prefix: str
    ) -> list[str]:
        """One field or item a line."""
        entries = entry.value.entries
        if entry.value.kind == "map":
            entries = in_order(entries, record)
        lines: list[str] = []
        for inner in entries:
            one_line = inner.name not in _BLOCKS
            nested = _NESTED.get(inner.name) if inner.key else record
            lines += self.write(inner, nested, indent + INDENT, one_line)
        if entry.key is None:
            lines[0] = prefix + lines[0].lstrip()
        else:
            lines.insert(0, prefix.rstrip() + "".join(f"  {one.text}" for one in entry.on_key))
        below = write_comments(entry.below, indent + INDENT)
        return write_comments(entry.above + entry.after, indent) + lines + below


def _lift_comments(item: Entry, record: type[Record] | None) -> None:
    """Let an item of a list begin with its first field: comments before that stand above it."""
    if item.value.kind == "map" and item.value.entries and not item.value.flow:
        first = in_order(item.value.entries, record)[0]
        item.above = [*item.above, *item.on_key, *first.above]
        item.on_key, first.above = [], []


def _line_for_comment(entry: Entry, lines: list[str]) -> int:
    """A comment cannot follow folded text, so it stands behind its first line."""
    return 0 if entry.value.kind == "text" else len(lines) - 1


def fold(text: str, indent: str) -> list[str]:
    """The text in lines that YAML joins again; broken only at single blanks."""
    words = re.split(r"(?<! ) (?! )", text)
    lines = [indent + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(indent + word)
    return lines


def write_comments(comments: Sequence[Comment], indent: str) -> list[str]:
    return [indent + comment.text for comment in comments]
