"""No text, however it is typed, makes a pattern of any room take more than a moment.

Patterns are taken where the modules have them once they are imported, those made of words too;
those inside functions are read from the source, with a word for each value they are made of.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

import pytest

from tests.test_architecture import OURS
from tests.trust.worst_texts import make_worst_texts

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "pages" / "frame.py"
"""Run by Streamlit, never imported."""
METHODS = ("match", "fullmatch", "search", "findall", "split", "sub", "subn", "finditer")
LENGTHS = (20, 22, 24, 26, *(2**power for power in range(5, 16)))
"""Signs. The first are enough where each sign doubles the time. The longest takes a millisecond
where one pass does, and half a second where each sign begins one."""
HOLDS_UP = 0.05
"""Seconds of a core."""


class Use(NamedTuple):
    """A pattern, and the method by which its module uses it."""

    pattern: re.Pattern[Any]
    method: str


def find_uses(room: str) -> set[Use]:
    paths = [path for path in (ROOT / room).rglob("*.py") if path != SCRIPT]
    return {use for path in paths for use in find_uses_in(path)}


def find_uses_in(path: Path) -> Iterator[Use]:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    names = vars(import_module(".".join(parts).removesuffix(".__init__")))
    passed_on = "|".join(re.findall(r"(\w+): re\.Pattern", text))
    for variable, value in list(names.items()):
        for known_as, pattern in find_patterns(variable, value):
            used = find_methods(known_as, text) or find_methods(passed_on, text) or {"search"}
            yield from (Use(pattern, method) for method in used)
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), method), [made, *_]) if method in METHODS:
                yield Use(re.compile(fill(made, names), read_flags(node)), method)
            case ast.FunctionDef():
                yield from find_compiled(node, names)


def find_methods(names: str, text: str) -> set[str]:
    return set(re.findall(rf"\b(?:{names})\.({'|'.join(METHODS)})\b", text)) if names else set()


def find_patterns(name: str, value: object) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns of a variable: itself, what it holds, what its function was made with."""
    match value:
        case re.Pattern():
            yield name, value
        case dict():
            for one in value.values():
                yield from find_patterns(name, one)
        case list() | tuple() | set() | frozenset():
            for one in value:
                yield from find_patterns(name, one)
        case FunctionType(__closure__=tuple(cells), __code__=code):
            for variable, cell in zip(code.co_freevars, cells, strict=True):
                yield from find_patterns(variable, cell.cell_contents)


def find_compiled(function: ast.FunctionDef, names: dict[str, Any]) -> Iterator[Use]:
    for node in ast.walk(function):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), "compile"), [made, *_]):
                pattern = re.compile(fill(made, names), read_flags(node))
                after = find_methods(r"\w*", ast.unparse(function))
                yield from (Use(pattern, method) for method in after)


def fill(made: ast.expr, names: dict[str, Any]) -> Any:
    """A pattern as it would be where each value that it is made of is a word."""
    match made:
        case ast.Constant(value):
            return value
        case ast.Name(name) if isinstance(names.get(name), str):
            return names[name]
        case ast.JoinedStr(parts):
            return "".join(fill(part, names) for part in parts)
        case ast.BinOp(left, ast.Add(), right):
            first, second = fill(left, names), fill(right, names)
            return first + (second.encode() if type(first) is not type(second) else second)
        case ast.BinOp(left, ast.Mod(), _):
            pattern = fill(left, names)
            return pattern % (b"x" if isinstance(pattern, bytes) else 2)
        case _:
            return "x"


def read_flags(node: ast.AST) -> int:
    named = [one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)]
    return sum(re.RegexFlag[name] for name in named if name in re.RegexFlag.__members__)


def find_slow_text(use: Use) -> str | None:
    """The start of a text on which the pattern takes more than one pass."""
    for length in LENGTHS:
        for text in make_worst_texts(use.pattern, length):
            if all(measure(use, text) > HOLDS_UP for _ in range(3)):
                return text[:20]
    return None


def measure(use: Use, text: str) -> float:
    """Seconds of a core, however many others want one."""
    asked: Any = text.encode() if isinstance(use.pattern.pattern, bytes) else text
    start = time.thread_time()
    found = getattr(use.pattern, use.method)(*[asked[:0]] * use.method.startswith("sub"), asked)
    if use.method == "finditer":
        sum(1 for _ in found)
    return time.thread_time() - start


def test_patterns_are_found_in_every_way_they_are_written() -> None:
    found = {(use.pattern.pattern, use.method) for use in find_uses("loaders")}
    assert ("https?://([^/:?#]+)", "match") in found
    assert ("[^0-9]", "sub") in found
    assert (r"^[a-z]+(_[a-z]+)*$", "fullmatch") in found  # by the function that is made with it
    assert (r"^x(?:,? |$)", "sub") in found
    assert ("[ ]+#", "match") in found  # by the function that it is passed to
    joined = re.compile("|".join(("may", "june")))
    assert list(find_patterns("WORDS", {"en": (joined,)})) == [("WORDS", joined)]


@pytest.mark.long
@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"[ ]+#", "search"),
        (r"<b>(.*?)</b>", "findall"),
        (r"\s*\n\s*x", "match"),
        (r"https?://\S*[.]\S*$", "match"),
        (r"(?:January|May) ?\d+[ ,]*\d*x", "search"),
        (r"(?:from )?([0-9]+)+ to", "fullmatch"),
        (r"[^,]+$", "search"),
        (r"(?<!x)\s+$", "sub"),
        (r"(?:www\.|a+)*b", "match"),
        (rb"( +)[\w-]*:.*-$", "search"),
    ],
)
def test_a_pattern_that_takes_more_than_one_pass_is_noticed(
    pattern: str | bytes, method: str
) -> None:
    assert find_slow_text(Use(re.compile(pattern), method)) is not None


@pytest.mark.long
@pytest.mark.parametrize("room", OURS)
def test_no_text_holds_a_pattern_up(room: str) -> None:
    slow = {use: found for use in find_uses(room) if (found := find_slow_text(use)) is not None}
    assert slow == {}


@pytest.mark.parametrize(
    "line", ["a: 'b'{}# c\n", "a: [b{}, c] # d\n", "a: b{}#\n", "a: {{b: c{},#\n"]
)
def test_a_megabyte_of_blanks_before_a_comment_does_not_hold_the_reader_up(line: str) -> None:
    call = f"from loaders.source import parse; parse({line!r}.format(' ' * 2**20), 'f.yaml')"
    done = subprocess.run([sys.executable, "-c", call], timeout=120, capture_output=True)
    assert done.returncode == 0 or b"Refused" in done.stderr


@pytest.mark.long
def test_a_line_of_a_million_values_is_read_in_one_pass() -> None:
    call = "from loaders.source import parse; parse('a: [' + '“x, ' * 2**20 + ']\\n', 'f.yaml')"
    done = subprocess.run([sys.executable, "-c", call], timeout=120, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
