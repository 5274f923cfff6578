"""`make mutants`: small faults put into the code one by one, and whether a test notices.

    python -m tests.mutants analysis/adding loaders/dates.py

Everything is imported and collected once. Each fault is then put into a fork of that process, by
exchanging the code of the function, and the tests that reach the function are run there until one
fails.
"""

from __future__ import annotations

import gc
import inspect
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from glob import glob
from itertools import accumulate
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
import yaml

from tests.mutants.faults import Fault, put_in
from tests.mutants.forks import limit_time, passes, run_forked
from tests.mutants.reach import Function, Runs, find_reached

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("equivalent.yaml")
ENOUGH = float(os.environ.get("ENOUGH", "3"))
"""Seconds of processor time of all tests that are run for one fault."""
MOST_UNEXPLAINED = 0.02
AGAIN = os.environ.get("AGAIN", "")
"""What an earlier run printed: only the faults that survived it are tried."""
_OF_THE_READER = ["tests/loaders/test_source.py", "tests/loaders/test_look_alikes.py"]
TESTS = {
    "reading": ["tests/reading"],
    "versions": ["tests/versions"],
    "analysis": sorted(glob("tests/analysis/test_*.py", root_dir=ROOT)),
    "loaders/files": ["tests/loaders", "tests/editing/test_disk.py"],
    "loaders/git": [
        "tests/loaders/test_git.py",
        "tests/loaders/test_commits.py",
        "tests/loaders/test_live.py",
        "tests/versions",
    ],
    "loaders/source": _OF_THE_READER,
    "loaders/yaml_errors": _OF_THE_READER,
    "loaders/values": [
        "tests/loaders/test_values.py",
        "tests/loaders/test_addresses.py",
        "tests/loaders/test_records.py",
        "tests/loaders/test_look_alikes.py",
    ],
    "loaders": [
        "tests/loaders",
        "tests/analysis/test_curation.py",
        "tests/editing/test_duplicates.py",
    ],
    "editing": [f"tests/editing/test_{name}.py" for name in ("block", "edits", "save", "policy")],
    "exports": [f"tests/exports/test_{name}.py" for name in ("csv", "cells")],
}
"""Start of a path -> the tests that look at it closely; others are slow and see little of it."""


class Mutants:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(self, modules: Sequence[Path]) -> None:
        self.sources = {module: module.read_text() for module in modules}
        self.total: Counter[str] = Counter()
        self.explained: dict[str, dict[str, str]] = yaml.safe_load(EXPLAINED.read_text())
        self.out = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        from hypothesis import Phase, settings  # pytest wants to be the first to import it

        # A failing example need not be made small: that it fails is all that is asked.
        usual = settings.get_profile("same-every-run")
        settings.register_profile("once", usual, phases=[Phase.explicit, Phase.generate])
        settings.load_profile("once")
        # Made before the forks, which would each make one and take the others for left over.
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        reached = find_reached(session.items, self.sources, self.out)
        functions = _find_functions()
        gc.freeze()
        for module, source in self.sources.items():
            self.report(module, try_faults(module, source, functions[str(module)], reached))
        self.say(f"all: {_count(self.total)}")
        return True

    def report(self, module: Path, outcomes: Iterator[tuple[str, str]]) -> None:
        """Prints what is not explained, and the numbers of the module."""
        name = module.relative_to(ROOT).as_posix()
        unneeded = set(self.explained.get(name, ()))
        counts: Counter[str] = Counter()
        for fault, outcome in outcomes:
            if outcome != "killed" and fault in unneeded:
                unneeded.remove(fault)
                outcome = "explained"
            elif outcome != "killed":
                self.say(f"{outcome}: {name}: {fault}")
            counts[outcome] += 1
        for fault in unneeded:
            self.say(f"explained, but no such fault survives: {name}: {fault}")
        self.say(f"{name}: {_count(counts)}")
        self.total += counts

    def say(self, words: str) -> None:
        print(words, file=self.out)

    @property
    def unexplained(self) -> float:
        """The share of faults that no test notices and nobody explains; 1 where none was tried."""
        known = self.total["killed"] + self.total["explained"]
        return 1 - known / (self.total.total() or 1)


