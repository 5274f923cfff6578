"""What a number counts, by the words around it: a measure, an offence, or another thing.

Each number has its stretch of the sentence: as far as the comma or the `and` that parts it from
the next number. What the stretch does not say is taken from the number before, then from the
sentence, then from the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reading import vocabulary
from reading.digits import Number
from reading.words import Lexicon, Text, listed

_SPLITS = listed(", ; : — ( ) and but while whereas а і й та и але но und oder aber")
"""Where the stretch of one number ends and that of the next begins."""
_NOUN_WITHIN = 6
_THING_WITHIN = 3
_RULES = [(measure, frozenset(tags.split())) for tags, measure in vocabulary.RULES.items()]
_MEASURE_TAGS = frozenset(tag for _, tags in _RULES for tag in tags)
_WEAK = frozenset({"help", "open", "court", "leave", "return", "held"})
_NOUNS = vocabulary.FAMILIES.keys() - {"court"}
_FAMILIAR = frozenset(measure for found in vocabulary.FAMILIES.values() for measure in found)
_NO_PEOPLE = ("soft durations", "soft other things")
_NO_NOUNS = ("force ", "offence ", "category ")
_DESERTERS = ("deserter", "дезертир", "втікач", "беглец")
_DESERTING = ("дезертирув", "дезертиров", "дезертирств")
_LEXICON = Lexicon(
    vocabulary.TAGS
    | {f"offence {key}": words for key, words in vocabulary.OFFENCES.items()}
    | {f"hard {key}": words for key, words in vocabulary.HARD.items()}
    | {f"soft {key}": words for key, words in vocabulary.SOFT.items()}
    | {f"force {key}": words for key, words in vocabulary.FORCES.items()}
    | {f"category {key}": words for key, words in vocabulary.CATEGORIES.items()}
)

Near = tuple[int, str]
"""How many tokens away from a number something is meant, and what."""
Stretch = tuple[int, int]
"""Tokens of a sentence: the first, and the one behind the last."""
Marks = tuple[tuple[str, ...], ...]
"""For each token what it means; of words in a row the first has the mark."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a number counts."""

    measures: tuple[str, ...] = ()
    """Keys of the measures it can be; several where the text leaves it open."""
    stated: bool = False
    """Whether one measure is said, and not only its kind."""
    offences: frozenset[str] = frozenset()
    other: str | None = None
    """Another thing: `losses`, `durations`."""
    people: bool = False
    near: bool = True
    """Whether the number's own sentence says it."""

    def __bool__(self) -> bool:
        return bool(self.measures or self.other)


def mark(text: Text, named: set[int]) -> Marks:
    """The meanings of every token; a name (`Get Lost`) says no more than a category."""
    return tuple(
        tuple(
            meaning
            for meaning, _ in _LEXICON.at(text, position)
            if position not in named or meaning.startswith("category ")
        )
        for position in range(len(text.tokens))
    )


def find_stretches(text: Text, numbers: Sequence[Number], sentence: Stretch) -> list[Stretch]:
    """For each number of a sentence the tokens that speak of it."""
    found: list[Stretch] = []
    start = sentence[0]
    for number, behind in zip(numbers, [*numbers[1:], None], strict=True):
        end = following = sentence[1]
        if behind is not None:
            end, following = _part(text, number.end, behind.opened)
        found.append((start, end))
        start = following
    return found


def _part(text: Text, start: int, end: int) -> tuple[int, int]:
    """Where the stretch of one number ends, and where the next begins."""
    for position in reversed(range(start, end)):
        if text.word(position) in _SPLITS:
            return position, position + 1
    return end, start


def read_thing(marks: Marks, text: Text, number: Number, stretch: Stretch) -> Thing:
    """What the words of its stretch say that the number counts."""
    after = _mean(marks, range(number.end, stretch[1]))
    before = _mean(marks, reversed(range(stretch[0], number.opened)))
    tags = {tag for _, tag in (*after, *before)}
    other = _find_other(text, number, after, before)
    offences = _read_offences(tags)
    people = "people" in tags
    if other:
        return Thing(other=other.partition(" ")[2], people=people)
    nouns = (tag for distance, tag in after if distance <= _NOUN_WITHIN and tag in _NOUNS)
    measures, stated = _read_measures(next(nouns, None), tags)
    return Thing(measures, stated, offences, None, people)


def _mean(marks: Marks, places: Iterable[int]) -> list[Near]:
    """What the tokens mean, the nearest first."""
    return [(away, tag) for away, place in enumerate(places, 1) for tag in marks[place]]


