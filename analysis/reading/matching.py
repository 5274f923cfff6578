"""A number of a text beside the claims of the file: which it can be, and what speaks for each.

The evidence is named, weighed and added up; nothing is decided that it does not decide. Equal
claims are all kept. A number without a word for what it counts needs a claimant and a time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.adding.bounds import half_step
from analysis.reading.digits import Number
from analysis.reading.evidence import NUMBER_WORDS, Evidence, weigh
from analysis.reading.surroundings import Surroundings
from loaders.ledger import Ledger, once
from loaders.records import Citation, Figure

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
    def score(self) -> int:
        return sum(one.weight for one in self.evidence)

    def weight(self, kind: str) -> int:
        return sum(one.weight for one in self.evidence if one.kind == kind)


@dataclass(frozen=True)
class Index:
    """The claims of a ledger by their numbers."""

    stated: dict[int, tuple[Figure, ...]]
    printed: dict[int, tuple[tuple[Figure, Citation], ...]]
    counts: tuple[int, ...]


@once
def index(ledger: Ledger) -> Index:
    """The claims by every number that was claimed or printed."""
    stated: defaultdict[int, list[Figure]] = defaultdict(list)
    printed: defaultdict[int, list[tuple[Figure, Citation]]] = defaultdict(list)
    for figure in ledger.figures.values():
        for end in {figure.count.low, figure.count.high}:
            stated[end].append(figure)
        for citation in figure.citations:
            if citation.printed and citation.printed.count:
                count = citation.printed.count
                for end in {count.low, count.high}:
                    printed[end].append((figure, citation))
    return Index(
        {count: tuple(found) for count, found in stated.items()},
        {count: tuple(found) for count, found in printed.items()},
        tuple(sorted(stated)),
    )


def find_matches(ledger: Ledger, around: Surroundings) -> tuple[Match, ...]:
    """The claims that a number can be, best first; none for a number of another thing."""
    if around.thing.other:
        return ()
    found = [
        match
        for figure, relation, printed_by in _find_candidates(ledger, around)
        for match in [Match(figure, relation, weigh(ledger, around, figure, relation), printed_by)]
        if _is_enough(around, match)
    ]
    found.sort(key=lambda one: (-one.score, one.figure.id))
    if any(one.relation in ("equal", "printed") for one in found):
        found = [one for one in found if one.relation in ("equal", "printed", "rounded")]
    return tuple(found[:MOST])


def find_nearest(ledger: Ledger, around: Surroundings, most: int = 3) -> tuple[Figure, ...]:
    """For a number that no claim has: the claims of the same kind that come nearest to it."""
    counts, number = index(ledger).counts, around.number
    middle = bisect_left(counts, number.low)
    near = sorted(
        counts[max(0, middle - 12) : middle + 12], key=lambda count: abs(count - number.low)
    )
    figures = [
        figure
        for count in near
        if abs(count - number.low) <= number.low * NEAR
        for figure in index(ledger).stated[count]
        if not around.thing.measures or figure.measure in around.thing.measures
    ]
    named = around.anywhere.get("claimant", frozenset())
    figures.sort(
        key=lambda one: (one.claimant not in named, abs(one.count.low - number.low), one.id)
    )
    return tuple(dict.fromkeys(figures))[:most] if figures else ()


def _find_candidates(
    ledger: Ledger, around: Surroundings
) -> Iterator[tuple[Figure, str, tuple[str, ...]]]:
    """Claims whose number is the one of the text, or what it can have been made from."""
    known, number = index(ledger), around.number
    seen: set[str] = set()
    for figure in known.stated.get(number.low, ()):
        if _is_same(number, figure):
            seen.add(figure.id)
            yield figure, "equal", ()
    printed: defaultdict[str, list[str]] = defaultdict(list)
    for figure, citation in known.printed.get(number.low, ()):
        printed[figure.id].append(citation.article)
    for id, articles in printed.items():
        if id not in seen:
            seen.add(id)
            yield ledger.figures[id], "printed", tuple(articles)
    for relation, counts in _find_changed(known, number):
        for count in counts:
            for figure in known.stated.get(count, ()):
                if figure.id not in seen and _is_named(around, figure):
                    seen.add(figure.id)
                    yield figure, relation, ()


def _is_same(number: Number, figure: Figure) -> bool:
    """One number is that of the claim or an end of its range; of a range both are."""
    ends = (figure.count.low, figure.count.high)
    return (number.low, number.high) == ends or (number.low == number.high and number.low in ends)


def _find_changed(known: Index, number: Number) -> Iterator[tuple[str, Iterable[int]]]:
    """Numbers that the one of the text can be made from, by rounding or by a slip."""
    value = number.low
    yield "equal", [number.high] if number.high != value else []
    least, most = _reach(number)
    first, last = bisect_left(known.counts, least), bisect_left(known.counts, most + 1)
    yield "rounded", [one for one in known.counts[first:last] if half_step(one) < half_step(value)]
    yield from slips_of(value)


def slips_of(value: int) -> Iterator[tuple[str, Iterable[int]]]:
    """Numbers that this one is by a slip of the hand, and which."""
    if value >= 10:
        yield "ten times", [value * 10, *([value // 10] if value % 10 == 0 else [])]
        yield "transposed", list(_transpose(value))


def find_slips(ledger: Ledger, number: int) -> Iterator[tuple[Figure, str]]:
    """The claims whose number this one is by a slip, and which slip, in words."""
    for relation, counts in slips_of(number):
        for count in counts:
            for figure in index(ledger).stated.get(count, ()):
                yield figure, NUMBER_WORDS[relation]


def _reach(number: Number) -> tuple[float, float]:
    """The counts that a rounded number can stand for, by the side its bound leaves open."""
    value = number.low
    if value < 20:
        return value, value
    half = half_step(value)
    below = 2 * half if number.bound.opens_down else 0 if number.bound.opens_up else half
    above = 2 * half if number.bound.opens_up else 0 if number.bound.opens_down else half
    return value - min(below, value * NEAR), value + min(above, value * NEAR)


def _transpose(number: int) -> Iterator[int]:
    """The number with two neighbouring digits exchanged; with as many digits."""
    digits = str(number)
    if len(digits) < 3:
        return
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other and not (place == 0 and other == "0"):
            yield int(digits[:place] + other + one + digits[place + 2 :])


def _is_named(around: Surroundings, figure: Figure) -> bool:
    """Whether the text names the claimant or the unit, without which a near number is nothing."""
    return figure.claimant in around.anywhere.get(
        "claimant", ()
    ) or figure.unit in around.anywhere.get("unit", ())


def _is_enough(around: Surroundings, match: Match) -> bool:
    """Whether the evidence is enough to say that the number can be this claim."""
    figure, thing = match.figure, around.thing
    supports = sum(
        [
            match.weight("claimant") >= 6,
            match.weight("unit") >= 10,
            match.weight("time") >= 5,
            match.weight("place") >= 14,
            match.relation in ("equal", "printed") and _is_distinct(around.number.low),
        ]
    )
    if match.weight("force") <= -20 and supports < 3:
        agrees = match.weight("measure") > 0 and match.relation in ("equal", "printed")
        if not agrees or match.weight("claimant") < 6 or match.weight("time") < 11:
            return False
    if match.relation in ("ten times", "transposed"):
        agrees = figure.measure in thing.measures
        named = match.weight("claimant") >= 6 or match.weight("unit") >= 10
        return named and match.weight("claimant") >= 0 and supports >= (2 if agrees else 3)
    if match.relation == "rounded":
        named = match.weight("claimant") >= 18 or match.weight("unit") >= 18
        known = match.weight("claimant") >= 12 and match.weight("time") > 0
        return (
            (named or known)
            and match.weight("measure") >= (0 if match.weight("time") > 0 else 1)
            and match.weight("time") >= 0
            and match.weight("unit") >= 0
        )
    if match.weight("measure") > 0:
        against = match.weight("time") < 0, match.weight("claimant") < 0
        if around.number.low < COMMON and against[0] and match.weight("claimant") < 18:
            return False
        if supports == 0:
            return match.score >= 60 and around.number.low >= COMMON
        return supports >= sum(against) or match.score >= 60
    if thing.measures:
        return supports >= 2 or (supports == 1 and match.score >= 48)
    return supports >= 2 or (supports >= 1 and around.thing.people) or around.bare


def _is_distinct(number: int) -> bool:
    return len(str(number).rstrip("0")) >= DISTINCT
