"""Which tests run through which function: only those can notice a fault in it."""

from __future__ import annotations

import os
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import IO, NamedTuple

import pytest

from tests.mutants.forks import passes, run_forked

SLOW = 0.5
"""Seconds of processor time from which a test takes no part."""

Function = tuple[str, str]
"""A file, and the qualified name of an outermost function of it."""


class Run(NamedTuple):
    """What a test does; those that do least come first, for they look most closely."""

    functions: int
    """How many functions of the modules it runs through."""
    seconds: float
    """Of processor time."""


Runs = dict[pytest.Item, Run]


def find_reached(
    items: Sequence[pytest.Item], modules: Iterable[Path], out: IO[str]
) -> dict[Function, Runs]:
    """Function -> the tests that run through it.

    The cases of one test run in one process: what the first found out once for a ledger the others
    do not ask for again, so what one of them reaches all are said to reach.
    """
    cases: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        cases[item.nodeid.partition("[")[0]].append(item)
    files = frozenset(map(str, modules))
    tasks = ((name, partial(_follow, some, files)) for name, some in cases.items())
    reached: defaultdict[Function, Runs] = defaultdict(dict)
    for name, found in run_forked(tasks):
        if not found:
            print(f"takes no part, for it does not pass in a fork: {name}", file=out)
            continue
        functions, seconds = found
        pairs = zip(cases[name], seconds, strict=True)
        runs = {item: Run(len(functions), time) for item, time in pairs if time < SLOW}
        for function in functions:
            reached[tuple(function)] |= runs
    return reached


def _follow(
    items: Sequence[pytest.Item], files: frozenset[str]
) -> tuple[list[Function], list[float]]:
    """The functions that some tests call, and how long each test takes."""
    found: set[Function] = set()

    def note(frame: FrameType, _event: str, _argument: object) -> None:
        code = frame.f_code
        if code.co_filename in files:
            found.add((code.co_filename, code.co_qualname.partition(".<locals>")[0]))

    seconds = []
    for at in range(len(items)):
        start = sum(os.times()[:4])
        threading.settrace(note)
        sys.settrace(note)
        assert passes(items, at)
        sys.settrace(None)
        seconds.append(sum(os.times()[:4]) - start)
    return list(found), seconds
