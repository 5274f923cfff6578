"""A pasted text in; every number in it, who claimed it, and what the text made of it, out.

Nothing is guessed: a number is shown with all claims that it can be, a number that nobody claimed
with those nearest to it, and a number of another thing is left aside and counted. Nothing of the
text is kept, and nothing is asked of a network or a model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from analysis.changes import Change
from analysis.provenance import trace
from analysis.rivals import Rival, rivals_of_all
from analysis.wording import safest_wording
from loaders.dates import Window
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import counted, say
from reading.calculations import Calculation, calculate
from reading.differences import find_differences
from reading.digits import Number
from reading.matching import Match, find_matches, find_nearest
from reading.names import find_mentions
from reading.numbers import find_numbers
from reading.ratios import find_ratios, ratio_tokens
from reading.surroundings import Surroundings, look_around
from reading.things import Thing
from reading.times import find_times
from reading.words import Text, cut

MAX_TEXT = 50_000
"""Characters of a text; a longer one is to be pasted in parts."""
LONGEST_QUOTE = 400

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
    number: Number | None = None
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
    answers = []
    for whole in look_around(text, numbers, times, mentions):
        around = replace(whole, thing=_keep_known(ledger, whole.thing))
        found = find_matches(ledger, around)
        top = [one for one in found if around.bare or one.score == found[0].score]
        answers.append((around, found, top))
    claims = {one.figure.id: one.figure for _, _, top in answers for one in top}
    rivals = rivals_of_all(ledger, claims.values())
    findings = {
        around.number.start: _describe(ledger, text, around, found, top, rivals)
        for around, found, top in answers
    }
    read = [
        (around.number, top[0].figure if top else None)
        for around, _, top in answers
        if not around.thing.other
    ]
    for ratio in ratios:
        sentence = text.sentences[text.sentence_of(ratio.start)]
        finding = _find_at(text, ratio.start, ratio.start, ratio.end, "calculation")
        calculation = calculate(ledger, ratio, sentence, read)
        findings[ratio.start] = replace(finding, calculation=calculation)
    yield from (findings[start] for start in sorted(findings))


def _keep_known(ledger: Ledger, thing: Thing) -> Thing:
    """The thing without the words of the lists that this file does not use."""
    measures = tuple(one for one in thing.measures if one in ledger.measures)
    offences = frozenset(one for one in thing.offences if one in ledger.offences)
    stated = thing.stated and bool(measures)
    return replace(thing, measures=measures, stated=stated, offences=offences)


def _find_at(text: Text, opened: int, start: int, end: int, verdict: Verdict) -> Finding:
    place = text.tokens[opened].start
    return Finding(text.quote(opened, end), place, _sentence_at(text, start), verdict)


def _describe(
    ledger: Ledger,
    text: Text,
    around: Surroundings,
    found: Sequence[Match],
    top: Sequence[Match],
    rivals: dict[str, tuple[Rival, ...]],
) -> Finding:
    number, thing = around.number, around.thing
    finding = _find_at(text, number.opened, number.start, number.end, "known")
    finding = replace(finding, number=number)
    if found:
        claims = tuple(_know(ledger, around, one, rivals[one.figure.id]) for one in top)
        return replace(
            finding, claims=claims, others=tuple(one.figure for one in found[len(top) :])
        )
    if thing.other or not (thing.measures or thing.people or around.bare):
        words = thing.other or "no word says what is counted"
        return replace(finding, verdict="another thing", thing=words)
    said, nearest = _say(ledger, around), find_nearest(ledger, around)
    return replace(finding, verdict="not in the data", others=nearest, said=said)


def _say(ledger: Ledger, around: Surroundings) -> Said:
    """The fields that the text decides."""
    thing = around.thing
    measure = _only(thing.measures)
    is_legal = bool(measure and ledger.measures[measure].legal)
    time = next((one for one in around.times if one.window and one.role != "since"), None)
    return Said(
        claimant=_only(around.near["claimant"] or around.before["claimant"]),
        measure=measure,
        offence=_only(thing.offences) if is_legal else None,
        unit=_only(around.near["unit"] or around.near["force"] or around.anywhere["force"]),
        category=_only(around.near["category"]),
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


def say_verdict(finding: Finding) -> str:
    """`a known claim, changed`: what a number of a text turned out to be."""
    if finding.calculation:
        return f"a calculation, {finding.calculation.verdict}"
    if not finding.claims:
        return finding.verdict
    if len(finding.claims) > 1:
        return f"{len(finding.claims)} claims that it can be"
    return "a known claim, changed" if finding.changed else "a known claim"


_RESULTS = {
    "consistent": ("bears out", "bear out"),
    "inconsistent": ("does not bear out", "do not bear out"),
    "cannot be tested": ("cannot be tested", "cannot be tested"),
}
"""What one calculation does, and what several do."""


def _sum_up(findings: Sequence[Finding]) -> str:
    count = Counter(one.verdict for one in findings)
    results = Counter[str](one.calculation.verdict for one in findings if one.calculation)
    parts = list(_sum_up_known([one for one in findings if one.verdict == "known"]))
    for verdict, verbs in _RESULTS.items():
        if number := results[verdict]:
            parts.append(f"{counted(number, 'calculation')} that {verbs[number > 1]}")
    if number := count["not in the data"]:
        parts.append(f"{number} not in the data")
    aside = count["another thing"]
    total, words = counted(len(findings) - aside, "number"), ", ".join(parts)
    left = f"; {counted(aside, 'number')} of other things left aside" if aside else ""
    return f"{total}{': ' if words else ''}{words}{left}"


def _sum_up_known(findings: Sequence[Finding]) -> Iterator[str]:
    """Numbers that are one claim, and those that the evidence does not tell apart."""
    changed = sum(one.changed for one in findings)
    several = [len(one.claims) for one in findings if len(one.claims) > 1]
    if single := len(findings) - len(several):
        yield counted(single, "known claim")
    if several:
        claims = f"any of {several[0]}" if len(several) == 1 else "one of several"
        yield f"{len(several)} that can be {claims} known claims"
    if changed:
        yield f"{changed} of them changed"
