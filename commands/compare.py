"""python -m commands COMMAND: what may be compared, where it comes from, who says otherwise."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.arithmetic import check_assertions
from analysis.checks import find_warnings
from analysis.coverage import cover
from analysis.history import list_history, read_history
from analysis.lookup import look_up, parse_number
from analysis.neighbours import find_addable
from analysis.parts import breakdowns_of
from analysis.plain import to_plain
from analysis.provenance import siblings_of, trace
from analysis.reconciliation import reconcile
from analysis.rivals import rivals_of
from analysis.sums import Sum, add
from analysis.wording import safest_wording
from commands.compare_lines import list_answer, list_coverage, list_figure, list_provenance
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import Refused, suggest
from loaders.records import Figure
from loaders.sentences import say

Result = tuple[Iterable[str], Any, int]
"""The lines to print, the same as data for `--json`, and the exit code."""


class Unknown(Exception):
    """A key that the file does not have."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done. 1: the sum is refused, or nothing was found. 2: an unknown id or a broken file."""
    options = _parser().parse_args(arguments)
    try:
        ledger = load(options.file)
        lines, data, code = options.run(ledger, options)
    except (Refused, Unknown, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    try:
        _print(lines, data, options.json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(code)


def _print(lines: Iterable[str], data: Any, as_json: bool) -> None:
    if as_json:
        lines = [json.dumps(to_plain(data), ensure_ascii=False, indent=1)]
    for line in lines:
        print(line)
    sys.stdout.flush()


def show(ledger: Ledger, options: argparse.Namespace) -> Result:
    """One figure: its claim, its parts, its rivals, its articles."""
    figure = _find_figure(ledger, options.id)
    data = {
        "id": figure.id,
        "sentence": say(ledger, figure),
        "parts": breakdowns_of(ledger, figure),
        "rivals": rivals_of(ledger, figure),
        "addable": find_addable(ledger, figure),
        "warnings": [p.as_json() for p in find_warnings(ledger) if figure.id in p.figures],
        "provenance": trace(ledger, figure),
        "wording": safest_wording(ledger, figure),
    }
    return list_figure(ledger, figure), data, 0


def compare(ledger: Ledger, options: argparse.Namespace) -> Result:
    """The sum of some figures, or why they have none."""
    result = add(ledger, [_find_figure(ledger, id) for id in options.ids])
    is_sum = isinstance(result, Sum)
    return [str(result)], {"sum" if is_sum else "refused": result}, 0 if is_sum else 1


def rivals(ledger: Ledger, options: argparse.Namespace) -> Result:
    """Other claimants' answers to the question that a figure answers."""
    figure = _find_figure(ledger, options.id)
    found = rivals_of(ledger, figure)
    lines = [say(ledger, figure), *(rival.words for rival in found)]
    return lines if found else [*lines, "no other claimant answers this question"], found, 0


def provenance(ledger: Ledger, options: argparse.Namespace) -> Result:
    """The way of a figure from its claimant to the articles, and what changed."""
    figure = _find_figure(ledger, options.id)
    data = [trace(ledger, one) for one in (figure, *siblings_of(ledger, figure))]
    return list_provenance(ledger, figure), data, 0


def coverage(ledger: Ledger, options: argparse.Namespace) -> Result:
    """What is known of every series in every month."""
    claimants = [_check_key("claimant", key, ledger.claimants) for key in options.claimant]
    found = cover(ledger, claimants)
    return list_coverage(found), found, 0


def reconcile_totals(ledger: Ledger, options: argparse.Namespace) -> Result:
    """Running totals beside the sum of their periods."""
    _check_key("claimant", options.claimant, ledger.claimants)
    _check_key("measure", options.measure, ledger.measures)
    if options.offence:
        _check_key("offence", options.offence, ledger.offences)
    found = reconcile(ledger, options.claimant, options.measure, options.offence)
    lines = [f"{one.words}{'; ' * bool(one.pace)}{one.pace}" for one in found]
    return lines or ["no running total with a stated start"], found, 0 if found else 1


def asserts(ledger: Ledger, _: argparse.Namespace) -> Result:
    """What articles calculate, calculated again."""
    found = check_assertions(ledger)
    return [f"{one.figure.id}: {one.words} ({one.article})" for one in found], found, 0


def lookup(ledger: Ledger, options: argparse.Namespace) -> Result:
    """A number: who claimed it, what it covers, and the safest wording."""
    found = look_up(ledger, parse_number(options.number), " ".join(options.words))
    return list_answer(found), found, 0 if found else 1


def history(ledger: Ledger, options: argparse.Namespace) -> Result:
    """The versions of a figure in git, the newest first: when, by whom, which fields."""
    id = _find_figure(ledger, options.id).id
    found = read_history(options.file, id)
    lines = list_history(found) if found else ["no history: git does not know this file"]
    return lines, found, 0 if found else 1


def _find_figure(ledger: Ledger, id: str) -> Figure:
    return ledger.figures[_check_key("figure", id, ledger.figures)]


def _check_key(kind: str, key: str, known: Mapping[str, object]) -> str:
    if key not in known:
        raise Unknown(f'unknown {kind} "{key}"{suggest(key, known)}')
    return key


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run, positions in _COMMANDS:
        one = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        one.add_argument("--json", action="store_true", help="print the result as JSON")
        one.add_argument("--file", metavar="FILE", default="figures.yaml", help="read this data")
        one.set_defaults(run=run)
        for position, settings in positions.items():
            one.add_argument(position, **settings)
    return parser


_ID: dict[str, dict[str, Any]] = {"id": {"metavar": "ID"}}
_COMMANDS: tuple[tuple[str, Any, dict[str, dict[str, Any]]], ...] = (
    ("show", show, _ID),
    ("compare", compare, {"ids": {"metavar": "ID", "nargs": "+"}}),
    ("rivals", rivals, _ID),
    ("provenance", provenance, _ID),
    ("coverage", coverage, {"--claimant": {"nargs": "+", "default": [], "metavar": "KEY"}}),
    (
        "reconcile",
        reconcile_totals,
        {"claimant": {}, "measure": {}, "offence": {"nargs": "?", "default": None}},
    ),
    ("asserts", asserts, {}),
    ("history", history, _ID),
    ("lookup", lookup, {"number": {"metavar": "NUMBER"}, "words": {"nargs": "*"}}),
)
