"""Every rule in one place: a ledger in, every problem with it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loaders import oddities, references, rules
from loaders.ledger import Ledger
from loaders.problems import Problem

CHECKS: tuple[Callable[[Ledger], Iterator[Problem]], ...] = (
    references.find_unknown_references,
    references.find_repeated_ids,
    rules.find_broken_trees,
    rules.find_wrong_windows,
    rules.find_wrong_offences,
    rules.find_wrong_bounds,
    rules.find_wrong_citations,
    rules.find_wrong_asserts,
    rules.find_wrong_corrections,
    rules.find_unknown_acceptances,
    oddities.find_poor_articles,
    oddities.find_strange_parts,
    oddities.find_early_articles,
    oddities.find_alike,
)


def check(ledger: Ledger) -> Iterator[Problem]:
    """Every problem that the rules find, in no order."""
    for rule in CHECKS:
        yield from rule(ledger)
