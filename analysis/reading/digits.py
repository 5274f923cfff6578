"""Numbers as a text writes them: digits in groups, words, scales, and ranges of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.reading.vocabulary import NUMBERS, SCALES
from analysis.reading.words import DASHES, Text, listed
from loaders.values import MAX_COUNT
from loaders.words import Bound, Per

GROUPING = frozenset({" ", ",", ".", "'", "’", "_", "\u00a0", "\u2009", "\u202f", "\u2007"})
"""What may stand between groups of three digits."""
_LONGEST = 12
"""A longer run of digits is no count."""
_WORDS = {word: number for number, words in NUMBERS.items() for word in words.split()}
_SCALES = {word: scale for scale, words in SCALES.items() for word in words.split()}
_HALF_THOUSAND = listed("полтысячи півтисячі")
_HALVES = {"пів": 1, "півтори": 3, "полторы": 3, "полтора": 3, "a": 2, "an": 2}
"""Word before a scale -> how many halves of it: `півтори тисячі`, `a hundred`."""
_ONE = listed("тисяча тисячу тысяча тысячу сотня сотню")
"""Words that are a number by themselves."""
_LETTERS = listed("k m к")
"""Scales only right behind a digit: `18k`."""
_SHORT_SCALES = listed("тис тыс млн tys mln mio tsd")
_TO = listed("to до по bis do and і й та и") | DASHES
FROM = listed("from between від з із из с от von zwischen od między между між")
_MOVES = (
    *(
        "rose",
        "risen",
        "rise",
        "grew",
        "grow",
        "increas",
        "jump",
        "fell",
        "fall",
        "drop",
        "decreas",
    ),
    *("climb", "surg", "decline", "went", "зрос", "збільш", "вирос", "скорот", "змен", "впал"),
    *("увелич", "снизи", "сократ", "упал", "подня", "підня", "уменьш"),
)
"""Between `from 500 to 1,000` behind one of these stand two counts, and no range."""


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

    @property
    def scaled(self) -> bool:
        return self.scale > 1


def skip(text: Text, position: int) -> int:
    """Behind a token that begins no count; behind all of a decimal or longer run of digits."""
    end = position + 1
    while text.tokens[position].digits and _goes_on(text, end, (".", ",", ":", "/")):
        end += 2
    return end


def _goes_on(text: Text, position: int, signs: Sequence[str]) -> bool:
    """Whether one of these signs stands here right between digits."""
    return (
        position + 1 < len(text.tokens)
        and text.word(position) in signs
        and text.tokens[position + 1].digits
        and not text.gap(position - 1)
        and not text.gap(position)
    )


def read_number(text: Text, position: int, masked: set[int]) -> Number | None:
    token, behind = text.tokens[position], text.word(position + 1)
    if token.digits:
        return _read_digits(text, position, masked)
    if value := _WORDS.get(token.word):
        return _read_words(text, position, value)
    if token.word in _HALF_THOUSAND:
        return Number(position, position + 1, 500, 500, scale=1000)
    if token.word in _ONE:
        one = _SCALES[token.word]
        return Number(position, position + 1, one, one, scale=one)
    half, scale = _HALVES.get(token.word), _SCALES.get(behind)
    if half is None or scale is None:
        return None
    value = scale * half // 2
    return Number(position, position + 2, value, value, scale=scale)


def _read_words(text: Text, position: int, value: int) -> Number | None:
    """`two`, `twenty thousand`, `twenty-five` is one token and left alone."""
    end, scale = position + 1, 1
    if value >= 20 and (unit := _WORDS.get(text.word(end), 10)) < 10:
        value, end = value + unit, end + 1
    while (by := _SCALES.get(text.word(end))) and text.word(end) not in _LETTERS:
        scale, end = scale * by, end + 1
    value *= scale
    if value == 1 or value > MAX_COUNT:
        return None
    return Number(position, end, value, value, scale=scale)


def _read_digits(text: Text, position: int, masked: set[int]) -> Number | None:
    """Digits with their groups, decimals and scale, or None where they are no count."""
    if len(text.word(position)) > _LONGEST:
        return None
    digits, end = _read_groups(text, position, masked)
    grouped = end > position + 1
    fraction = ""
    if _goes_on(text, end, (".", ",")) and len(text.word(end + 1)) <= 3:
        fraction, end = text.word(end + 1), end + 2
    scale, end = _read_scale(text, end)
    if fraction and scale == 1:
        return None
    value = round(float(f"{digits}.{fraction}") * scale)
    if value > MAX_COUNT or (digits.startswith("0") and digits != "0"):
        return None
    return Number(position, end, value, value, grouped=grouped, scale=scale)


def _read_groups(text: Text, position: int, masked: set[int]) -> tuple[str, int]:
    """`18,000` as its digits, and where it ends; also split over a line."""
    digits, end, used = text.word(position), position + 1, ""
    if len(digits) > 3 or digits == "0":
        return digits, end
    while len(digits) < _LONGEST and (group := _find_group(text, end, masked)):
        sign, place = group
        if used and sign != used:
            break
        used, digits, end = sign, digits + text.word(place), place + 1
    return digits, end


def _find_group(text: Text, end: int, masked: set[int]) -> tuple[str, int] | None:
    """The sign before the next three digits, and where they stand."""
    for place in (end, end + 1):
        if len(text.word(place)) == 3 and text.tokens[place].digits and place not in masked:
            between = text.text[text.tokens[end - 1].end : text.tokens[place].start]
            sign = between.strip(" \r\n") or " " if between.count("\n") == 1 else between
            return (sign, place) if sign in GROUPING else None
    return None


def _read_scale(text: Text, end: int) -> tuple[int, int]:
    """`thousand`, `тис.`, `k`: what multiplies the number, and where it ends."""
    word = text.word(end)
    scale = _SCALES.get(word)
    if scale is None or (word in _LETTERS and text.gap(end - 1)):
        return 1, end
    return scale, end + 1 + (word in _SHORT_SCALES and text.word(end + 1) == ".")


def join_ranges(text: Text, numbers: list[Number]) -> list[Number]:
    """`10,000 to 12,000`, `10–12 thousand` as one number with two ends."""
    joined: list[Number] = []
    for number in numbers:
        low = _find_low_end(text, joined[-1], number) if joined else None
        if low is None:
            joined.append(number)
        else:
            joined[-1] = replace(
                joined[-1], end=number.end, low=low, high=number.high, grouped=True
            )
    return joined


def _find_low_end(text: Text, before: Number, number: Number) -> int | None:
    """The lower end of a range, its scale that of the upper end where it has none."""
    between = [text.word(place) for place in range(before.end, number.start)]
    if len(between) != 1 or between[0] not in _TO or before.low != before.high:
        return None
    if between[0] not in DASHES and not _is_opened(text, before, between[0]):
        return None
    scaled = before.low * number.scale
    low = before.low if before.scaled or scaled >= number.high else scaled
    return low if low < number.high else None


def _is_opened(text: Text, before: Number, between: str) -> bool:
    """`from 10 to 12`, `10 to 12`; not `rose from 10 to 12`, and `10 and 12` only after between."""
    opening = text.word(before.start - 1)
    if between in ("and", "і", "й", "та", "и"):
        return opening in ("between", "між", "между", "zwischen", "między")
    start = max(0, before.start - 8)
    words = [text.word(place) for place in range(start, before.start)]
    moved = any(word.startswith(_MOVES) for word in words)
    if between in ("до", "по", "do", "bis"):
        return opening in FROM and not moved
    return not moved
