"""What a text says around each of its numbers: its thing, times and names.

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
from reading.things import Marks, Stretch, Thing, mark, read_things
from reading.times import Time, has_relative
from reading.words import Text

BEFORE = 3
"""Sentences before a number whose names still speak of it."""
BARE = 6
"""A text of so few words is a number to be looked up, and no article."""
MOST_TIMES = 60
"""Different times of a text that are compared with every claim."""
T = TypeVar("T")
MARKED = ("force", "category")
"""Kinds of names that lists of words know, and the file need not."""
KINDS = ("claimant", "unit", "place", *MARKED)
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
    """Kind of name -> keys that its own stretch names, or else its sentence."""
    before: Names
    """The same for the sentences just before."""
    anywhere: Names
    forces: frozenset[str]
    """Those that its own stretch names."""
    relative: bool
    """Whether the text names a time that depends on its own day."""
    bare: bool
    """Whether the text is the number and hardly a word more."""


class _Whole:
    """A text as a whole, and what stands in each of its sentences."""

    def __init__(self, text: Text, times: Sequence[Time], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.marks = mark(text, tokens_of(mentions, "claimant") | tokens_of(mentions, "unit"))
        names = sorted([*mentions, *_find_marked(self.marks)], key=lambda one: one.place)
        self.mentions = _by_sentence(text, names, lambda one: one.place)
        self.times = _by_sentence(text, times, lambda one: one.begin)
        different = {(one.first, one.last, one.role): one for one in times}
        self.all_times = tuple(different.values())[:MOST_TIMES]
        self.names = _group_names(names)
        self.relative = has_relative(text)

    def name_before(self, position: int) -> Names:
        """The names in the sentences just before one."""
        steps = range(1, BEFORE + 1)
        return _group_names(one for step in steps for one in self.mentions.get(position - step, []))


def _find_marked(marks: Marks) -> Iterator[Mention]:
    for place, tags in enumerate(marks):
        for kind, _, key in (tag.partition(" ") for tag in tags):
            if kind in MARKED:
                yield Mention(kind, key, place, 1, frozenset({place}))


def look_around(
    text: Text, numbers: Sequence[Number], times: Sequence[Time], mentions: Sequence[Mention]
) -> Iterator[Surroundings]:
    """The surroundings of each number, in order."""
    whole = _Whole(text, times, mentions)
    words = sum(not token.sign and not token.digits for token in text.tokens)
    bare = words <= BARE and len(numbers) == 1 and not (mentions or times)
    context = Thing()
    for position, group in groupby(numbers, lambda one: text.sentence_of(one.start)):
        sentence = text.sentences[position]
        found, context = read_things(whole.marks, text, list(group), sentence, context)
        yield from _look_in(whole, position, found, bare)


def _look_in(
    whole: _Whole, position: int, found: Iterable[tuple[Number, Stretch, Thing]], bare: bool
) -> Iterator[Surroundings]:
    """The surroundings of the numbers of one sentence."""
    mentions, times = whole.mentions.get(position, []), whole.times.get(position, [])
    names, before = _group_names(mentions), whole.name_before(position)
    units = {one.key: one.place for one in reversed(mentions) if one.kind == "unit"}
    for number, stretch, thing in found:
        own_times = _between(times, stretch, lambda one: one.begin)
        own = _group_names(_between(mentions, stretch, lambda one: one.place))
        yield Surroundings(
            number=number,
            thing=thing,
            times=tuple(own_times or times)[:MOST_TIMES],
            far_times=whole.all_times,
            near=_choose(names, units, own, stretch),
            before=before,
            anywhere=whole.names,
            forces=own["force"],
            relative=whole.relative,
            bare=bare and not thing,
        )


def _choose(names: Names, units: dict[str, int], own: Names, stretch: Stretch) -> Names:
    """What a number has of its sentence's names: its own, where it has some.

    Else all of the sentence; but of the units, which come with the place where each is named first,
    only those up to its end, as a unit that is named behind it belongs to a number behind it.
    """
    units_so_far = frozenset(key for key, place in units.items() if place < stretch[1])
    so_far = names | {"unit": units_so_far}
    return {kind: keys or so_far[kind] for kind, keys in own.items()}


def _group_names(mentions: Iterable[Mention]) -> Names:
    names = dict.fromkeys(KINDS, frozenset[str]())
    for one in mentions:
        names[one.kind] |= {one.key}
    return names


def _between(found: Sequence[T], stretch: Stretch, place: Callable[[T], int]) -> Sequence[T]:
    """Those that stand in a stretch."""
    first = bisect_left(found, stretch[0], key=place)
    return found[first : bisect_left(found, stretch[1], key=place)]


def _by_sentence(text: Text, found: Iterable[T], place: Callable[[T], int]) -> dict[int, list[T]]:
    """Position of a sentence -> the names or times in it, in their order in the text."""
    groups: dict[int, list[T]] = {}
    for one in found:
        groups.setdefault(text.sentence_of(place(one)), []).append(one)
    return groups
