"""desertion check: every problem of the data, with its place, once or at each save."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from analysis.checks import find_warnings, keep_new
from commands.check_lines import is_unreadable, report
from commands.command import FILES, JSON, Failed, argument, command, files_of, print_json, switch
from commands.watch import follow_changes
from loaders.git import find_refusal, read_committed
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import RULES, Problem, Refused


@command(
    "check",
    *FILES,
    switch("--strict", "fail on warnings too"),
    switch("--all", "list every warning, accepted ones and missing titles and dates too"),
    argument("--rule", metavar="NAME", choices=tuple(RULES), help="only the warnings of one rule"),
    switch("--new", "only what is new since the file was last committed"),
    JSON,
    switch("--watch", "check again on every save, until Ctrl-C"),
)
def check(options: Namespace) -> int:
    """Print every problem with its place; 1 where there are errors, 2 for an unreadable file."""
    files = files_of(options)
    if options.watch:
        return _watch(files[0], options)
    return max(_check(path, options) for path in files)


def _watch(path: str, options: Namespace) -> int:
    try:
        for _ in follow_changes(path):
            print(f"\n{datetime.now().astimezone():%H:%M:%S}")
            _check(path, options)
            print(end="", flush=True)
    except KeyboardInterrupt:
        print()
    return 0


def _check(path: str, options: Namespace) -> int:
    try:
        ledger: Ledger | None = load(path)
        problems = find_warnings(ledger) if ledger else ()
    except Refused as refusal:
        ledger, problems = None, refusal.problems
    if options.new and not is_unreadable(problems):
        problems = _keep_new(path, problems)
    if options.rule:
        problems = tuple(one for one in problems if one.rule in (options.rule, ""))
    if options.json:
        print_json([problem.as_json() for problem in problems])
    else:
        for line in report(ledger, problems, path, options.all or options.rule is not None):
            print(line)
    if ledger is None:
        return 2 if is_unreadable(problems) else 1
    return int(options.strict and any(not problem.accepted for problem in problems))


def _keep_new(path: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    before = read_committed(path)
    if before is None:
        why = find_refusal(path) or "git does not know this file"
        raise Failed(f"{path}: no earlier version to compare with; {why}")
    return keep_new(problems, before)
