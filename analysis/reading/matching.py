"""A number of a text beside the claims of the file: which it can be, and what speaks for each.

The evidence is named, weighed and added up; nothing is decided that it does not decide. Equal
claims are all kept. A number without a word for what it counts needs a claimant and a time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from analysis.bounds import half_step
from analysis.key import SET_ASIDE
from analysis.reading.names import Mention
from analysis.reading.numbers import Number
from analysis.reading.things import Thing
from analysis.reading.times import Time
from loaders.dates import Window
from loaders.ledger import Ledger, once
from loaders.records import Citation, Figure
from loaders.words import Bound

NEAR = 0.1
"""Share by which a number can be another one, rounded."""
DISTINCT = 4
"""A number with so many digits before its zeros is hardly another one by chance."""
COMMON = 100
"""A smaller number says nothing without a name or a time."""
MOST = 8
"""Claims that are kept for one number."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for a claim, or against it."""

    kind: str
    """`number`, `measure`, `offence`, `claimant`, `unit`, `place`, `category`, `time`, `rate`."""
    words: str
    weight: int


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
class Surroundings:
    """What a text says around one number."""

    number: Number
    thing: Thing
    times: tuple[Time, ...] = ()
    """In its own stretch, or else in its sentence."""
    far_times: tuple[Time, ...] = ()
    """Anywhere in the text."""
    near: dict[str, frozenset[str]] = field(default_factory=dict)
    """Kind of name -> keys that the sentence names."""
    before: dict[str, frozenset[str]] = field(default_factory=dict)
    """The same for the sentences just before."""
    anywhere: dict[str, frozenset[str]] = field(default_factory=dict)
    forces: frozenset[str] = frozenset()
    """Whose people, by the number's own stretch or sentence."""
    far_forces: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    all_categories: frozenset[str] = frozenset()
    relative: bool = False
    """Whether the text names a time that depends on its own day."""
    bare: bool = False
    """Whether the text is the number and hardly a word more."""


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
        for match in [_weigh(ledger, around, figure, relation, printed_by)]
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
    if value >= 10:
        yield "ten times", [value * 10, *([value // 10] if value % 10 == 0 else [])]
        yield "transposed", list(_transpose(value))


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


_NUMBER_WEIGHTS = {"equal": 40, "printed": 34, "rounded": 26, "ten times": 14, "transposed": 14}
_NUMBER_WORDS = {
    "equal": "the number is the one claimed",
    "printed": "the number was printed for this claim",
    "rounded": "the number is the one claimed, rounded",
    "ten times": "the number differs by a factor of ten",
    "transposed": "the number has two digits exchanged",
}


def _weigh(
    ledger: Ledger,
    around: Surroundings,
    figure: Figure,
    relation: str,
    printed_by: tuple[str, ...],
) -> Match:
    evidence = [
        Evidence("number", _NUMBER_WORDS[relation], _NUMBER_WEIGHTS[relation]),
        *_weigh_thing(ledger, around.thing, figure),
        *_weigh_claimant(ledger, around, figure),
        *_weigh_unit(ledger, around, figure),
        *_weigh_scope(around, figure),
        *_weigh_time(around, figure),
        *_weigh_number(around.number, figure),
    ]
    return Match(figure, relation, tuple(one for one in evidence if one.weight), printed_by)


def _weigh_thing(ledger: Ledger, thing: Thing, figure: Figure) -> Iterator[Evidence]:
    label = ledger.measures[figure.measure].label.lower()
    if figure.measure in thing.measures:
        weight = (20 if thing.stated else 10) - (0 if thing.near else 6)
        yield Evidence("measure", f"the text counts: {label}", weight)
    elif thing.measures:
        weight = -12 if thing.near else -4
        yield Evidence("measure", f"the text counts something else than: {label}", weight)
    if figure.offence and thing.offences:
        agrees = figure.offence in thing.offences
        words = ledger.offences[figure.offence].label.lower()
        yield Evidence(
            "offence", f"offence named: {words}" if agrees else f"another offence than: {words}",
            10 if agrees else -8,
        )  # fmt: skip


def _weigh_claimant(ledger: Ledger, around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    name = ledger.claimants[figure.claimant].name
    near, before = (one.get("claimant", frozenset()) for one in (around.near, around.before))
    if figure.claimant in near:
        yield Evidence("claimant", f"the sentence names {name}", 18)
    elif figure.claimant in before and not near:
        yield Evidence("claimant", f"named just before: {name}", 12)
    elif figure.claimant in around.anywhere.get("claimant", ()):
        yield Evidence("claimant", f"the text names {name}", 3 if near else 6)
    elif near:
        yield Evidence("claimant", f"the sentence names another claimant than {name}", -8)


def _weigh_unit(ledger: Ledger, around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    unit, root = ledger.units[figure.unit], ledger.force(figure.unit)
    near, before = (one.get("unit", frozenset()) for one in (around.near, around.before))
    if unit.parent is not None:
        if figure.unit in near:
            yield Evidence("unit", f"the sentence names {unit.name}", 18)
        elif figure.unit in before and not near:
            yield Evidence("unit", f"named just before: {unit.name}", 10)
        elif figure.unit in around.anywhere.get("unit", ()):
            yield Evidence("unit", f"the text names {unit.name}", 3)
        else:
            yield Evidence("unit", f"not named: {unit.name}", -8)
    elif near:
        yield Evidence("unit", "the sentence names a unit, the claim is of the whole force", -7)
    forces = around.forces or {ledger.force(one) for one in near}
    if forces == {root}:
        yield Evidence("force", f"the sentence speaks of {ledger.units[root].name}", 6)
    elif forces and root not in forces:
        yield Evidence("force", f"the sentence does not speak of {ledger.units[root].name}", -20)
    elif not forces and around.far_forces == {root}:
        yield Evidence("force", f"the text speaks of {ledger.units[root].name}", 3)


def _weigh_scope(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    places = around.near.get("place", frozenset())
    if figure.place:
        if figure.place in places:
            yield Evidence("place", f"the sentence names {figure.place}", 14)
        elif figure.place in around.anywhere.get("place", ()):
            yield Evidence("place", f"the text names {figure.place}", 4)
        else:
            yield Evidence("place", f"not named: {figure.place}", -6)
    if figure.category:
        if figure.category in around.categories:
            yield Evidence("category", f"the sentence names: {figure.category}", 7)
        elif figure.category not in around.all_categories:
            yield Evidence("category", f"not named: {figure.category}", -3)


def _weigh_time(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    level, found = compare_times(around.times, figure)
    words = f"at the same time: {figure.during or figure.as_of}"
    if level >= 2:
        yield Evidence("time", words, 15 if level > 2 else 11)
    elif level == 1:
        yield Evidence("time", "at a time that holds it or meets it", 4)
    elif found:
        far, _ = compare_times(around.far_times, figure)
        yield Evidence("time", "at another time", -10 if far < 2 else -4)
    elif around.far_times:
        far, _ = compare_times(around.far_times, figure)
        if far >= 2:
            yield Evidence("time", f"the text names the time: {figure.during or figure.as_of}", 5)


def _weigh_number(number: Number, figure: Figure) -> Iterator[Evidence]:
    if number.per != figure.per:
        yield Evidence("rate", "one is a rate and the other is none", -9)
    elif figure.per:
        yield Evidence("rate", f"a rate: per {figure.per.replace('_', ' ')}", 8)
    if number.bound == figure.bound and figure.bound != Bound.EXACT:
        yield Evidence("bound", f"the same bound: {figure.bound.replace('_', ' ')}", 3)
    elif number.bound == figure.bound:
        yield Evidence("bound", "no bound, as claimed", 1)
    if (number.low, number.high) != (figure.count.low, figure.count.high):
        yield Evidence("range", "not the same range", -4)
    if figure.status in SET_ASIDE:
        yield Evidence("status", f"marked {figure.status}", -3)


def compare_times(times: Sequence[Time], figure: Figure) -> tuple[int, bool]:
    """How well the best of them fits (0 to 3), and whether one is named that could."""
    levels = [_compare_time(time, figure) for time in times]
    both = _combine(times)
    if both:
        levels.append(_compare_time(both, figure))
    return max(levels, default=0), any(time.role != "since" for time in times)


def _combine(times: Sequence[Time]) -> Time | None:
    """`since February 2022 … by October 2025` as one span."""
    start = next((one for one in times if one.role == "since"), None)
    end = next((one for one in times if one.role != "since" and one is not start), None)
    if start is None or end is None:
        return None
    return Time(start.begin, end.end, start.first, end.last)


def _compare_time(time: Time, figure: Figure) -> int:
    window = time.window
    if window is None:
        return 2 if _is_same_month(time, figure) else 0
    if figure.during:
        return _compare_windows(window, figure.during, time)
    assert figure.as_of is not None
    if time.role == "since":
        return 1 if figure.since and _covers(window, figure.since.first) else 0
    end = window.end
    level = 0
    if (end.first, end.last) == (figure.as_of.first, figure.as_of.last):
        level = 3
    elif end.first <= figure.as_of.first and figure.as_of.last <= end.last:
        level = 2 if end.precision != "year" else 1
    elif figure.as_of.first <= end.first and end.last <= figure.as_of.last:
        level = 2
    if level and window.start != window.end and figure.since:
        same = window.start.first == figure.since.first
        return level if same else max(1, level - 1)
    return level


def _compare_windows(window: Window, claimed: Window, time: Time) -> int:
    if window.same_days(claimed):
        return 3
    if time.role == "until" and window.end.last == claimed.end.last:
        return 2
    if time.role == "since":
        return 1 if window.start.first == claimed.start.first else 0
    ends = abs((window.end.last - claimed.end.last).days)
    starts = abs((window.start.first - claimed.start.first).days)
    if ends <= claimed.days * NEAR and starts <= claimed.days * NEAR:
        return 2
    if window.start == window.end and window.start.precision == "day" and claimed.contains(window):
        return 0 if claimed.days > 7 else 1
    if window.contains(claimed):
        return 2 if window.days <= 31 and claimed.days <= 14 else 1
    return 0


def _covers(window: Window, day: date) -> bool:
    return window.start.first <= day <= window.end.last


def _is_same_month(time: Time, figure: Figure) -> bool:
    """A month whose year the text does not say."""
    start, end = figure.window.start, figure.window.end
    if figure.as_of:
        return end.precision != "year" and time.last[1] == end.last.month
    months = (start.first.month, end.last.month)
    return start.precision != "year" and (time.first[1], time.last[1]) == months


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
        if supports == 0:
            return match.score >= 60 and around.number.low >= COMMON
        return supports >= sum(against) or match.score >= 60
    if thing.measures:
        return supports >= 2 or (supports == 1 and match.score >= 48)
    return supports >= 2 or (supports >= 1 and around.thing.people) or around.bare


def _is_distinct(number: int) -> bool:
    return len(str(number).rstrip("0")) >= DISTINCT


def near_names(mentions: Sequence[Mention], first: int, last: int) -> dict[str, frozenset[str]]:
    """Kind -> keys of the names between two tokens."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        if first <= one.place < last:
            found[one.kind].add(one.key)
    return {kind: frozenset(keys) for kind, keys in found.items()}
