"""The words around a number that bound it or make it a rate: `more than`, `a day`, `щомісяця`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from analysis.reading.digits import Number
from analysis.reading.ratios import TIMES
from analysis.reading.vocabulary import BEHIND, BOUNDS, RATES
from analysis.reading.words import Text, listed, read_phrases
from loaders.words import Bound, Per

T = TypeVar("T")
_BOUNDS = read_phrases(BOUNDS)
_BEHIND = read_phrases(BEHIND)
_RATES = read_phrases(RATES)
_LAST_WORDS = frozenset(words[-1] for words in _BOUNDS)
_FIRST_WORDS = frozenset(words[0] for words in (*_RATES, *_BEHIND))
_FILLERS = listed("a an the some total of всього всего ті те ще еще our")
_UP_TO = (("до",), ("do",))
_BACK = 4
"""The longest words before a number that state its bound."""


def bind(text: Text, number: Number, masked: set[int]) -> Number:
    """The number with the words of its bound and of its rate."""
    found = find_bound(text, number.start)
    bound, opened = found or (Bound.EXACT, number.start)
    if found is None:
        behind, end = _find_phrase(text, number.end, _BEHIND, 4)
        bound = behind or bound
        number = replace(number, end=end if behind else number.end)
    number = replace(number, bound=bound, opened=opened)
    return replace(number, per=_find_rate(text, number, masked))


def find_bound(text: Text, start: int) -> tuple[Bound, int] | None:
    """The longest words before a number that state a bound, with where they begin."""
    while start > 0 and text.word(start - 1) in _FILLERS and text.word(start - 1) not in ("some",):
        longest = _match_back(text, start)
        if longest:
            return longest
        start -= 1
    return _match_back(text, start)


def _match_back(text: Text, start: int) -> tuple[Bound, int] | None:
    if text.word(start - 1) not in _LAST_WORDS:
        return None
    for length in range(min(_BACK, start), 0, -1):
        words = tuple(text.word(place) for place in range(start - length, start))
        if words in _BOUNDS and not _belongs_to_number(text, start - length - 1, words):
            return _BOUNDS[words], start - length
    return None


def _belongs_to_number(text: Text, place: int, words: tuple[str, ...]) -> bool:
    """`ten times more than 28`, `з 500 до 1000`: the words speak of what is before them."""
    if place < 0:
        return False
    return text.word(place) in TIMES or (text.tokens[place].digits and words in _UP_TO)


def _find_phrase(
    text: Text, start: int, phrases: Mapping[tuple[str, ...], T], longest: int
) -> tuple[T | None, int]:
    if text.word(start) not in _FIRST_WORDS:
        return None, start
    for length in range(longest, 0, -1):
        words = tuple(text.word(place) for place in range(start, start + length))
        if words in phrases:
            return phrases[words], start + length
    return None, start


def _find_rate(text: Text, number: Number, masked: set[int]) -> Per | None:
    """A rate behind the number before the next one, or just before it."""
    places = [*range(number.end, number.end + 16), *range(max(0, number.opened - 4), number.opened)]
    for place in places:
        if place >= len(text.tokens) or (place >= number.end and _stops_rate(text, place, masked)):
            if place >= number.end:
                continue
            break
        found, _ = _find_phrase(text, place, _RATES, 3)
        if found and not _is_blocked(text, number, place, masked):
            return found
    return None


def _stops_rate(text: Text, place: int, masked: set[int]) -> bool:
    return text.tokens[place].digits or place in masked


def _is_blocked(text: Text, number: Number, place: int, masked: set[int]) -> bool:
    """Whether another number or a full stop stands between a number and its rate."""
    between = range(number.end, place) if place >= number.end else range(place, number.opened)
    return any(
        (text.tokens[one].digits and one not in masked)
        or text.word(one) in (".", ";", "!", "?")
        or (text.word(one) == "," and place > number.start)
        for one in between
    )
