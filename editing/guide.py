"""The parts of docs/figures.md that the code knows best: fields, words, rules, as tables.

A part stands between `<!-- table: NAME -->` and `<!-- end -->`; NAME is a record (Figure), a
closed list (Bound) or `rules`. `desertion guide` writes every part anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from editing.schema import make_schema
from loaders import values, words
from loaders.problems import RULES

GUIDE = Path("docs/figures.md")
_PART = re.compile(r"(<!-- table: (\w+) -->\n)(?:(?!<!--).)*(<!-- end -->)", re.DOTALL)
_KINDS: tuple[tuple[str, Any], ...] = (
    ("text", values.Words),
    ("key", values.Slug),
    ("key", values.Key),
    ("two letters", values.Language),
    ("address", values.Url),
    ("date", values.EdtfDate),
    ("date or window", values.EdtfWindow),
    ("number", values.Decimal),
    ("whole number or range", values.CountField),
    ("`true`", values.Flag),
    ("name or list of names", values.Authors),
)
"""What a reader calls the kinds of fields."""


def renew(text: str) -> str:
    """The guide with every table made anew."""
    return _PART.sub(lambda part: f"{part[1]}\n{_table(part[2])}\n{part[3]}", text)


def _table(name: str) -> str:
    if name == "rules":
        return _rows(("rule", "what it finds"), [(f"`{rule}`", RULES[rule]) for rule in RULES])
    if (found := getattr(words, name, None)) is not None:
        return _rows(("word", "meaning"), [(f"`{word}`", word.definition) for word in found])
    record = make_schema()["definitions"][name]
    required = record.get("required", [])
    rows = [
        (f"`{field}`", "yes" if field in required else "", _kind(schema), schema["description"])
        for field, schema in record["properties"].items()
    ]
    return _rows(("field", "required", "holds", "what it says"), rows)


def _kind(schema: dict[str, Any]) -> str:
    """What a field holds: a kind of value, a word of a closed list, or other records."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"{'word: ' * hasattr(words, name)}[{name}](#{name.lower()})"
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    if {"const": values.OMITTED} in schema.get("anyOf", ()):
        return f"{_kind(schema['anyOf'][0])}, or `{values.OMITTED}`"
    if "enumDescriptions" in schema:
        return "[rules](#rules)"
    plain = {key: value for key, value in schema.items() if key != "description"}
    return next(name for name, kind in _KINDS if TypeAdapter(kind).json_schema() == plain)


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
