"""What a text says around each of its numbers: its thing, times, names and forces.

A number has what stands in its own stretch, between the numbers before and behind it; where nothing
stands there, what its sentence says; then the sentences just before, then the whole text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from reading.digits import Number
from reading.names import Mention, tokens_of
from reading.things import Thing, find_stretches, mark, read_things
from reading.times import Time, has_relative
from reading.words import Text

BEFORE = 3
"""Sentences before a number whose names still speak of it."""
BARE = 6
"""A text of so few words is a number to be looked up, and no article."""
MOST_TIMES = 60
"""Different times of a text that are compared with every claim."""
T = TypeVar("T")
KINDS = ("claimant", "unit", "place", "category")
Names = dict[str, frozenset[str]]
"""Kind of name -> keys of that kind; every kind is there."""


@dataclass(frozen=True)
class Surroundings:
    """What a text says around one number."""

    number: Number
    thing: Thing
    times: tuple[Time, ...]
    """In its own stretch, or else in its sentence."""
    far_times: tuple[Time, ...]
    """Anywhere in the text."""
    near: Names
    """Kind of name -> keys that the sentence names."""
    before: Names
    """The same for the sentences just before."""
    anywhere: Names
    forces: frozenset[str]
    """Whose people, by the number's own stretch."""
    near_forces: frozenset[str]
    """By its sentence, where another number's may stand too."""
    far_forces: frozenset[str]
    categories: frozenset[str]
    all_categories: frozenset[str]
    relative: bool
    """Whether the text names a time that depends on its own day."""
    bare: bool
    """Whether the text is the number and hardly a word more."""


class _Whole:
    """A text as a whole, and what stands in each of its sentences."""

    def __init__(
        self,
        text: Text,
        groups: Sequence[tuple[int, list[Number]]],
        times: Sequence[Time],
        mentions: Sequence[Mention],
    ) -> None:
        self.text = text
        self.marks = mark(text, tokens_of(mentions, "claimant") | tokens_of(mentions, "unit"))
        spans = [(text.sentences[position], numbers) for position, numbers in groups]
        self.things = read_things(self.marks, text, spans)
        self.mentions = _by_sentence(text, mentions, lambda one: one.place)
        self.times = _by_sentence(text, times, lambda one: one.begin)
        different = {(one.first, one.last, one.role): one for one in times}
        self.all_times = tuple(different.values())[:MOST_TIMES]
        self.names = _group_names(mentions)
        whole = (0, len(text.tokens))
        self.forces = self.find("force ", whole)
        self.categories = self.find("category ", whole) | self.names["category"]
        self.relative = has_relative(text, *whole)

    def find(self, kind: str, span: tuple[int, int]) -> frozenset[str]:
        """The forces or categories that the tokens of a span name."""
        tags = (tag for place in range(*span) for tag in self.marks[place])
        return frozenset(tag.removeprefix(kind) for tag in tags if tag.startswith(kind))

    def name_before(self, position: int) -> Names:
        """The names in the sentences just before one."""
        steps = range(1, BEFORE + 1)
        return _group_names(one for step in steps for one in self.mentions.get(position - step, []))


def look_around(
    text: Text,
    numbers: Sequence[Number],
    times: Sequence[Time],
    mentions: Sequence[Mention],
) -> Iterator[Surroundings]:
    """The surroundings of each number, in order."""
    groups = [
        (position, list(found))
        for position, found in groupby(numbers, lambda one: text.sentence_of(one.start))
    ]
    whole = _Whole(text, groups, times, mentions)
    words = sum(not token.sign and not token.digits for token in text.tokens)
    bare = words <= BARE and len(numbers) == 1 and not (mentions or times)
    for position, found in groups:
        yield from _look_in(whole, position, found, bare)


def _look_in(
    whole: _Whole, position: int, numbers: Sequence[Number], bare: bool
) -> Iterator[Surroundings]:
    """The surroundings of the numbers of one sentence."""
    sentence = whole.text.sentences[position]
    mentions = whole.mentions.get(position, [])
    names, before = _group_names(mentions), whole.name_before(position)
    units = {one.key: one.place for one in reversed(mentions) if one.kind == "unit"}
    times, forces = whole.times.get(position, []), whole.find("force ", sentence)
    stretches = find_stretches(whole.text, numbers, sentence)
    for number, stretch in zip(numbers, stretches, strict=True):
        thing = whole.things[number]
        own_times = _between(times, stretch, lambda one: one.begin)
        own_mentions = _between(mentions, stretch, lambda one: one.place)
        yield Surroundings(
            number=number,
            thing=thing,
            times=tuple(own_times or times)[:MOST_TIMES],
            far_times=whole.all_times,
            near=_choose(names, units, own_mentions, stretch),
            before=before,
            anywhere=whole.names,
            forces=whole.find("force ", stretch),
            near_forces=forces,
            far_forces=whole.forces,
            categories=whole.find("category ", stretch) | names["category"],
            all_categories=whole.categories,
            relative=whole.relative,
            bare=bare and not thing,
        )


def _choose(
    names: Names, units: dict[str, int], own: Sequence[Mention], stretch: tuple[int, int]
) -> Names:
    """What a number has of its sentence's names: its own, where it has some.

    Else all of the sentence; but of the units, which come with the place where each is named first,
    only those up to its end, as a unit that is named behind it belongs to a number behind it.
    """
    units_so_far = frozenset(key for key, place in units.items() if place < stretch[1])
    so_far = names | {"unit": units_so_far}
    return {kind: keys or so_far[kind] for kind, keys in _group_names(own).items()}


def _group_names(mentions: Iterable[Mention]) -> Names:
    names = dict.fromkeys(KINDS, frozenset[str]())
    for one in mentions:
        names[one.kind] |= {one.key}
    return names


def _between(
    found: Sequence[T], stretch: tuple[int, int], place: Callable[[T], int]
) -> Sequence[T]:
    """Those that stand in a stretch."""
    first = bisect_left(found, stretch[0], key=place)
    return found[first : bisect_left(found, stretch[1], key=place)]


def _by_sentence(text: Text, found: Iterable[T], place: Callable[[T], int]) -> dict[int, list[T]]:
    """Position of a sentence -> the names or times in it, in their order in the text."""
    groups: dict[int, list[T]] = {}
    for one in found:
        groups.setdefault(text.sentence_of(place(one)), []).append(one)
    return groups
