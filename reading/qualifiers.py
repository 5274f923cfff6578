"""The words around a number that bound it or make it a rate: `more than`, `a day`, `щомісяця`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from loaders.words import Bound, Per
from reading.digits import Number
from reading.ratios import UNITS
from reading.vocabulary import BEHIND, BOUNDS, RATES
from reading.words import Lexicon, Text, listed

_BOUNDS = Lexicon(BOUNDS)
_BEHIND = Lexicon(BEHIND)
_RATES = Lexicon(RATES)
_FILLERS = listed("a an the total of всього всего ті те ще еще our")
_UP_TO = listed("до do")
_LONGEST = 4
"""Words before a number that state its bound, or its rate."""
_FARTHEST = 16
"""Words behind a number within which its rate stands."""
_STOPS = frozenset(".;!?")
"""A rate behind one of these is of something else, and behind a number also one behind a comma."""


def bind(text: Text, number: Number, masked: set[int]) -> Number:
    """The number with the words of its bound and of its rate."""
    bound, opened = find_bound(text, number.start) or (None, number.start)
    end = number.end
    for behind, length in () if bound else _BEHIND.at(text, end):
        bound, end = behind, end + length
    number = replace(number, bound=bound or Bound.EXACT, opened=opened, end=end)
    return replace(number, per=_find_rate(text, number, masked))


def find_bound(text: Text, start: int) -> tuple[Bound, int] | None:
    """The longest words before a number that state a bound, with where they begin."""
    found = _find_before(text, start)
    while not found and text.word(start - 1) in _FILLERS:
        start -= 1
        found = _find_before(text, start)
    return found


def _find_before(text: Text, start: int) -> tuple[Bound, int] | None:
    for place in range(start - _LONGEST, start):
        for bound, length in _BOUNDS.at(text, place):
            if place + length == start and not _belongs_to_number(text, place):
                return bound, place
    return None


def _belongs_to_number(text: Text, place: int) -> bool:
    """`ten times more than 28`, `з 500 до 1000`: the words speak of what is before them."""
    is_number = bool(text.digits(place - 1)) and text.word(place) in _UP_TO
    return is_number or "times" in UNITS.of(text.word(place - 1))


def _find_rate(text: Text, number: Number, masked: set[int]) -> Per | None:
    """The rate behind a number, or just before it."""
    behind = range(number.end, number.end + _FARTHEST)
    before = range(number.opened - 1, number.opened - 1 - _LONGEST, -1)
    for places, stops in ((behind, _STOPS | {","}), (before, _STOPS)):
        for place in _reach(text, places, stops, masked):
            for per, _ in _RATES.at(text, place):
                return per
    return None


def _reach(text: Text, places: Iterable[int], stops: Set[str], masked: set[int]) -> Iterator[int]:
    """The places up to another number or a sign that parts them from this one."""
    for place in places:
        if text.word(place) in stops or (text.digits(place) and place not in masked):
            return
        yield place
