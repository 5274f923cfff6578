"""The file in the hands of others: readers that type plain text, editors that write it anew."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from editing.format import format_bytes
from editing.schema import make_schema
from editing.written_form import TYPED
from tests.editing.small import HEAD, REAL, figure
from tests.editing.test_format import formatted
from tests.editing.test_schema import CoreLoader

TURNED = [
    *("no", "No", "on", "off", "y", "N", "yes", "true", "FALSE", "<<", "360", "-5", "0123", "0888"),
    *("0o17", "0x1F", "0b101", "1_000", "12:30", "190:20:30", "1.5", "1.", ".5", "1e5", "6.02e+23"),
    *(".inf", "-.INF", ".nan", "2024-04-29", "2024-4-9", "2024-04-29T23:30:00Z", "null", "~"),
]
KEPT = ["none", "nor", "1-2", "2024-04", "v1.5", "12:30 o'clock", "e5", "0xFG", "1,5", "360°"]


def note_of(text: str) -> str:
    quoted = text.replace("'", "''")
    return f"    note: '{quoted}'\n"


def texts(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value below a field that holds a text, and every key."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, "key"), key
            if key not in TYPED:
                yield from texts(value, (*path, str(key)))
    elif isinstance(data, list):
        for value in data:
            yield from texts(value, path)
    else:
        yield path, data


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, CoreLoader], ids=["1.1", "1.2"])
def test_other_readers_find_text_where_the_real_file_means_text(loader: Any) -> None:
    data = yaml.load(REAL.read_bytes(), Loader=loader)
    assert [found for found in texts(data) if not isinstance(found[1], str)] == []


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, CoreLoader], ids=["1.1", "1.2"])
@pytest.mark.parametrize("text", [*TURNED, *KEPT])
def test_text_that_looks_like_something_else_is_read_as_text(text: str, loader: Any) -> None:
    typed = HEAD + "figures:\n" + figure("a", "2023", note_of(text))
    typed = typed.replace("outlet: Post", f'outlet: "{text}"').replace(
        "name: HUR", f'name: "{text}"'
    )
    found = yaml.load(formatted(typed), Loader=loader)
    assert found["figures"][0]["note"] == text
    assert found["articles"]["post"]["outlet"] == text
    assert found["claimants"]["hur"]["name"] == text


def test_only_what_others_would_turn_is_put_in_quotes() -> None:
    def is_quoted(text: str) -> bool:
        return f"note: {text}\n" not in formatted(
            HEAD + "figures:\n" + figure("a", "2023", note_of(text))
        )

    assert [text for text in TURNED if not is_quoted(text)] == []
    assert [text for text in KEPT if is_quoted(text)] == []


def test_numbers_and_dates_stay_without_quotes() -> None:
    text = HEAD + "figures:\n" + figure("a", "2023-04-05")
    assert formatted(text.replace("count: 5", "count: '5'").replace("2022-05", "'2022-05-01'")) == (
        text.replace("2022-05", "2022-05-01")
    )


def test_the_fields_that_may_be_typed_are_those_that_hold_no_text() -> None:
    kinds = {"integer", "number", "boolean"}
    held = {
        field
        for record in make_schema()["definitions"].values()
        for field, schema in record.get("properties", {}).items()
        if _is_typed(schema, kinds)
    }
    assert held == set(TYPED) - {"low", "high"}


def _is_typed(schema: dict[str, Any], kinds: set[str]) -> bool:
    inner = schema.get("anyOf", [schema])[0]
    is_text = inner.get("pattern") == r"^\S(.*\S)?$"
    is_typed = bool(kinds & set(inner.get("type", ()))) or True in inner.get("enum", ())
    return is_typed and not is_text


def spread(text: str) -> str:
    """Blanks inside braces, and long entries over several lines, as Prettier writes them."""

    def write(found: re.Match[str]) -> str:
        start, inner = found[1], found[2]
        if len(found[0]) < 80 or re.search(r"[\"'{\[]", inner):
            return f"{start}{{ {inner} }}"
        indent = " " * (len(start) - len(start.lstrip()) + 4)
        fields = "".join(f"\n{indent}{field}," for field in inner.split(", "))
        return f"{start}{{{fields}\n{indent[2:]}}}"

    return re.sub(r"^( *(?:- |[a-z0-9_-]+: ))\{([^{}]*)\}$", write, text, flags=re.MULTILINE)


def fold_plain(text: str) -> str:
    """Long plain text over several lines."""

    def write(found: re.Match[str]) -> str:
        indent = " " * (len(found[1]) - len(found[1].lstrip()) + 2)
        return found[1] + f"\n{indent}".join(textwrap.wrap(found[2], 60, break_on_hyphens=False))

    pattern = r"^( +(?:title|note|definition): )([A-Za-z][^\n:#\"'>]{60,})$"
    return re.sub(pattern, write, text, flags=re.MULTILINE)


def quote_doubly(text: str) -> str:
    """Plain text in quotes, and the other sort of quotes."""
    return re.sub(r"^( +(?:title|outlet): )([A-Za-z][\w .]*)$", r"\1'\2'", text, flags=re.MULTILINE)


def part_with_blank_lines(text: str) -> str:
    """Between figures; below a comment one would make a heading of it."""
    return text.replace("}\n  - id:", "}\n\n  - id:")


def indent_less(text: str) -> str:
    """The items of lists below the name of the list, as some editors have it."""
    return re.sub(r"^    (  - \{.*)$", r"    \1".replace("    ", "  ", 1), text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "change", [spread, fold_plain, quote_doubly, part_with_blank_lines, indent_less]
)
def test_format_restores_what_an_editor_did_to_the_real_file(change: Callable[[str], str]) -> None:
    data = REAL.read_bytes()
    changed = change(data.decode())
    assert changed.encode() != data
    assert format_bytes(changed.encode()) == data
