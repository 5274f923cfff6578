"""Every rule in one place: a ledger in, every problem with it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loaders.ledger import Ledger
from loaders.problems import Problem
from loaders.rules import articles, errors, references, unused, warnings

CHECKS: tuple[Callable[[Ledger], Iterator[Problem]], ...] = (
    references.find_unknown_references,
    references.find_repeated_ids,
    errors.find_broken_trees,
    errors.find_wrong_windows,
    errors.find_wrong_offences,
    errors.find_wrong_bounds,
    errors.find_wrong_citations,
    errors.find_wrong_asserts,
    errors.find_wrong_corrections,
    errors.find_wrong_claimants,
    errors.find_wrong_curation,
    errors.find_unknown_acceptances,
    articles.find_poor_articles,
    articles.find_dates_to_come,
    articles.find_strange_addresses,
    articles.find_other_spellings,
    unused.find_unused_articles,
    unused.find_unused_claimants,
    unused.find_unused_units,
    warnings.find_strange_parts,
    warnings.find_early_articles,
    warnings.find_counts_to_come,
    warnings.find_alike,
    warnings.find_unchanged,
    warnings.find_missing_successors,
)


def check(ledger: Ledger) -> Iterator[Problem]:
    """Every problem that the rules find, in no order."""
    for rule in CHECKS:
        yield from rule(ledger)
