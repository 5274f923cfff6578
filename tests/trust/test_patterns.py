"""No text, however it is typed, makes a pattern of any room take more than a moment."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("loaders", "analysis", "editing", "charts", "exports", "server", "pages", "commands")
MEGABYTE = 2**20
HANG = 120
"""Seconds of a core after which a pattern is taken to hang on one of these texts."""
WORST = (
    "a",
    " ",
    "-",
    "0",
    "a-",
    "a.",
    "/amp",
    "www.",
    "#",
    " #",
    ", ",
    ":",
    "0,000 ",
    "é",
    "\n",
    "(",
    "[",
    "'",
    "_",
    "a'",
    "<",
    "a ",
)
METHODS = ("match", "fullmatch", "search", "findall", "split", "sub", "finditer")

Use = tuple[str | bytes, int, str]
"""A pattern, its flags, and the method by which it is used."""


def find_uses(room: str) -> Iterator[Use]:
    """Every pattern that is written out in a room, with each way in which its module uses it."""
    for path in sorted((ROOT / room).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Assign(
                    [ast.Name(name)],
                    ast.Call(ast.Attribute(ast.Name("re"), "compile"), [found, *_]),
                ):
                    methods = set(re.findall(rf"\b{name}\.({'|'.join(METHODS)})\(", text))
                case ast.Call(ast.Attribute(ast.Name("re"), method), [found, *_]) if (
                    method in METHODS
                ):
                    methods = {method}
                case _:
                    continue
            for method in sorted(methods):
                match found:
                    case ast.Constant(str() | bytes() as pattern):  # others are made of words
                        yield pattern, read_flags(node), method


def read_flags(node: ast.AST) -> int:
    named = [one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)]
    return sum(re.RegexFlag[name] for name in named if name in re.RegexFlag.__members__)


def try_all(pattern: str | bytes, flags: int, method: str) -> None:
    """A pattern on a megabyte of each text, with an end that fits none."""
    compiled = re.compile(pattern, flags)
    for start in ("", "https://"):
        for worst in WORST:
            text = f"{start}{worst * (MEGABYTE // len(worst))}!"
            use_once(compiled, method, text if isinstance(pattern, str) else text.encode())


def use_once(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, text: str | bytes) -> None:
    found = getattr(pattern, method)(*[text[:0]] * (method == "sub"), text)
    if method == "finditer":
        sum(1 for _ in found)


def test_patterns_are_found_in_every_way_they_are_written() -> None:
    found = set(find_uses("loaders"))
    assert ("https?://([^/:?#]+)", re.IGNORECASE, "match") in found
    assert ("[^0-9]", 0, "sub") in found
    assert (r"[\s,]+", 0, "sub") in found


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS)
def test_a_megabyte_of_its_worst_text_does_not_hold_a_pattern_up(room: str) -> None:
    for use in dict.fromkeys(find_uses(room)):
        limit = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({HANG}, {HANG}))"
        call = f"{limit}; from tests.trust.test_patterns import try_all; try_all{use!r}"
        done = subprocess.run([sys.executable, "-c", call], cwd=ROOT, check=False)
        assert done.returncode == 0, use


@pytest.mark.long
@pytest.mark.parametrize("line", ["a: 'b'{}# c", "a: [b{}, c] # d", "a: b{}#", "a: {{b: c{},#"])
def test_a_megabyte_of_blanks_before_a_comment_does_not_hold_the_reader_up(line: str) -> None:
    call = f"from loaders.source import parse; parse({line!r}.format(' ' * 2**20), 'f.yaml')"
    done = subprocess.run([sys.executable, "-c", call], timeout=120, capture_output=True)
    assert done.returncode == 0 or b"Refused" in done.stderr
