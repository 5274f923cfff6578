"""python -m loaders check [FILE …] [--strict] [--json]: what is wrong with the file, and where."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from analysis.checks import find_warnings
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import Problem, Refused

DEFAULT_FILE = "figures.yaml"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem with its place")
    check.add_argument("files", nargs="*", default=[DEFAULT_FILE], metavar="FILE")
    check.add_argument("--strict", action="store_true", help="fail on warnings too")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    options = parser.parse_args(arguments)
    return max(_check(path, options.strict, options.json) for path in options.files)


def _check(path: str, strict: bool, as_json: bool) -> int:
    """Print one file's problems; 0 good, 1 errors (or warnings, if strict), 2 unreadable."""
    try:
        ledger: Ledger | None = load(path)
        problems = find_warnings(ledger) if ledger else ()
    except Refused as refusal:
        ledger, problems = None, refusal.problems
    _print(ledger, problems, path, as_json)
    if ledger is None:
        return 2 if any(problem.place.line == 0 for problem in problems) else 1
    return int(strict and any(not problem.accepted for problem in problems))


def _print(ledger: Ledger | None, problems: Sequence[Problem], path: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps([problem.as_json() for problem in problems], indent=1, ensure_ascii=False))
        return
    for problem in problems:
        print(problem)
    print(_summary(ledger, problems, path))


def _summary(ledger: Ledger | None, problems: Sequence[Problem], path: str) -> str:
    if ledger is None:
        return f"{path}: {_counted(len(problems), 'error')}; nothing was loaded"
    accepted = sum(problem.accepted for problem in problems)
    sizes = (
        f"{len(ledger.figures)} figures, {len(ledger.articles)} articles, "
        f"{len(ledger.claimants)} claimants"
    )
    warnings = _counted(len(problems) - accepted, "warning")
    return f"{sizes}: 0 errors, {warnings}" + (f", {accepted} accepted" if accepted else "")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
