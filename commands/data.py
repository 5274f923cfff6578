"""python -m commands COMMAND [FILE …]: what is wrong with the file, and what helps to edit it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from analysis.checks import find_warnings
from commands.new_claim import Dialogue
from commands.questions import Ended
from commands.watch import follow_changes
from editing.disk import NotSaved, overwrite, version_of
from editing.draft import write_edits
from editing.format import format_bytes, list_changes
from editing.guide import GUIDE, renew
from editing.save import TERMINAL, preview, save
from editing.schema import make_schema, schema_path, write_schema
from loaders.files import file_name, read_file
from loaders.ledger import Ledger
from loaders.load import load, read_ledger
from loaders.problems import Refused
from loaders.report import is_unreadable, report

DEFAULT_FILE = "figures.yaml"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return max(int(options.run(path, options)) for path in options.files)
    except (NotSaved, Refused) as problem:
        print(problem)
        return 2
    except KeyboardInterrupt:
        print()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem with its place")
    check.add_argument("--strict", action="store_true", help="fail on warnings too")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    check.add_argument("--watch", action="store_true", help="check again on every save")
    form = commands.add_parser("format", help="bring the file into the one written form")
    form.add_argument("--check", action="store_true", help="only print what would change")
    schema = commands.add_parser("schema", help="write the JSON Schema for editors")
    schema.add_argument("--with-keys", action="store_true", help="offer the file's own keys too")
    new = commands.add_parser("new", help="ask for a new claim and print it ready to paste")
    new.add_argument("--write", action="store_true", help="put it into the file, in its place")
    for command, run in ((check, _check), (form, _format), (schema, _schema), (new, _new)):
        command.add_argument("files", nargs="*", default=[DEFAULT_FILE], metavar="FILE")
        command.set_defaults(run=run)
    guide = commands.add_parser("guide", help=f"renew the tables of {GUIDE}")
    guide.set_defaults(run=_guide, files=[GUIDE])
    return parser


def _check(path: str, options: argparse.Namespace) -> int:
    """Print one file's problems; 0 good, 1 errors (or warnings, if strict), 2 unreadable."""
    for _ in follow_changes(path) if options.watch else ():
        print(f"\n{datetime.now().astimezone():%H:%M:%S}")
        _check_once(path, options)
    return _check_once(path, options)


def _check_once(path: str, options: argparse.Namespace) -> int:
    try:
        ledger: Ledger | None = load(path)
        problems = find_warnings(ledger) if ledger else ()
    except Refused as refusal:
        ledger, problems = None, refusal.problems
    for line in report(ledger, problems, path, options.json):
        print(line)
    if ledger is None:
        return 2 if is_unreadable(problems) else 1
    return int(options.strict and any(not problem.accepted for problem in problems))


def _format(path: str, options: argparse.Namespace) -> int:
    """Write the file anew in the one written form; with --check, print what would change."""
    data, name = read_file(path), file_name(path)
    written = format_bytes(data, name)
    if options.check:
        for change in list_changes(data, written, name):
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


def _guide(path: Path, _: argparse.Namespace) -> int:
    path.write_text(renew(path.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"renewed the tables of {path}")
    return 0


def _new(path: str, options: argparse.Namespace) -> int:
    """Ask, then print what would be added; with --write, add it."""
    data = read_file(path)
    ledger = read_ledger(data, file_name(path))
    try:
        edits = Dialogue(ledger, sys.stdin, sys.stdout).run().edits(data)
    except Ended:
        print("\nno more answers; nothing was written")
        return 1
    print(f"\n{write_edits(edits)}")
    read_ledger(preview(data, edits, file_name(path)), file_name(path))
    if options.write:
        save(path, edits, ledger.version, TERMINAL)
        print(f"{path}: saved")
    return 0
