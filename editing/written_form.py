"""The one written form of a record: values in, lines out.

Plain text where YAML allows it, else double quotes, single ones where the text has double quotes
or backslashes. Measures, offences, claimants, units, gaps and events are one line each; articles
and figures one field a line, citations one line each, long notes folded. Fields stand in the
order of the records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from loaders.reading import LISTS, SECTIONS
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
_TURNED = re.compile(
    r"""(?:y|yes|n|no|on|off|true|false|<<|\.nan)\Z
    |[-+]?\.inf\Z
    |[-+]?0(?:b[01_]+|o[0-7]+|x[0-9a-f_]+)\Z
    |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?\Z
    |[-+]?\.[0-9][0-9_]*(?:e[-+]?[0-9]+)?\Z
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""Plain text that other readers turn into a truth value, a number or a date (YAML 1.1 and 1.2)."""
TYPED = (
    *("count", "low", "high", "times", "percent", "legal", "stock"),
    *("during", "as_of", "since", "published", "read", "from", "to", "date"),
)
"""Fields that hold a number, a date or `true`, and may be read as one."""
_UNSAFE_IN_FLOW = re.compile(r"[“„‘‚«‹]|.*[,\[\]{}?]")
_NESTED: dict[str, type[Record]] = {
    "citations": Citation,
    "printed": Printed,
    "asserts": Assertion,
    "disputed_by": Dispute,
}
_ITEM_A_LINE = ("citations", "asserts", "disputed_by")
_FOLDED = "note"


def write_record(section: str, node: Mapping[str, Any], key: str = "") -> str:
    """The lines of a record; `key` where the section is no list."""
    record = SECTIONS[section]
    start = f"{INDENT}- " if section in LISTS else f"{INDENT}{write_scalar(key)}: "
    if section not in LONG or not node:
        return start + write_flow(node, record)
    lines = [line for name in in_order(node, record) for line in write_field(name, node[name])]
    if section in LISTS:
        return "\n".join([start + lines[0].lstrip(), *lines[1:]])
    return "\n".join([start.rstrip(), *lines])


def write_field(name: str, value: Any) -> list[str]:
    """A field of an article or a figure."""
    indent = INDENT * 2
    start = f"{indent}{write_scalar(name)}: "
    if name in _ITEM_A_LINE and value:
        items = [f"{indent}{INDENT}- {write_flow(item, _NESTED[name])}" for item in value]
        return [start.rstrip(), *items]
    if isinstance(value, Mapping | list | tuple):
        return [start + write_flow(value, _NESTED.get(name))]
    line = start + write_scalar(str(value), typed=name in TYPED)
    if name != _FOLDED or len(line) <= FOLD_ABOVE:
        return [line]
    return [f"{start}>-", *fold(str(value), indent + INDENT)]


def write_flow(node: Any, record: type[Record] | None, typed: bool = False) -> str:
    """Values on one line, in braces or brackets where they are a mapping or a list."""
    if isinstance(node, Mapping):
        pairs = (
            f"{write_scalar(name, flow=True)}: "
            f"{write_flow(node[name], _NESTED.get(name), typed=name in TYPED)}"
            for name in in_order(node, record)
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(node, list | tuple):
        return "[" + ", ".join(write_flow(item, record) for item in node) + "]"
    return write_scalar(str(node), flow=True, typed=typed)


def in_order(node: Mapping[str, Any], record: type[Record] | None) -> list[str]:
    """The names of the fields in the order of their record; a range from low to high."""
    if record is None:
        return sorted(node, key=lambda name: name != "low")
    names = [field.alias or name for name, field in record.model_fields.items()]
    return sorted(node, key=names.index)


def write_scalar(text: str, flow: bool = False, typed: bool = False) -> str:
    """The text as YAML, on one line; in quotes where others would not read a text."""
    is_plain = text and not _UNSAFE.match(text) and not (flow and _UNSAFE_IN_FLOW.match(text))
    if is_plain and (typed or not _TURNED.match(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


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
