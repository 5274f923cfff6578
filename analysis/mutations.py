"""Figures in; which parts of a claim change in print, how often, and in which articles, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from analysis.changes import turns_of
from analysis.provenance import Relay, relays_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import counted


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the citations of one outlet, or all of them changed something."""

    name: str
    citations: int
    changed: int
    """Citations that changed something; a rounded number is no change."""

    @property
    def words(self) -> str:
        """`129 of 756 citations (17 %) printed something else`."""
        citations = counted(self.citations, "citation")
        share = f"{self.changed / max(self.citations, 1):.0%}".replace("%", " %")
        return f"{self.changed} of {citations} ({share}) printed something else"


@dataclass(frozen=True, slots=True)
class Changed:
    """One article that printed something else than the claim."""

    figure: Figure
    relay: Relay


@dataclass(frozen=True, slots=True)
class Mutations:
    """What changed in print, of the figures that were asked about."""

    all: Tally
    outlets: tuple[Tally, ...]
    """Most changes first; outlets without a change are counted too."""
    turns: tuple[tuple[str, str, str, int], ...]
    """Field, what was claimed, what was printed, how often; most often first."""
    articles: tuple[Changed, ...]
    """Every citation that changed something, in the order of the figures."""


def count_mutations(ledger: Ledger, figures: Collection[Figure]) -> Mutations:
    """Counts every citation of the figures once for each field that it changed."""
    found = [Changed(figure, relay) for figure in figures for relay in relays_of(ledger, figure)]
    relays = [one.relay for one in found]
    turns = Counter(
        turn
        for figure in figures
        for citation in figure.citations
        for turn in turns_of(ledger, figure, citation)
    )
    most_first = sorted(turns.items(), key=lambda pair: (-pair[1], pair[0]))
    return Mutations(
        _tally("all", relays),
        _tally_outlets(relays),
        tuple((*turn, times) for turn, times in most_first),
        tuple(one for one in found if one.relay.changed),
    )


def _tally_outlets(relays: Iterable[Relay]) -> tuple[Tally, ...]:
    groups: defaultdict[str, list[Relay]] = defaultdict(list)
    for relay in relays:
        groups[relay.article.outlet].append(relay)
    tallies = [_tally(key, group) for key, group in groups.items()]
    return tuple(sorted(tallies, key=lambda one: (-one.changed, -one.citations, one.name)))


def _tally(name: str, relays: Sequence[Relay]) -> Tally:
    return Tally(name, len(relays), sum(relay.changed for relay in relays))
