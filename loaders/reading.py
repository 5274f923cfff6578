"""Nodes in, records out; what does not fit becomes a problem with its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from loaders.nodes import Items, Map, Node, entries, node_at, place_of, place_of_key
from loaders.problems import Place, Problem, label_of, name_foreign, quote, suggest
from loaders.records import (
    Article,
    Claimant,
    Event,
    Figure,
    Gap,
    Measure,
    Offence,
    Record,
    Unit,
)
from loaders.values import describe, parse_slug, parse_word

SECTIONS: dict[str, type[Record]] = {
    "measures": Measure,
    "offences": Offence,
    "claimants": Claimant,
    "units": Unit,
    "articles": Article,
    "figures": Figure,
    "gaps": Gap,
    "events": Event,
}
"""The sections of the file in their written order, and the record that each holds."""
REQUIRED = ("measures", "claimants", "units", "articles", "figures")
LISTS = ("figures", "gaps", "events")
WORDED = ("measures", "offences")
"""Sections whose keys are words with underscores; those of others are slugs with hyphens."""
MAX_PROBLEMS = 20
"""As many as are told of one record: a hostile one has hundreds of thousands."""


def read_records(source: Map, name: str) -> tuple[dict[str, Any], list[Problem]]:
    """Section -> key -> record, and what is wrong with the sections, keys and entries."""
    problems = [*_check_sections(source, name), *_find_missing_sections(source, name)]
    records = {
        section: _read_section(section, source.get(section), name, problems) for section in SECTIONS
    }
    return records, problems


def _check_sections(source: Map, name: str) -> Iterator[Problem]:
    """Sections that are unknown or of the wrong shape, and keys that are no keys."""
    for key, point in source.keys_at():
        node, place = source[key], Place(name, *point)
        if key not in SECTIONS:
            hint = f"{name_foreign(key)}{suggest(key, SECTIONS)}"
            yield Problem(place, f"unknown section {quote(key)}{hint}")
        elif not isinstance(node, Items if key in LISTS else Map):
            shape = "a list of entries" if key in LISTS else "entries by key"
            yield Problem(place, f"expected {shape}, found {describe(node)}", record=key)
        elif isinstance(node, Map):
            yield from _check_keys(key, node, name)


def _find_missing_sections(source: Map, name: str) -> Iterator[Problem]:
    for section in REQUIRED:
        if section not in source:
            yield Problem(Place(name, 1, 1), f'the section "{section}:" is missing')


def _check_keys(section: str, node: Map, name: str) -> Iterator[Problem]:
    """Keys that no reference could name."""
    parse = parse_word if section in WORDED else parse_slug
    for key, point in node.keys_at():
        try:
            parse(key)
        except ValueError as error:
            yield Problem(Place(name, *point), str(error), record=section)


def _read_section(
    section: str, node: Node | None, name: str, problems: list[Problem]
) -> dict[str, Record]:
    """The records of a section by key; entries that do not fit go to `problems`."""
    found: dict[str, Record] = {}
    if not isinstance(node, Items if section in LISTS else Map):
        return found
    for (key, entry), point in zip(entries(node).items(), node.points(), strict=True):
        try:
            found[key] = SECTIONS[section].model_validate(entry)
        except ValidationError as error:
            problems.extend(
                _explain(detail, entry, Place(name, *point), label_of(section, key))
                for detail in error.errors()[:MAX_PROBLEMS]
                if not _is_echo(detail, entry)
            )
    return found


def _is_echo(detail: ErrorDetails, entry: Node) -> bool:
    """Whether a list is called empty only because what is in it did not fit."""
    return detail["type"] == "too_short" and bool(node_at(entry, detail["loc"]))


def _explain(detail: ErrorDetails, entry: Node, place: Place, label: str) -> Problem:
    """One of pydantic's findings in our words, at its place below that of the entry."""
    path = detail["loc"]
    field = ".".join(step for step in path if isinstance(step, str))
    if detail["type"] == "extra_forbidden":
        place, field = place_of_key(place.path, cast("Map", entry), path), field.rpartition(".")[0]
    elif not isinstance(entry, str):
        place = place_of(place.path, entry, path)
    return Problem(place, _words(detail), record=label, field=field)


def _words(detail: ErrorDetails) -> str:
    found = describe(detail["input"])
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "missing":
            return "is required and missing"
        case "extra_forbidden":
            word = str(detail["loc"][-1])
            return f"unknown field {quote(word)}{name_foreign(word)}{suggest(word, _fields())}"
        case "enum":
            words = str(context["expected"]).replace("'", "")
            word = str(detail["input"])
            hint = suggest(word, words.replace(" or ", ", ").split(", "))
            return f"expected {words}, found {found}{name_foreign(word)}{hint}"
        case "tuple_type":
            return f"expected a list, found {found}"
        case "too_short":
            return "expected at least one entry, found none"
        case _:
            hint = "; put a blank after each :" if ":" in found else ""
            return f"expected fields with values, found {found}{hint}"


@cache
def _fields() -> set[str]:
    """Every field name of the format, as the file spells it."""
    return {
        field.alias or name
        for record in Record.__subclasses__()
        for name, field in record.model_fields.items()
    }
