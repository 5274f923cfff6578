"""A pasted text in; every number in it, who claimed it, and what the text made of it, out.

Nothing is guessed: a number is shown with all claims that it can be, a number that nobody claimed
with those nearest to it, and a number of another thing is left aside and counted. Nothing of the
text is kept, and nothing is asked of a network or a model.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from analysis.changes import Change
from analysis.provenance import trace
from analysis.reading.calculations import Calculation, calculate
from analysis.reading.differences import find_differences
from analysis.reading.digits import Number
from analysis.reading.evidence import Surroundings
from analysis.reading.matching import Match, find_matches, find_nearest, near_names
from analysis.reading.names import Mention, find_mentions, tokens_of
from analysis.reading.numbers import find_numbers
from analysis.reading.ratios import find_ratios, ratio_tokens
from analysis.reading.things import Marks, Thing, find_stretches, mark, read_things
from analysis.reading.times import Time, find_times, has_relative
from analysis.reading.words import Text, cut
from analysis.rivals import Rival, rivals_of_all
from analysis.wording import safest_wording
from loaders.dates import Window
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say

MAX_TEXT = 50_000
"""Characters of a text; a longer one is to be pasted in parts."""
BEFORE = 3
"""Sentences before a number whose names still speak of it."""
BARE = 6
"""A text of so few words is a number to be looked up, and no article."""
LONGEST_QUOTE = 400
MOST_TIMES = 60
"""Different times of a text that are compared with every claim."""
T = TypeVar("T")

Verdict = Literal["known", "not in the data", "another thing", "calculation"]


@dataclass(frozen=True, slots=True)
class Known:
    """A claim that a number of the text is, or can be."""

    figure: Figure
    sentence: str
    """The claim as a sentence."""
    because: tuple[str, ...]
    """What speaks for it, the number first."""
    against: tuple[str, ...]
    changes: tuple[Change, ...]
    """What the text changed or left out."""
    printed: dict[str, Any]
    """What a citation would hold as `printed`, by the fields of the record."""
    articles: str
    printed_by: tuple[str, ...]
    """Articles that printed this number for the claim."""
    score: int
    rivals: tuple[Rival, ...]
    wording: str
    """The sentence that is safest to copy."""

    @property
    def changed(self) -> bool:
        """Whether the text says something else than was claimed; less exact is not."""
        return any(not change.rounded for change in self.changes)


@dataclass(frozen=True, slots=True)
class Said:
    """What the text says of a number, by the fields of a figure, as far as it decides them."""

    claimant: str | None
    measure: str | None
    offence: str | None
    unit: str | None
    category: str | None
    window: Window | None
    is_total: bool
    """Whether the window is the time up to its end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One number or ratio of the text."""

    text: str
    """As it stands there."""
    start: int
    """Its place, in characters."""
    sentence: str
    verdict: Verdict
    number: Number | None
    claims: tuple[Known, ...] = ()
    """Those that the evidence speaks for most, all of them where it does not decide."""
    others: tuple[Figure, ...] = ()
    """Less likely ones; for a number that is not in the data, the nearest."""
    thing: str = ""
    """What another thing it counts."""
    said: Said | None = None
    """For a number that is not in the data: what the text says of it."""
    calculation: Calculation | None = None

    @property
    def changed(self) -> bool:
        """Whether the text changed the claim, whichever of several it is."""
        return bool(self.claims) and all(one.changed for one in self.claims)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a text, in its order."""

    findings: tuple[Finding, ...]

    @property
    def words(self) -> str:
        """`7 numbers: 4 known claims, 2 of them changed, 1 calculation that bears out, …`."""
        return _sum_up(self.findings)


def read_article(ledger: Ledger, text: str) -> Reading:
    """What the file knows of every number in a text. Raises ValueError with a sentence."""
    if len(text) > MAX_TEXT:
        raise ValueError(
            f"expected a text of up to {MAX_TEXT:,} characters, found {len(text):,}; "
            "paste it in parts"
        )
    return Reading(tuple(_read(ledger, cut(text))))


def _read(ledger: Ledger, text: Text) -> Iterator[Finding]:
    times = find_times(text)
    masked = {place for time in times for place in range(time.begin, time.end)}
    ratios = find_ratios(text, masked)
    numbers = find_numbers(text, masked | ratio_tokens(ratios))
    counted = {place for number in numbers for place in range(number.start, number.end)}
    mentions = find_mentions(ledger, text, counted | masked)
    surroundings = [
        replace(around, thing=_keep_known(ledger, around.thing))
        for around in _look_around(text, numbers, times, mentions)
    ]
    matches = [find_matches(ledger, around) for around in surroundings]
    best = [_best(found, around) for found, around in zip(matches, surroundings, strict=True)]
    rivals = rivals_of_all(
        ledger, {one.figure.id: one.figure for top in best for one in top}.values()
    )
    findings = [
        (around.number.start, _describe(ledger, text, around, found, top, rivals))
        for around, found, top in zip(surroundings, matches, best, strict=True)
    ]
    read = [
        (around.number, top[0].figure if top else None)
        for around, top in zip(surroundings, best, strict=True)
        if not around.thing.other
    ]
    for ratio in ratios:
        calculation = calculate(ledger, ratio, text.sentences[text.sentence_of(ratio.start)], read)
        findings.append((ratio.start, _finding_of(text, ratio.start, ratio.end, calculation)))
    yield from (finding for _, finding in sorted(findings, key=lambda pair: pair[0]))


