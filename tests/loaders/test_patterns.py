"""No text, however it is typed, makes a pattern of the loader take more than a moment."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys

import pytest

import loaders

MEGABYTE = 2**20
HANG = 120
"""Seconds after which a pattern is taken to hang; each needs well under one."""
WORST = ("a", " ", "-", "0", "a-", "a.", "/amp", "www.", "#", " #", ", ", ":", "0,000 ", "é", "\n")


def uses() -> list[tuple[str, str, str]]:
    """Module, name and method of every use of a pattern in the room."""
    names = [module.name for module in pkgutil.walk_packages(loaders.__path__, "loaders.")]
    return [
        (module.__name__, name, method)
        for module in map(importlib.import_module, names)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
        for method in sorted(set(re.findall(rf"{name}\.(\w+)\(", inspect.getsource(module))))
    ]


def try_all(module: str, name: str, method: str, size: int = MEGABYTE) -> None:
    """A pattern on so much of each text, with an end that fits and one that does not."""
    pattern = getattr(importlib.import_module(module), name)
    use = getattr(pattern, method)
    arguments = ("",) if method == "sub" else ()
    for start in ("", "https://"):
        for worst in WORST:
            for end in ("", "!"):
                text = start + worst * (size // len(worst)) + end
                use(*arguments, text if isinstance(pattern.pattern, str) else text.encode())


@pytest.mark.long
@pytest.mark.parametrize(("module", "name", "method"), uses())
def test_a_megabyte_of_its_worst_text_does_not_hold_a_pattern_up(
    module: str, name: str, method: str
) -> None:
    call = f"from tests.loaders.test_patterns import try_all; try_all{(module, name, method)}"
    subprocess.run([sys.executable, "-c", call], check=True, timeout=HANG)


@pytest.mark.long
@pytest.mark.parametrize("line", ["a: 'b'{}# c", "a: [b{}, c] # d", "a: b{}#", "a: {{b: c{},#"])
def test_a_megabyte_of_blanks_before_a_comment_does_not_hold_the_reader_up(line: str) -> None:
    call = f"from loaders.source import parse; parse({line!r}.format(' ' * 2**20), 'f.yaml')"
    done = subprocess.run([sys.executable, "-c", call], timeout=HANG, capture_output=True)
    assert done.returncode == 0 or b"Refused" in done.stderr
