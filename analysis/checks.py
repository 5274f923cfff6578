"""Every warning about a ledger: the loader's own, and what does not add up."""

from __future__ import annotations

from loaders.ledger import Ledger
from loaders.problems import Problem


def find_warnings(ledger: Ledger) -> tuple[Problem, ...]:
    """All warnings sorted by place; accepted ones are marked, not left out."""
    return tuple(sorted(ledger.warnings))
