"""A number of a text beside the claims of the file: which it can be, and what speaks for each.

The evidence is named, weighed and added up; nothing is decided that it does not decide. Equal
claims are all kept. A number without a word for what it counts needs a claimant and a time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.adding.bounds import half_step
from analysis.digits import slips_of
from loaders.ledger import Ledger, once
from loaders.records import Citation, Figure
from reading.digits import Number
from reading.evidence import Evidence, weigh
from reading.surroundings import Surroundings

NEAR = 0.1
"""Share by which a number can be another one, rounded."""
DISTINCT = 4
"""A number with so many digits before its zeros is hardly another one by chance."""
COMMON = 100
"""A smaller number says nothing without a name or a time."""
MOST = 8
"""Claims that are kept for one number."""


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that a number of the text can be."""

    figure: Figure
    relation: str
    """`equal`, `printed`, `rounded`, `ten times`, `transposed`."""
    evidence: tuple[Evidence, ...]
    printed_by: tuple[str, ...] = ()
    """Keys of articles that printed the number for this claim."""

    @property
    def is_same(self) -> bool:
        """Whether the number is one that was claimed or printed."""
        return self.relation in ("equal", "printed")

    @property
    def score(self) -> int:
        return sum(one.weight for one in self.evidence)

    def weight(self, kind: str) -> int:
        return sum(one.weight for one in self.evidence if one.kind == kind)


@dataclass(frozen=True)
class Index:
    """The claims of a ledger by their numbers."""

    stated: dict[int, list[Figure]]
    printed: dict[int, list[Figure]]
    """By the numbers that articles printed for them."""
    counts: list[int]


@once
def index(ledger: Ledger) -> Index:
    """The claims by every number that was claimed or printed."""
    stated: defaultdict[int, list[Figure]] = defaultdict(list)
    printed: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in ledger.figures.values():
        for end in {figure.count.low, figure.count.high}:
            stated[end].append(figure)
        for end in {end for one in figure.citations for end in _printed_in(one)}:
            printed[end].append(figure)
    return Index(dict(stated), dict(printed), sorted(stated))


def _printed_in(citation: Citation) -> tuple[int, ...]:
    """The numbers that an article printed instead."""
    count = citation.printed and citation.printed.count
    return (count.low, count.high) if count else ()


def find_matches(ledger: Ledger, around: Surroundings) -> tuple[Match, ...]:
    """The claims that a number can be, best first; none for a number of another thing."""
    if around.thing.other:
        return ()
    candidates: dict[str, Match] = {}
    for figure, relation in _find_candidates(ledger, around):
        if figure.id not in candidates:
            printed_by = tuple(
                one.article
                for one in figure.citations
                if relation == "printed" and around.number.low in _printed_in(one)
            )
            evidence = weigh(ledger, around, figure, relation)
            candidates[figure.id] = Match(figure, relation, evidence, printed_by)
    found = [one for one in candidates.values() if _is_enough(around, one)]
    found.sort(key=lambda one: (-one.score, one.figure.id))
    if any(one.is_same for one in found):
        found = [one for one in found if one.is_same or one.relation == "rounded"]
    return tuple(found[:MOST])


def find_nearest(ledger: Ledger, around: Surroundings, most: int = 3) -> tuple[Figure, ...]:
    """For a number that no claim has: the claims of the same kind that come nearest to it."""
    known, low = index(ledger), around.number.low
    named, measures = around.anywhere["claimant"], around.thing.measures
    figures = {
        figure.id: figure
        for count in _between(known.counts, low - low * NEAR, low + low * NEAR)
        for figure in known.stated[count]
        if not measures or figure.measure in measures
    }
    nearest = sorted(
        figures.values(),
        key=lambda one: (one.claimant not in named, abs(one.count.low - low), one.id),
    )
    return tuple(nearest[:most])


def _between(counts: Sequence[int], least: float, most: float) -> Sequence[int]:
    return counts[bisect_left(counts, least) : bisect_right(counts, most)]


def _find_candidates(ledger: Ledger, around: Surroundings) -> Iterator[tuple[Figure, str]]:
    """Claims whose number is the one of the text, or what it can have been made from."""
    known, number = index(ledger), around.number
    for figure in known.stated.get(number.low, ()):
        if number.high in (number.low, figure.count.high):
            yield figure, "equal"
    for figure in known.printed.get(number.low, ()):
        yield figure, "printed"
    for relation, counts in _find_changed(known, number):
        for count in counts:
            for figure in known.stated.get(count, ()):
                if _is_named(around, figure):
                    yield figure, relation


def _find_changed(known: Index, number: Number) -> Iterator[tuple[str, Iterable[int]]]:
    """Numbers that the one of the text can be made from, by rounding or by a slip."""
    value = number.low
    yield "equal", [value, number.high]
    near = _between(known.counts, *_reach(number))
    yield "rounded", [one for one in near if half_step(one) < half_step(value)]
    yield from slips_of(value)


def _reach(number: Number) -> tuple[float, float]:
    """The counts that a rounded number can stand for, by the side its bound leaves open."""
    value, half = number.low, half_step(number.low)
    below, above = half, half
    if number.bound.opens_down or number.bound.opens_up:
        below, above = (2 * half, 0) if number.bound.opens_down else (0, 2 * half)
    return value - min(below, value * NEAR), value + min(above, value * NEAR)


def _is_named(around: Surroundings, figure: Figure) -> bool:
    """Whether the text names the claimant or the unit, without which a near number is nothing."""
    named = around.anywhere
    return figure.claimant in named["claimant"] or figure.unit in named["unit"]


def _is_enough(around: Surroundings, match: Match) -> bool:
    """Whether the evidence is enough to say that the number can be this claim."""
    thing, weight, low = around.thing, match.weight, around.number.low
    claimant, unit, time = weight("claimant"), weight("unit"), weight("time")
    is_same, agrees = match.is_same, weight("measure") > 0
    distinct = is_same and len(str(low).rstrip("0")) >= DISTINCT
    supports = sum([claimant >= 6, unit >= 10, time >= 5, weight("place") >= 14, distinct])
    is_clear = supports >= 3 or (agrees and is_same and claimant >= 6 and time >= 11)
    if weight("force") <= -20 and not is_clear:
        return False
    if match.relation in ("ten times", "transposed"):
        named = claimant >= 6 or (unit >= 10 and claimant >= 0)
        return named and supports >= (2 if agrees else 3)
    if match.relation == "rounded":
        known = claimant >= 18 or unit >= 18 or (claimant >= 12 and time > 0)
        return known and weight("measure") >= (0 if time > 0 else 1) and time >= 0 and unit >= 0
    if agrees:
        if low < COMMON and time < 0 and claimant < 18:
            return False
        if supports == 0:
            return match.score >= 60 and low >= COMMON
        return supports >= (time < 0) + (claimant < 0) or match.score >= 60
    if thing.measures:
        return supports >= 2 or (supports == 1 and match.score >= 49)
    return supports >= 2 or (supports >= 1 and thing.people) or around.bare
