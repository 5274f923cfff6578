"""The ledger in; which parts of a claim change in print, how often, and where, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.changes import turns_of
from analysis.provenance import Relay, relays_of
from loaders.ledger import Ledger, once


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the citations of one outlet, one language or all of them changed something."""

    name: str
    citations: int
    changed: int
    """Citations that changed something."""
    rounded: int
    """Citations that changed nothing and rounded the number."""
    fields: tuple[tuple[str, int], ...]
    """Field of the claim -> citations that changed it, most often first."""

    @property
    def share(self) -> float:
        return self.changed / self.citations if self.citations else 0.0

    @property
    def words(self) -> str:
        """`129 of 756 citations (17 %) printed something else`."""
        noun = "citation" if self.citations == 1 else "citations"
        share = f"{self.share:.0%}".replace("%", " %")
        return f"{self.changed} of {self.citations} {noun} ({share}) printed something else"


@dataclass(frozen=True, slots=True)
class Mutations:
    """What changed in print, over the whole ledger."""

    all: Tally
    outlets: tuple[Tally, ...]
    """Most changes first; outlets without a change are counted too."""
    languages: tuple[Tally, ...]
    turns: tuple[tuple[str, str, str, int], ...]
    """Field, what was claimed, what was printed, how often; most often first."""


@once
def count_mutations(ledger: Ledger) -> Mutations:
    """Counts every citation once for each field that it changed."""
    relays = [relay for figure in ledger.figures.values() for relay in relays_of(ledger, figure)]
    turns = Counter(
        turn
        for figure in ledger.figures.values()
        for citation in figure.citations
        for turn in turns_of(ledger, figure, citation)
    )
    return Mutations(
        _tally("all", relays),
        _tally_by(relays, lambda relay: relay.article.outlet),
        _tally_by(relays, lambda relay: relay.article.language),
        tuple((*turn, times) for turn, times in sorted(turns.items(), key=_most_first)),
    )


def _tally_by(relays: Iterable[Relay], name: Callable[[Relay], str]) -> tuple[Tally, ...]:
    groups: defaultdict[str, list[Relay]] = defaultdict(list)
    for relay in relays:
        groups[name(relay)].append(relay)
    tallies = [_tally(key, group) for key, group in groups.items()]
    return tuple(sorted(tallies, key=lambda one: (-one.changed, -one.citations, one.name)))


def _tally(name: str, relays: Sequence[Relay]) -> Tally:
    fields = Counter(
        field
        for relay in relays
        for change in relay.changes
        for field in change.fields
        if not change.rounded
    )
    changed = sum(relay.changed for relay in relays)
    rounded = sum(bool(relay.changes) for relay in relays) - changed
    return Tally(
        name, len(relays), changed, rounded, tuple(sorted(fields.items(), key=_most_first))
    )


def _most_first(pair: tuple[Any, int]) -> tuple[int, Any]:
    return (-pair[1], pair[0])
