"""python -m loaders COMMAND [FILE …]: what is wrong with the file, and what helps to edit it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from analysis.checks import find_warnings
from loaders.disk import NotSaved, overwrite, version_of
from loaders.format import format_bytes, list_changes
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import Problem, Refused
from loaders.schema import make_schema, schema_path, write_schema
from loaders.source import file_name, read_file

DEFAULT_FILE = "figures.yaml"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return max(int(options.run(path, options)) for path in options.files)
    except (NotSaved, Refused) as problem:
        print(problem)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem with its place")
    check.add_argument("--strict", action="store_true", help="fail on warnings too")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    form = commands.add_parser("format", help="bring the file into the one written form")
    form.add_argument("--check", action="store_true", help="only print what would change")
    schema = commands.add_parser("schema", help="write the JSON Schema for editors")
    schema.add_argument("--with-keys", action="store_true", help="offer the file's own keys too")
    for command, run in ((check, _check), (form, _format), (schema, _schema)):
        command.add_argument("files", nargs="*", default=[DEFAULT_FILE], metavar="FILE")
        command.set_defaults(run=run)
    return parser


def _check(path: str, options: argparse.Namespace) -> int:
    """Print one file's problems; 0 good, 1 errors (or warnings, if strict), 2 unreadable."""
    try:
        ledger: Ledger | None = load(path)
        problems = find_warnings(ledger) if ledger else ()
    except Refused as refusal:
        ledger, problems = None, refusal.problems
    _print(ledger, problems, path, options.json)
    if ledger is None:
        return 2 if _is_unreadable(problems) else 1
    return int(options.strict and any(not problem.accepted for problem in problems))


def _format(path: str, options: argparse.Namespace) -> int:
    """Write the file anew where it is not in the one form; with --check, print what would be."""
    data = read_file(path)
    written = format_bytes(data, file_name(path))
    if options.check:
        for change in list_changes(data, written, file_name(path)):
            print(change)
        return int(written != data)
    if written != data:
        overwrite(path, written, version_of(data))
    print(f"{path}: {'formatted' if written != data else 'was in the one written form already'}")
    return 0


def _schema(path: str, options: argparse.Namespace) -> int:
    ledger = load(path) if options.with_keys else None
    target = schema_path(path)
    target.write_text(write_schema(make_schema(ledger)), encoding="utf-8")
    print(f"wrote {target}")
    return 0


def _is_unreadable(problems: Sequence[Problem]) -> bool:
    """Whether the trouble is the file as a whole and not a line of it."""
    return any(problem.place.line == 0 for problem in problems)


def _print(ledger: Ledger | None, problems: Sequence[Problem], path: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps([problem.as_json() for problem in problems], indent=1, ensure_ascii=False))
        return
    for problem in problems:
        print(problem)
    if ledger is not None or not _is_unreadable(problems):
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