def try_faults(
    module: Path, source: str, functions: Sequence[FunctionType], reached: dict[Function, Runs]
) -> Iterator[tuple[str, str]]:
    """Each fault of a module in words, and what came of it."""
    plain = compile(source, module, "exec", dont_inherit=True)
    noticed: defaultdict[str, Counter[pytest.Item]] = defaultdict(Counter)
    told: Counter[str] = Counter()
    name = f": {module.relative_to(ROOT).as_posix()}: "
    lines = Path(AGAIN).read_text().splitlines() if AGAIN else []
    again = {line.partition(name)[2] for line in lines}

    def prepare() -> Iterator[tuple[tuple[str, str, list[pytest.Item]], Callable[[], Any]]]:
        for fault in put_in(source):
            words = _name(fault, told)
            if AGAIN and words not in again:
                continue
            code = compile(fault.tree, module, "exec", dont_inherit=True)
            exchanged = dict(_pair(plain, code))
            runs = reached.get((str(module), fault.function), {})
            items = _choose(module, runs, noticed[fault.function])
            yield (fault.function, words, items), partial(_try, functions, exchanged, items)

    for (function, words, items), killer in run_forked(prepare()):
        if not items:
            yield words, "reached by no test"
            continue
        if killer is not None and killer >= 0:
            noticed[function][items[killer]] += 1
        yield words, "survived" if killer == -1 else "killed"


def _choose(module: Path, runs: Runs, noticed: Counter[pytest.Item]) -> list[pytest.Item]:
    """The tests to run: those that noticed other faults of the function, of its module, and so on.

    What does least besides comes before what does more.
    """
    own = f"test_{module.name}"
    items = sorted(runs, key=lambda item: (-noticed[item], item.path.name != own, runs[item]))
    until = accumulate(runs[item].seconds for item in items)
    return [item for item, seconds in zip(items, until, strict=True) if seconds < ENOUGH]


def _name(fault: Fault, told: Counter[str]) -> str:
    """The fault in words that no other fault of its module has."""
    words = f"{fault.function}: {fault.words}"
    told[words] += 1
    return words if told[words] == 1 else f"{words} ({told[words]})"


def _try(
    functions: Sequence[FunctionType],
    exchanged: dict[CodeType, CodeType],
    items: Sequence[pytest.Item],
) -> int:
    """The position of the first test that fails with the code exchanged; -1 for none."""
    limit_time(1 + 2 * ENOUGH)
    for function in functions:
        function.__code__ = exchanged.get(function.__code__, function.__code__)
    return next((at for at in range(len(items)) if not passes(items, at)), -1)


def _codes_of(code: CodeType) -> Iterator[CodeType]:
    """The code of every function of a module or function but of those inside them, in order."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            is_function = one.co_flags & inspect.CO_OPTIMIZED
            yield from [one] if is_function else _codes_of(one)


def _pair(plain: CodeType, changed: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Each function of a module with the same one changed; those inside functions may be gone."""
    for one, other in zip(_codes_of(plain), _codes_of(changed), strict=False):
        if one.co_freevars == other.co_freevars:
            yield one, other
            yield from _pair(one, other)


def _find_functions() -> dict[str, list[FunctionType]]:
    """File -> the functions that were made from it, wrapped ones and properties included."""
    found: defaultdict[str, list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found[one.__code__.co_filename].append(one)
    return found


def _count(counts: Counter[str]) -> str:
    outcomes = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()))
    return f"{counts.total()} faults: {outcomes}"


def main(names: Sequence[str]) -> int:
    modules = [
        module
        for path in (ROOT / name for name in names)
        for module in (sorted(path.rglob("*.py")) if path.is_dir() else [path])
    ]
    paths = [module.relative_to(ROOT).as_posix() for module in modules]
    starts = dict.fromkeys(next(one for one in TESTS if path.startswith(one)) for path in paths)
    tests = [test for start in starts for test in TESTS[start]]
    mutants = Mutants(modules)
    options = ("-n0", "--assert=plain", "-m", "not long and not browser")
    pytest.main([*tests, *options], plugins=[mutants])
    return int(mutants.unexplained > MOST_UNEXPLAINED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
