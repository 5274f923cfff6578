"""Entries that no record names: perhaps left over, perhaps meant by a key that was mistyped."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.ledger import FORCES, Ledger
from loaders.problems import Problem
from loaders.rules.errors import warn


def find_unused_articles(ledger: Ledger) -> Iterator[Problem]:
    used = {gap.article for gap in ledger.gaps.values()}
    used |= {event.article for event in ledger.events.values()}
    for figure in ledger.figures.values():
        used |= {citation.article for citation in figure.citations}
        used |= {assertion.article for assertion in figure.asserts}
        used |= {dispute.article for dispute in figure.disputed_by}
    for key in ledger.articles.keys() - used:
        message = "is cited by no figure, gap or event"
        yield warn(ledger, "article-not-cited", "articles", key, (), message)


def find_unused_claimants(ledger: Ledger) -> Iterator[Problem]:
    """Claimants who neither claim nor dispute, and whom neither print nor a claimant names."""
    used = {claimant.rests_on for claimant in ledger.claimants.values()}
    used |= {one.claimant for some in (ledger.figures, ledger.gaps) for one in some.values()}
    for figure in ledger.figures.values():
        used |= {one.claimant for one in figure.disputed_by}
        used |= {one.printed.claimant for one in figure.citations if one.printed}
        used |= {name for one in figure.citations for name in one.via}
    for key, claimant in ledger.claimants.items():
        if used.isdisjoint((key, claimant.name, *claimant.aliases)):
            message = "is named by no record"
            yield warn(ledger, "claimant-not-used", "claimants", key, (), message)


def find_unused_units(ledger: Ledger) -> Iterator[Problem]:
    """Units of which, and below which, nobody was counted."""
    cited = (one for figure in ledger.figures.values() for one in figure.citations)
    named = {one.printed.unit for one in cited if one.printed}
    named |= {one.unit for some in (ledger.figures, ledger.gaps) for one in some.values()}
    used = {unit for key in set(ledger.tree) & named for unit in ledger.path(key)}
    for key in set(ledger.tree) - used - set(FORCES):
        message = "is named by no record, nor is any unit below it"
        yield warn(ledger, "unit-not-used", "units", key, (), message)
