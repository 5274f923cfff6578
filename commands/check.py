"""desertion check: every problem of the data, with its place, once or at each save.

Errors come first, then warnings by rule, then a sum of them all.
"""

from __future__ import annotations

import time
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from analysis.checks import find_warnings, keep_new
from commands.command import FILES, JSON, Failed, argument, command, files_of, print_json, switch
from loaders.files import stamp
from loaders.git import find_refusal, read_committed
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import GROUPS, RULES, Problem, Refused, Severity
from loaders.sentences import counted

MAX_LINES = 40
"""As many as a terminal shows at once; what is left out is counted, and how to see it is said."""
MISSING = tuple(GROUPS)[-1]
"""The group whose warnings are only counted: nobody mends hundreds of them today."""
PAUSE_SECONDS = 0.25
"""Between two looks at a watched file; one that two looks find the same is written to its end."""

Found = Mapping[str, Sequence[Problem]]
"""Rule -> its warnings, by place."""


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
    """Check now and after each save, until Ctrl-C."""
    before, checked = stamp(path), None
    try:
        while True:
            now = stamp(path)
            if now == before != checked:
                checked = now
                print(f"\n{datetime.now().astimezone():%H:%M:%S}")
                _check(path, options)
                print(end="", flush=True)
            before = now
            time.sleep(PAUSE_SECONDS)
    except KeyboardInterrupt:
        print()
    return 0


def _check(path: str, options: Namespace) -> int:
    try:
        ledger: Ledger | None = load(path)
        problems = find_warnings(ledger) if ledger else ()
    except Refused as refusal:
        ledger, problems = None, refusal.problems
    if options.new and not _is_unreadable(problems):
        problems = _keep_new(path, problems)
    if options.rule:
        problems = tuple(one for one in problems if one.rule in (options.rule, ""))
    if options.json:
        print_json([problem.as_json() for problem in problems])
    else:
        for line in _report(ledger, problems, path, options.all or options.rule is not None):
            print(line)
    if ledger is None:
        return 2 if _is_unreadable(problems) else 1
    return int(options.strict and any(not problem.accepted for problem in problems))


def _keep_new(path: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    before = read_committed(path)
    if before is None:
        why = find_refusal(path) or "git does not know this file"
        raise Failed(f"{path}: no earlier version to compare with; {why}")
    return keep_new(problems, before)


def _report(
    ledger: Ledger | None, problems: Sequence[Problem], path: str, list_all: bool
) -> Iterator[str]:
    """The lines for one file; a file that did not load has no ledger."""
    yield from (str(one) for one in problems if one.severity == Severity.ERROR)
    warnings = [one for one in problems if one.severity == Severity.WARNING]
    yield from _list_warnings(warnings, list_all)
    if ledger is not None or not _is_unreadable(problems):
        yield _summary(ledger, problems, path)


def _is_unreadable(problems: Sequence[Problem]) -> bool:
    """Whether the trouble is the file as a whole and not a line of it."""
    return any(problem.place.line == 0 for problem in problems)


def _list_warnings(problems: Sequence[Problem], list_all: bool) -> list[str]:
    """All of them, or of each rule as many as leave the whole within a screen."""
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if list_all or not problem.accepted:
            found[problem.rule].append(problem)
    for most in (len(problems), *range(MAX_LINES - 1, -1, -1)):
        lines = list(_list_groups(found, most, list_all))
        if list_all or len(lines) < MAX_LINES:
            break
    return lines


def _list_groups(found: Found, most: int, list_all: bool) -> Iterator[str]:
    for group, rules in GROUPS.items():
        here = [rule for rule in RULES if rule in rules and rule in found]
        if group == MISSING and not list_all:
            counts = ", ".join(f"{len(found[rule])} {rule}" for rule in here)
            yield from [f"What is missing: {counts} (--all lists them)"] if here else []
            continue
        for rule in here:
            yield f"{rule} ({len(found[rule])}): {RULES[rule]}"
            yield from map(str, found[rule][:most])
            if (more := len(found[rule]) - most) > 0:
                yield f"… {more} more: --rule {rule}"


def _summary(ledger: Ledger | None, problems: Sequence[Problem], path: str) -> str:
    if ledger is None:
        return f"{path}: {counted(len(problems), 'error')}; nothing was loaded"
    accepted = sum(problem.accepted for problem in problems)
    sizes = (
        f"{len(ledger.figures)} figures, {len(ledger.articles)} articles, "
        f"{len(ledger.claimants)} claimants"
    )
    warnings = counted(len(problems) - accepted, "warning")
    return f"{sizes}: 0 errors, {warnings}" + (f", {accepted} accepted" if accepted else "")
