"""A number in, and words beside it; the claims behind it and what went wrong with it, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.digits import SLIPS, slips_of
from analysis.provenance import Relay, relay_of, trace
from analysis.rivals import Rival, rivals_of_all
from analysis.wording import first_relay, safest_wording, say_covered, say_limits
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.search import find_mentions
from loaders.sentences import say
from loaders.values import Count

NEAR = 0.05
"""A number this near to the one asked for, as a share of it, is offered too."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with the number asked for, or nearly."""

    figure: Figure
    exact: bool
    sentence: str
    first: Relay
    """The earliest article that printed it as it was claimed."""
    articles: str
    """`5 articles, 1 origin: HUR; 2 of them printed something else`."""
    covered: tuple[str, ...]
    limits: tuple[str, ...]
    """What it does not cover."""
    rivals: tuple[Rival, ...]
    relays: tuple[Relay, ...]
    """Articles that printed something else than the claim."""
    wording: str
    """The sentence that is safest to copy."""


@dataclass(frozen=True, slots=True)
class Misprint:
    """An article that printed the number for a claim that has another."""

    figure: Figure
    exact: bool
    relay: Relay
    sentence: str
    wording: str


@dataclass(frozen=True, slots=True)
class Typo:
    """A claim whose number became the one asked for by a slip of the hand, if it did."""

    figure: Figure
    words: str
    """`the number has two digits exchanged`."""
    sentence: str
    wording: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the file knows of a number; exact matches first, then by date."""

    number: int
    words: str
    claims: tuple[Claim, ...]
    misprints: tuple[Misprint, ...]
    typos: tuple[Typo, ...] = ()
    """Only for a number that nobody claimed or printed."""
    more: int = 0
    """Claims that were found and not described."""

    def __bool__(self) -> bool:
        return bool(self.claims or self.misprints or self.typos)


def look_up(ledger: Ledger, number: int, words: str = "", most: int | None = None) -> Answer:
    """The claims with this number or within 5 % of it, and articles that printed it for others.

    At `most` so many claims are described, the others counted. Every one of the words must stand
    in the claim or what `loaders.search` looks through.
    """
    mentioned = find_mentions(ledger, words.split())
    figures = [figure for id, figure in ledger.figures.items() if id in mentioned]
    near = [figure for figure in figures if _is_near(number, figure.count)]
    far = [figure for figure in figures if not _is_near(number, figure.count)]
    near.sort(key=lambda one: _order(one, _is_stated(number, one.count), first_relay(ledger, one)))
    told = near[:most]
    rivals = rivals_of_all(ledger, told)
    claims = [_describe(ledger, figure, number, rivals[figure.id]) for figure in told]
    misprints = [found for figure in far for found in _find_misprints(ledger, figure, number)]
    misprints.sort(key=lambda one: _order(one.figure, one.exact, one.relay))
    is_known = any(one.exact for one in claims) or any(one.exact for one in misprints)
    typos = () if is_known else _find_typos(ledger, number, figures)
    more = len(near) - len(claims)
    return Answer(number, words, tuple(claims), tuple(misprints), tuple(typos), more)


def _find_typos(ledger: Ledger, number: int, figures: Sequence[Figure]) -> Iterator[Typo]:
    for slip, counts in slips_of(number):
        for figure in figures:
            if not counts.isdisjoint({figure.count.low, figure.count.high}):
                wording = safest_wording(ledger, figure)
                yield Typo(figure, SLIPS[slip], say(ledger, figure), wording)


def _describe(ledger: Ledger, figure: Figure, number: int, rivals: tuple[Rival, ...]) -> Claim:
    provenance = trace(ledger, figure)
    return Claim(
        figure=figure,
        exact=_is_stated(number, figure.count),
        sentence=say(ledger, figure),
        first=first_relay(ledger, figure),
        articles=provenance.words,
        covered=say_covered(ledger, figure),
        limits=say_limits(ledger, figure),
        rivals=rivals,
        relays=provenance.changed,
        wording=safest_wording(ledger, figure),
    )


def _find_misprints(ledger: Ledger, figure: Figure, number: int) -> Iterator[Misprint]:
    for citation in ledger.citations_of(figure):
        printed = citation.printed.count if citation.printed else None
        if printed and _is_near(number, printed):
            exact, relay = _is_stated(number, printed), relay_of(ledger, figure, citation)
            sentence, wording = say(ledger, figure), safest_wording(ledger, figure)
            yield Misprint(figure, exact, relay, sentence, wording)


def _is_stated(number: int, count: Count) -> bool:
    """Whether the number itself was stated: on its own or as an end of a range."""
    return number in (count.low, count.high)


def _is_near(number: int, count: Count) -> bool:
    """Whether the number lies in a count or near one of its ends."""
    return max(count.low - number, number - count.high) <= NEAR * number


def _order(figure: Figure, exact: bool, relay: Relay) -> tuple[bool, date, str]:
    published = relay.article.published
    return (not exact, published.first if published else date.max, figure.id)