def _keep_known(ledger: Ledger, thing: Thing) -> Thing:
    """The thing without the words of the lists that this file does not use."""
    measures = tuple(one for one in thing.measures if one in ledger.measures)
    offences = frozenset(one for one in thing.offences if one in ledger.offences)
    return replace(thing, measures=measures, offences=offences)


def _best(matches: Sequence[Match], around: Surroundings) -> tuple[Match, ...]:
    """The first and those that are equal to it; of a bare number all that have it."""
    return tuple(one for one in matches if around.bare or one.score == matches[0].score)


def _finding_of(text: Text, start: int, end: int, calculation: Calculation) -> Finding:
    return Finding(
        text.quote(start, end),
        text.tokens[start].start,
        _sentence_at(text, start),
        "calculation",
        None,
        calculation=calculation,
    )


def _describe(
    ledger: Ledger,
    text: Text,
    around: Surroundings,
    found: Sequence[Match],
    top: Sequence[Match],
    rivals: dict[str, tuple[Rival, ...]],
) -> Finding:
    number, thing = around.number, around.thing
    printed = text.quote(number.opened, number.end)
    place, sentence = text.tokens[number.opened].start, _sentence_at(text, number.start)
    if found:
        claims = tuple(_know(ledger, around, one, rivals[one.figure.id]) for one in top)
        others = tuple(one.figure for one in found[len(top) :])
        return Finding(printed, place, sentence, "known", number, claims, others)
    if thing.other or not (thing.measures or thing.people or around.bare):
        words = thing.other or "no word says what is counted"
        return Finding(printed, place, sentence, "another thing", number, thing=words)
    nearest = find_nearest(ledger, around)
    said = _say(ledger, around)
    return Finding(printed, place, sentence, "not in the data", number, others=nearest, said=said)


def _say(ledger: Ledger, around: Surroundings) -> Said:
    """The fields that the text decides."""
    thing = around.thing
    measure = _only(thing.measures)
    is_legal = bool(measure and ledger.measures[measure].legal)
    time = next((one for one in around.times if one.window and one.role != "since"), None)
    return Said(
        claimant=_only(around.near.get("claimant") or around.before.get("claimant") or ()),
        measure=measure,
        offence=_only(thing.offences) if is_legal else None,
        unit=_only(around.near.get("unit") or around.forces or around.far_forces),
        category=_only(around.categories),
        window=time.window if time else None,
        is_total=bool(time and time.role == "until"),
    )


def _only(values: Iterable[str]) -> str | None:
    """The one value, or None where there is none or another one."""
    found = tuple(values)
    return found[0] if len(found) == 1 else None


def _know(ledger: Ledger, around: Surroundings, match: Match, rivals: tuple[Rival, ...]) -> Known:
    figure = match.figure
    changes, printed = ((), {}) if around.bare else find_differences(ledger, around, match)
    return Known(
        figure=figure,
        sentence=say(ledger, figure),
        because=tuple(one.words for one in match.evidence if one.weight > 0),
        against=tuple(one.words for one in match.evidence if one.weight < 0),
        changes=changes,
        printed=printed,
        articles=trace(ledger, figure).words,
        printed_by=match.printed_by,
        score=match.score,
        rivals=rivals,
        wording=safest_wording(ledger, figure),
    )


def _sentence_at(text: Text, position: int) -> str:
    """The sentence around a token, cut where it is very long."""
    start, end = text.sentences[text.sentence_of(position)]
    if text.tokens[end - 1].end - text.tokens[start].start <= LONGEST_QUOTE:
        return text.quote(start, end)
    first, last = max(start, position - 25), min(end, position + 25)
    return f"{'… ' * (first > start)}{text.quote(first, last)}{' …' * (last < end)}"


def _names_of(
    here: Sequence[Mention],
    near: dict[str, frozenset[str]],
    first: int,
    stretch: tuple[int, int],
) -> dict[str, frozenset[str]]:
    """What one of several numbers has of its sentence's names: its own, where it has some.

    Else all of the sentence; but of the units only those up to its end, as a unit that is named
    behind it belongs to a number behind it.
    """
    so_far = near_names([one for one in here if one.place < stretch[1]], first, stretch[1])
    units = {"unit": so_far["unit"]} if "unit" in so_far else {}
    others = {kind: keys for kind, keys in near.items() if kind != "unit"}
    own = near_names(_between(here, stretch, lambda one: one.place), *stretch)
    return others | units | own


