"""What a text states of two numbers: `ten times`, `doubled`, `60 percent`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.reading.vocabulary import NUMBERS
from analysis.reading.words import DASHES, Text, listed

_WORDS = {word: number for number, words in NUMBERS.items() for word in words.split()}

_FOLD = {
    "doubled": 2.0, "double": 2.0, "twofold": 2.0, "twice": 2.0, "tripled": 3.0, "triple": 3.0,
    "threefold": 3.0, "quadrupled": 4.0, "quadruple": 4.0, "fourfold": 4.0, "fivefold": 5.0,
    "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "ninefold": 9.0, "tenfold": 10.0,
    "вдвічі": 2.0, "удвічі": 2.0, "подвоїл": 2.0, "втричі": 3.0, "утричі": 3.0, "потроїл": 3.0,
    "вчетверо": 4.0, "учетверо": 4.0, "вп'ятеро": 5.0, "уп'ятеро": 5.0, "вшестеро": 6.0,
    "усемеро": 7.0, "увосьмеро": 8.0, "вдев'ятеро": 9.0, "вдесятеро": 10.0, "удесятеро": 10.0,
    "вдвое": 2.0, "удвоил": 2.0, "втрое": 3.0, "утроил": 3.0, "впятеро": 5.0,
    "всемеро": 7.0, "ввосьмеро": 8.0, "удесятерил": 10.0,
    "verdoppelt": 2.0, "verdreifacht": 3.0, "zehnfach": 10.0,
}  # fmt: skip
_LONGEST = 6
_PERCENT = ("%", "percent", "відсотк", "процент", "prozent", "procent")
_FOLD_STEMS = tuple(fold for fold in _FOLD if len(fold) > 6)
TIMES = listed("times fold раз рази разів раза mal razy krotnie")
_MORE = ("more", "rose", "grew", "increas", "up", "higher", "зрос", "збільш", "більше", "вирос",
         "увелич", "больше", "рост")  # fmt: skip
_FEWER = ("fewer", "less", "fell", "drop", "decreas", "declin", "down", "lower", "змен", "менше",
          "скорот", "впал", "меньше", "сократ", "сниз", "упал")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ratio:
    """`ten times`, `60 percent`, `rose by 20 percent`; where it stands as tokens."""

    start: int
    end: int
    stated: float
    kind: str
    """`times`, `percent`: of another number; `more`, `fewer`: by so many percent."""


def find_ratios(text: Text, masked: set[int]) -> list[Ratio]:
    """What the text states of two numbers: so many times, so many percent."""
    return [one for one in _find_ratios(text, masked) if one.stated > 0]


def _find_ratios(text: Text, masked: set[int]) -> Iterator[Ratio]:
    for position, token in enumerate(text.tokens):
        if position in masked:
            continue
        word, before, behind = token.word, text.word(position - 1), text.word(position + 1)
        if stated := _read_fold(word):
            yield Ratio(position, position + 1, stated, "times")
        elif word in TIMES and (found := _read_stated(text, position, masked)):
            yield Ratio(found[1], position + 1, found[0], "times")
        elif word.startswith(_PERCENT) or (word == "cent" and before == "per"):
            yield from _read_percent(text, position - (word == "cent"), position, masked)
        elif word == "half" and behind == "of":
            yield Ratio(position, position + 1, 50.0, "percent")


def _read_percent(text: Text, start: int, end: int, masked: set[int]) -> Iterator[Ratio]:
    """`60 percent`, `86.2 %`, `20 per cent`."""
    if found := _read_stated(text, start, masked):
        yield Ratio(found[1], end + 1, found[0], _read_kind(text, found[1], end))


def _read_fold(word: str) -> float | None:
    """`tenfold`, `вдесятеро`, `подвоїлася`."""
    if word in _FOLD or not word.startswith(_FOLD_STEMS):
        return _FOLD.get(word)
    return next(_FOLD[fold] for fold in _FOLD_STEMS if word.startswith(fold))


def _read_stated(text: Text, position: int, masked: set[int]) -> tuple[float, int] | None:
    """The number just before `times` or `percent`, with decimals, and where it begins."""
    place = position - 1
    if place >= 0 and text.word(place) in DASHES:
        place -= 1
    if place < 0 or place in masked:
        return None
    if text.tokens[place].digits and len(text.word(place)) <= _LONGEST:
        whole = text.word(place)
        if _is_fraction(text, place):
            return float(f"{text.word(place - 2)}.{whole}"), place - 2
        return float(whole), place
    value = _WORDS.get(text.word(place))
    return (float(value), place) if value and value > 1 else None


def _is_fraction(text: Text, place: int) -> bool:
    """Whether digits stand behind a point or comma and other digits."""
    return (
        place > 1
        and text.word(place - 1) in (".", ",")
        and text.tokens[place - 2].digits
        and len(text.word(place - 2)) <= _LONGEST
        and not text.gap(place - 1)
        and not text.gap(place - 2)
    )


def _read_kind(text: Text, start: int, end: int) -> str:
    """Whether `20 percent` is a share, or by how much something rose or fell."""
    behind = text.word(end + 1)
    before = [text.word(place) for place in range(max(0, start - 4), start)]
    if behind in ("of", "від", "от", "из", "із", "von"):
        return "percent"
    if behind.startswith(_FEWER) or any(word.startswith(_FEWER) for word in before):
        return "fewer"
    if behind.startswith(_MORE) or any(word.startswith(_MORE) for word in before):
        return "more"
    return "percent"


def ratio_tokens(ratios: Iterable[Ratio]) -> set[int]:
    """The tokens that belong to ratios, so that they are not read as counts."""
    return {place for one in ratios for place in range(one.start, one.end)}
