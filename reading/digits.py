"""Numbers as a text writes them: digits in groups, words, scales, and ranges of two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.values import MAX_COUNT
from loaders.words import Bound, Per
from reading.ratios import MOVES
from reading.vocabulary import NUMBER_OF, SCALES
from reading.words import DASHES, SHORT, Text, listed

_GROUPING = frozenset({" ", ",", ".", "'", "’", "_", "\u00a0", "\u2009", "\u202f", "\u2007"})
"""What may stand between groups of three digits."""
_MOST_GROUPS = 4
"""Behind the first; with more a number is too large for a count, as it is with these."""
_SCALES = {word: scale for scale, words in SCALES.items() for word in words.split()}
_LETTERS = listed("k m к")
"""Scales only right behind a digit: `18k`."""
_A = listed("a an")
"""One, before a scale: `a hundred`."""
AND = listed("and і й та и und a")
BETWEEN = listed("between між между zwischen między")
"""Before two ends that one of `AND` joins."""
_UP_TO = listed("до по do bis")
_FROM = listed("from від з із из с от von od") | BETWEEN
_BEFORE = 8
"""Words before a range that may say that it is none."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be a count, and where it stands as tokens."""

    start: int
    end: int
    low: int
    high: int
    bound: Bound = Bound.EXACT
    per: Per | None = None
    opened: int = 0
    """Where the words of its bound begin."""
    grouped: bool = False
    scale: int = 1
    """By what a word multiplied it: 1,000 of `18 thousand`."""


def skip(text: Text, position: int) -> int:
    """Behind a token that begins no count; behind all of a decimal or longer run of digits."""
    end = position + 1
    while text.joins_digits(end, ".,:/"):
        end += 2
    return end


def read_number(text: Text, position: int, masked: set[int]) -> Number | None:
    if text.digits(position):
        return _read_digits(text, position, masked)
    word = text.word(position)
    value = NUMBER_OF.get(word, int(word in _A))
    return _read_words(text, position, value) if value else None


def _read_words(text: Text, position: int, value: float) -> Number | None:
    """`two`, `twenty five`, `a hundred thousand`; `twenty-five` is one token and left alone."""
    end = position + 1
    unit = NUMBER_OF.get(text.word(end), 0)
    if value >= 20 and 0 < unit < 10:
        value, end = value + unit, end + 1
    scale, end = _read_scale(text, end)
    count = int(value * scale)
    return Number(position, end, count, count, scale=scale) if 1 < count <= MAX_COUNT else None


def _read_digits(text: Text, position: int, masked: set[int]) -> Number | None:
    """Digits with their groups, decimals and scale, or None where they are no count."""
    digits, end = _read_groups(text, position, masked)
    if digits[0] == "0" and digits != "0":
        return None
    grouped = end > position + 1
    if text.joins_digits(end, ".,"):
        digits, end = f"{digits}.{text.digits(end + 1)}", end + 2
    scale, end = _read_scale(text, end)
    value = float(digits) * scale
    if value > MAX_COUNT or ("." in digits and scale == 1):
        return None
    return Number(position, end, round(value), round(value), grouped=grouped, scale=scale)


def _read_groups(text: Text, position: int, masked: set[int]) -> tuple[str, int]:
    """`18,000` as its digits, and where it ends; also split over a line."""
    digits, end, used = text.digits(position), position + 1, ""
    if len(digits) > 3:
        return digits, end
    for _ in range(_MOST_GROUPS):
        group = _find_group(text, end, masked)
        if not group or used not in ("", group[0]):
            break
        used, place = group
        digits, end = digits + text.digits(place), place + 1
    return digits, end


def _find_group(text: Text, end: int, masked: set[int]) -> tuple[str, int] | None:
    """The sign before the next three digits, and where they stand."""
    for place in (end, end + 1):
        if len(text.digits(place)) == 3 and place not in masked:
            between = text.text[text.tokens[end - 1].end : text.tokens[place].start]
            sign = between.strip(" \r\n") or " " if between.count("\n") == 1 else between
            return (sign, place) if sign in _GROUPING else None
    return None


def _read_scale(text: Text, end: int) -> tuple[int, int]:
    """`thousand`, `тис.`, `k`, `hundred thousand`: by what a number is multiplied, and its end."""
    scale = 1
    while scale <= MAX_COUNT and (by := _SCALES.get(text.word(end))):
        if text.word(end) in _LETTERS and text.gap(end - 1):
            break
        is_short = text.word(end) in SHORT and text.word(end + 1) == "."
        scale, end = scale * by, end + 1 + is_short
    return scale, end


def join_ranges(text: Text, numbers: list[Number]) -> list[Number]:
    """`10,000 to 12,000`, `10–12 thousand` as one number with two ends."""
    joined: list[Number] = []
    for number in numbers:
        low = _find_low_end(text, joined[-1], number) if joined else None
        if low is None:
            joined.append(number)
        else:
            joined[-1] = replace(number, start=joined[-1].start, low=low, grouped=True)
    return joined


def _find_low_end(text: Text, before: Number, number: Number) -> int | None:
    """The lower end of a range, its scale that of the upper end where it has none."""
    if number.start != before.end + 1 or before.low != before.high:
        return None
    if not _is_range(text, before):
        return None
    scaled = before.low * number.scale
    low = scaled if scaled < number.high else before.low
    return low if low < number.high else None


def _is_range(text: Text, before: Number) -> bool:
    """`from 10 to 12`, `10 to 12`; not `rose from 10 to 12`, and `10 and 12` only after between."""
    opening, joint = text.word(before.start - 1), text.word(before.end)
    if joint in AND:
        return opening in BETWEEN
    words = (text.word(place) for place in range(before.start - _BEFORE, before.start))
    is_up_to = joint == "to" or (joint in _UP_TO and opening in _FROM)
    return joint in DASHES or (is_up_to and not any(MOVES.of(word) for word in words))
