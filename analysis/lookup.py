"""A number in a journalist's hand in; the claims behind it, and what went wrong with it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.provenance import Relay, trace
from analysis.rivals import Rival, rivals_of_all
from analysis.wording import first_relay, safest_wording, say_covered, say_limits
from loaders.ledger import Ledger
from loaders.records import Count, Figure
from loaders.sentences import say

NEAR = 0.05
"""A number this near to the one asked for, as a share of it, is offered too."""
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[,. '_\u00a0\u2009\u202f]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))?"
    r"[ \u00a0]?(?P<unit>k|thousand|thsd|m|mln|million)?",
    re.ASCII | re.IGNORECASE,
)
_ZEROS = {"": 0, "k": 3, "thousand": 3, "thsd": 3, "m": 6, "mln": 6, "million": 6}


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
class Answer:
    """What the file knows of a number; exact matches first, then by date."""

    number: int
    words: str
    claims: tuple[Claim, ...]
    misprints: tuple[Misprint, ...]
    more: int = 0
    """Claims that were found and not described."""

    def __bool__(self) -> bool:
        return bool(self.claims or self.misprints)


def parse_number(text: str) -> int:
    """`18000`, `18,000`, `18 000`, `18k`, `18.5 thousand`. Raises ValueError with a sentence."""
    found = _NUMBER.fullmatch(text.strip())
    zeros = _ZEROS[(found["unit"] or "").lower()] if found else 0
    part = (found["part"] or "") if found else ""
    if not found or len(text) > 24 or len(part) > zeros:
        raise ValueError(f'expected a number such as 18000, 18,000 or 18k, found "{text[:20]}"')
    digits = re.sub(r"\D", "", found["whole"]) + part
    return int(digits + "0" * (zeros - len(part)))


def look_up(ledger: Ledger, number: int, words: str = "", most: int | None = None) -> Answer:
    """The claims with this number or within 5 % of it, and articles that printed it for others.

    At `most` so many claims are described, the others counted. Every one of the words must stand
    in the claim, its claimant's names, or an outlet's name.
    """
    figures = [f for f in ledger.figures.values() if _mentions(ledger, f, words)]
    near = [f for f in figures if _distance(number, f.count) <= NEAR]
    far = [f for f in figures if _distance(number, f.count) > NEAR and _is_printed(number, f)]
    near.sort(key=lambda one: _order(one, _is_stated(number, one.count), first_relay(ledger, one)))
    rivals = rivals_of_all(ledger, near[:most])
    claims = [_describe(ledger, figure, number, rivals[figure.id]) for figure in near[:most]]
    misprints = [found for figure in far for found in _find_misprints(ledger, figure, number)]
    return Answer(
        number,
        words,
        tuple(claims),
        tuple(sorted(misprints, key=lambda one: _order(one.figure, one.exact, one.relay))),
        len(near) - len(claims),
    )


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


def _is_printed(number: int, figure: Figure) -> bool:
    """Whether an article printed the number, or one near it, for another."""
    return any(
        citation.printed
        and citation.printed.count
        and _distance(number, citation.printed.count) <= NEAR
        for citation in figure.citations
    )


def _find_misprints(ledger: Ledger, figure: Figure, number: int) -> Iterator[Misprint]:
    for relay in trace(ledger, figure).relays:
        printed = relay.citation.printed
        if printed and printed.count and _distance(number, printed.count) <= NEAR:
            exact = _is_stated(number, printed.count)
            sentence, wording = say(ledger, figure), safest_wording(ledger, figure)
            yield Misprint(figure, exact, relay, sentence, wording)


def _is_stated(number: int, count: Count) -> bool:
    """Whether the number itself was stated: on its own or as an end of a range."""
    return number in (count.low, count.high)


def _distance(number: int, count: Count) -> float:
    """How far the number lies from a count, as a share of the number; 0 inside a range."""
    if count.low <= number <= count.high:
        return 0.0
    return min(abs(number - count.low), abs(number - count.high)) / max(number, 1)


def _order(figure: Figure, exact: bool, relay: Relay) -> tuple[bool, date, str]:
    published = relay.article.published
    return (not exact, published.first if published else date.max, figure.id)


def _mentions(ledger: Ledger, figure: Figure, words: str) -> bool:
    wanted = words.casefold().split()
    if not wanted:
        return True
    claimant, unit = ledger.claimants[figure.claimant], ledger.units[figure.unit]
    outlets: Sequence[str] = [ledger.articles[one.article].outlet for one in figure.citations]
    names = (figure.id, say(ledger, figure), *claimant.aliases, *unit.aliases, *outlets)
    text = " ".join(names).casefold()
    return all(word in text for word in wanted)
