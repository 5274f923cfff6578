"""What `desertion check` prints: each problem on its line, and a sum of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.ledger import Ledger
from loaders.problems import Problem


def report(ledger: Ledger | None, problems: Sequence[Problem], path: str) -> Iterator[str]:
    """The lines for one file; a file that did not load has no ledger."""
    yield from map(str, problems)
    if ledger is not None or not is_unreadable(problems):
        yield _summary(ledger, problems, path)


def is_unreadable(problems: Sequence[Problem]) -> bool:
    """Whether the trouble is the file as a whole and not a line of it."""
    return any(problem.place.line == 0 for problem in problems)


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