def _look_around(
    text: Text,
    numbers: Sequence[Number],
    times: Sequence[Time],
    mentions: Sequence[Mention],
) -> Iterator[Surroundings]:
    """What the text says around each of its numbers."""
    named = tokens_of(mentions, "claimant")
    marks = mark(text, named | tokens_of(mentions, "unit"))
    groups = _group(text, numbers)
    things = read_things(marks, text, [(text.sentences[one], found) for one, found in groups])
    anywhere = near_names(mentions, 0, len(text.tokens))
    everywhere = range(len(text.tokens))
    categories = _find(marks, "category ", everywhere, set()) | anywhere.get("category", set())
    forces = _find(marks, "force ", everywhere, named)
    relative = has_relative(text, 0, len(text.tokens))
    bare = sum(not token.sign and not token.digits for token in text.tokens) <= BARE
    by_sentence = _by_sentence(text, mentions, lambda one: one.place)
    times_of = _by_sentence(text, times, lambda one: one.begin)
    all_times = tuple({(one.first, one.last, one.role): one for one in times}.values())[:MOST_TIMES]
    for position, found in groups:
        sentence = text.sentences[position]
        here = by_sentence.get(position, [])
        near = near_names(here, *sentence)
        lead = [
            one for step in range(1, BEFORE + 1) for one in by_sentence.get(position - step, [])
        ]
        before = near_names(lead, 0, sentence[0])
        inside = times_of.get(position, [])
        all_forces = _find(marks, "force ", range(*sentence), named)
        stretches = find_stretches(text, found, sentence)
        for number, stretch in zip(found, stretches, strict=True):
            own = tuple(_between(inside, stretch, lambda one: one.begin))
            span = range(*stretch)
            yield Surroundings(
                number=number,
                thing=things[number],
                times=(own or tuple(inside))[:MOST_TIMES],
                far_times=all_times,
                near=near if len(found) == 1 else _names_of(here, near, sentence[0], stretch),
                before=before,
                anywhere=anywhere,
                forces=_find(marks, "force ", span, named) or all_forces,
                far_forces=forces,
                categories=_find(marks, "category ", span, set()) | near.get("category", set()),
                all_categories=categories,
                relative=relative,
                bare=bare and len(numbers) == 1 and not (things[number] or mentions or times),
            )


def _between(
    found: Sequence[T], stretch: tuple[int, int], place: Callable[[T], int]
) -> Sequence[T]:
    """Those that stand in a stretch."""
    first = bisect_left(found, stretch[0], key=place)
    return found[first : bisect_left(found, stretch[1], key=place)]


def _by_sentence(text: Text, found: Iterable[T], place: Callable[[T], int]) -> dict[int, list[T]]:
    """Position of a sentence -> the names or times in it, in their order."""
    groups: dict[int, list[T]] = {}
    for one in sorted(found, key=place):
        groups.setdefault(text.sentence_of(place(one)), []).append(one)
    return groups


def _find(marks: Marks, kind: str, span: Iterable[int], without: set[int]) -> frozenset[str]:
    """The forces or categories that some tokens name."""
    return frozenset(
        tag.removeprefix(kind)
        for place in span
        if place not in without
        for tag in marks[place]
        if tag.startswith(kind)
    )


def _group(text: Text, numbers: Sequence[Number]) -> list[tuple[int, list[Number]]]:
    """Position of each sentence that has numbers -> its numbers, in order."""
    groups: list[tuple[int, list[Number]]] = []
    position = 0
    for number in numbers:
        while number.start >= text.sentences[position][1]:
            position += 1
        if not groups or groups[-1][0] != position:
            groups.append((position, []))
        groups[-1][1].append(number)
    return groups


def _sum_up(findings: Sequence[Finding]) -> str:
    count = Counter(one.verdict for one in findings)
    changed = sum(one.changed for one in findings)
    results = Counter(one.calculation.verdict for one in findings if one.calculation)
    known = _count(count["known"], "known claim")
    parts = [
        known + (f", {changed} of them changed" if changed else "") if count["known"] else "",
        _calculations(results["consistent"], "bears out", "bear out"),
        _calculations(results["inconsistent"], "does not bear out", "do not bear out"),
        _calculations(results["cannot be tested"], "cannot be tested", "cannot be tested"),
        f"{count['not in the data']} not in the data" if count["not in the data"] else "",
    ]
    total = len(findings) - count["another thing"]
    words = ", ".join(part for part in parts if part)
    aside = count["another thing"]
    left = f"; {_count(aside, 'number')} of other things left aside" if aside else ""
    return f"{_count(total, 'number')}{': ' if words else ''}{words}{left}"


def _calculations(number: int, one: str, many: str) -> str:
    return f"{_count(number, 'calculation')} that {one if number == 1 else many}" if number else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
