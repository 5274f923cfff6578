"""What a text states of two numbers: `ten times`, `doubled`, `60 percent`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reading.vocabulary import NUMBER_OF
from reading.words import DASHES, Lexicon, Text, listed

_FOLDS = Lexicon(
    {
        2: """doubled double twofold twice вдвічі удвічі подвоїл* вдвое удвоил* verdoppelt*""",
        3: """tripled triple threefold втричі утричі потроїл* втрое утроил* verdreifacht*""",
        4: "quadrupled quadruple fourfold вчетверо учетверо",
        5: "fivefold вп'ятеро уп'ятеро впятеро",
        6: "sixfold вшестеро",
        7: "sevenfold усемеро всемеро",
        8: "eightfold увосьмеро ввосьмеро",
        9: "ninefold вдев'ятеро",
        10: "tenfold вдесятеро удесятеро удесятерил* zehnfach*",
    }
)
UNITS = Lexicon(
    {
        "times": "times fold раз рази разів раза mal razy krotnie",
        "percent": "% percent* per_cent відсотк* процент* prozent* procent*",
    }
)
"""What stands behind the number of a ratio."""
MOVES = Lexicon(
    {
        "more": """rose risen rise* grew grow* increas* jump* climb* surg* зрос* збільш* вирос*
        увелич* подня* підня* рост*""",
        "fewer": """fell fall* drop* decreas* declin* скорот* змен* впал* сниз* сократ* упал*
        уменьш*""",
        "": "went",
    }
)
"""What says that a number became another."""
_COMPARED = Lexicon(
    {
        "more": "more up higher більше больше",
        "fewer": "fewer less down lower менше меньше",
    }
)
_OF = listed("of від от из із von")
_LONGEST = 9
"""Signs of a number that may be one of a ratio."""
_BEFORE = 4
"""Words before a percentage that say whether something rose or fell by it."""


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
    places = (place for place in range(len(text.tokens)) if place not in masked)
    return [one for place in places for one in _read(text, place, masked)]


def _read(text: Text, position: int, masked: set[int]) -> Iterator[Ratio]:
    word = text.word(position)
    for factor in _FOLDS.of(word):
        yield Ratio(position, position + 1, factor, "times")
    if word == "half" and text.word(position + 1) == "of":
        yield Ratio(position, position + 1, 50.0, "percent")
    for unit, length in UNITS.at(text, position):
        if found := _read_stated(text, position, masked):
            stated, start = found
            end = position + length
            yield Ratio(start, end, stated, unit if unit == "times" else _kind_of(text, start, end))


def _read_stated(text: Text, position: int, masked: set[int]) -> tuple[float, int] | None:
    """The number just before `times` or `percent`, with decimals, and where it begins."""
    place = position - 1 - (text.word(position - 1) in DASHES)
    if place in masked:
        return None
    number = text.digits(place)
    if not number:
        value = NUMBER_OF.get(text.word(place), 1)
        return (float(value), place) if value > 1 else None
    if text.joins_digits(place - 1, ".,"):
        place -= 2
        number = f"{text.digits(place)}.{number}"
    return (float(number), place) if len(number) <= _LONGEST else None


def _kind_of(text: Text, start: int, end: int) -> str:
    """Whether `20 percent` is a share, or by how much something rose or fell."""
    if text.word(end) in _OF:
        return "percent"
    near = [text.word(place) for place in (*range(start - _BEFORE, start), end)]
    said = {kind for word in near for kind in MOVES.of(word) | _COMPARED.of(word)}
    return "fewer" if "fewer" in said else "more" if "more" in said else "percent"


def ratio_tokens(ratios: Iterable[Ratio]) -> set[int]:
    """The tokens that belong to ratios, so that they are not read as counts."""
    return {place for one in ratios for place in range(one.start, one.end)}
