"""What `desertion check` prints: errors first, then warnings by rule, then a sum of them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loaders.ledger import Ledger
from loaders.problems import GROUPS, RULES, Problem, Severity

MAX_LINES = 40
"""As many as a terminal shows at once; what is left out is counted, and how to see it is said."""
MISSING = tuple(GROUPS)[-1]
"""The group whose warnings are only counted: nobody mends hundreds of them today."""

Found = Mapping[str, Sequence[Problem]]
"""Rule -> its warnings, by place."""


def report(
    ledger: Ledger | None, problems: Sequence[Problem], path: str, list_all: bool = False
) -> Iterator[str]:
    """The lines for one file; a file that did not load has no ledger."""
    yield from (str(one) for one in problems if one.severity == Severity.ERROR)
    warnings = [one for one in problems if one.severity == Severity.WARNING]
    yield from _list_warnings(warnings, list_all)
    if ledger is not None or not is_unreadable(problems):
        yield _summary(ledger, problems, path)


def is_unreadable(problems: Sequence[Problem]) -> bool:
    """Whether the trouble is the file as a whole and not a line of it."""
    return any(problem.place.line == 0 for problem in problems)


def _list_warnings(problems: Sequence[Problem], list_all: bool) -> list[str]:
    """All of them, or of each rule as many as leave the whole within a screen."""
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if list_all or not problem.accepted:
            found[problem.rule].append(problem)
    most = len(problems)
    lines = list(_list_groups(found, most, list_all))
    while not list_all and most > 0 and len(lines) >= MAX_LINES:
        most = min(most, MAX_LINES) - 1
        lines = list(_list_groups(found, most, list_all))
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