def _read_measures(noun: str | None, tags: set[str]) -> tuple[tuple[str, ...], bool]:
    """The measures that the tags and the first noun allow, and whether one is said."""
    if noun:
        wanted = vocabulary.FAMILIES[noun]
        for measure, needed in _RULES:
            if measure in wanted and needed <= tags:
                return (measure,), True
        return wanted, len(wanted) == 1
    for measure, needed in _RULES:
        if measure == "left_unit" and "case" in tags and "people" not in tags:
            return vocabulary.FAMILIES["case"], False
        if needed <= tags:
            return (measure,), True
    for tag, family in vocabulary.FAMILIES.items():
        if tag in tags:
            return family, False
    return (), False


def _read_offences(tags: Iterable[str]) -> frozenset[str]:
    """The offences named; absence and desertion together are evasion."""
    named = {tag.removeprefix("offence ") for tag in tags if tag.startswith("offence ")}
    if len(named & {"awol", "desertion", "refusal"}) > 1 or "evasion" in named:
        return frozenset({"evasion"})
    return frozenset({"military"}) if "military" in named else frozenset(named)


def _find_other(
    text: Text, number: Number, after: Sequence[Near], before: Sequence[Near]
) -> str | None:
    """The other thing that a number counts, if its nearest words say so."""
    near = [*after, *((distance + 2, tag) for distance, tag in before)]
    measures = {tag for _, tag in near} & _MEASURE_TAGS
    hard = [pair for pair in near if pair[1].startswith("hard ")]
    if hard:
        distance, tag = min(hard)
        is_dead = _counts_deserters(text, number) and "hard losses" in [tag for _, tag in after]
        if (
            is_dead
            or not measures - _WEAK
            or distance < min(one for one, found in near if found in measures)
        ):
            return tag
    return _find_soft(after, before, measures)


def _counts_deserters(text: Text, number: Number) -> bool:
    words = [text.word(number.end + step) for step in range(2)]
    return any(word.startswith(_DESERTERS) and not word.startswith(_DESERTING) for word in words)


def _find_soft(after: Sequence[Near], before: Sequence[Near], measures: set[str]) -> str | None:
    """Another thing that gives way to a measure, unless it is what the number stands before."""
    nouns = (
        tag
        for distance, tag in after
        if distance <= (1 if tag == "soft durations" else _THING_WITHIN)
        and not tag.startswith(_NO_NOUNS)
    )
    first = next(nouns, "")
    if first in _NO_PEOPLE or (first.startswith("soft ") and not measures - _WEAK):
        return first
    soft = (tag for _, tag in (*after, *before) if tag.startswith("soft "))
    return None if measures else next((tag for tag in soft if tag not in _NO_PEOPLE), None)


def read_things(
    marks: Marks, text: Text, numbers: Sequence[Number], sentence: Stretch, context: Thing
) -> tuple[list[tuple[Number, Stretch, Thing]], Thing]:
    """What every number of a sentence counts, and what numbers behind it may count."""
    found: list[tuple[Number, Stretch, Thing]] = []
    tags = {tag for place in range(*sentence) for tag in marks[place]}
    for number, stretch in zip(numbers, find_stretches(text, numbers, sentence), strict=True):
        thing, before = read_thing(marks, text, number, stretch), found[-1][2] if found else None
        own = {tag for place in range(*stretch) for tag in marks[place]}
        if not thing or (before and _is_elliptic(own, thing, before)):
            thing = _inherit(thing, before, tags, context)
        elif not thing.offences and not thing.other:
            thing = replace(thing, offences=_read_offences(tags))
        found.append((number, stretch, thing))
    measures, stated = _read_measures(None, tags)
    if measures:
        context = Thing(measures, stated, _read_offences(tags), near=False)
    return found, context


def _is_elliptic(tags: set[str], thing: Thing, before: Thing) -> bool:
    """`2,159 cases of absence and 500 of desertion`: an offence alone, behind a legal number."""
    is_alone = thing.measures == ("left_unit",) and not tags & {"people", "leave"}
    return is_alone and not _FAMILIAR.isdisjoint(before.measures)


def _inherit(thing: Thing, before: Thing | None, tags: set[str], context: Thing) -> Thing:
    """What is not said of a number is said of the one before, of the sentence, or before it."""
    if before:
        offences = thing.offences or before.offences
        return replace(before, offences=offences, people=thing.people or before.people)
    measures, stated = _read_measures(None, tags)
    if measures:
        offences = thing.offences or _read_offences(tags)
        return Thing(measures, stated, offences, None, thing.people)
    return thing if thing.people or not context.measures else context
