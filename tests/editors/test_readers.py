"""The file in the readers that others have: what is text is text, what is typed says the same."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import ruamel.yaml
import yaml

from editing.written_form import TYPED
from loaders.source import decode, parse
from tests.editing.small import REAL

READ_IN_NODE = """\
const { parse } = require("yaml");
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(parse(text, { version: process.argv[1] })));
"""


def list_leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value with the way to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            assert isinstance(key, str)
            yield from list_leaves(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from list_leaves(value, (*path, str(number)))
    else:
        yield path, data


def say(value: Any) -> str:
    """A value as it is typed in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def find_surprises(data: Any) -> list[tuple[tuple[str, ...], Any]]:
    """What another reader takes for something else than was typed, or types though it is text."""
    typed = dict(list_leaves(parse(decode(REAL.read_bytes(), "f"), "f")))
    found = dict(list_leaves(data))
    assert found.keys() == typed.keys()
    return [
        (path, value)
        for path, value in found.items()
        if say(value) != typed[path] or not (isinstance(value, str) or path[-1] in TYPED)
    ]


def test_the_safe_loader_of_pyyaml_is_not_surprised() -> None:
    assert find_surprises(yaml.load(REAL.read_bytes(), Loader=yaml.CSafeLoader)) == []


def test_ruamel_is_not_surprised() -> None:
    assert find_surprises(ruamel.yaml.YAML(typ="safe", pure=True).load(REAL.read_bytes())) == []


@pytest.mark.long
@pytest.mark.parametrize("version", ["1.2", "1.1"])
def test_the_yaml_of_npm_is_not_surprised(programs: Path, version: str) -> None:
    done = subprocess.run(
        ["node", "-e", READ_IN_NODE, version],
        cwd=programs,
        input=REAL.read_bytes(),
        capture_output=True,
        check=True,
    )
    midnight = b"T00:00:00.000Z"  # JSON writes days as moments
    assert find_surprises(json.loads(done.stdout.replace(midnight, b""))) == []


@pytest.mark.parametrize(
    ("old", "new", "surprise"),
    [
        ('language: "no"', "language: no", (("language",), False)),
        ("count: 284\n", "count: 12:30\n", (("count",), 750)),
        ("count: 284\n", "count: 010\n", (("count",), 8)),
    ],
)
def test_a_surprise_would_be_found(old: str, new: str, surprise: tuple[Any, Any]) -> None:
    text = REAL.read_text(encoding="utf-8")
    assert old in text
    (path, value), *_ = find_surprises(yaml.load(text.replace(old, new, 1), yaml.CSafeLoader))
    assert (path[-1:], value) == surprise
