"""What a reader types into one line: a number, words, or both; more is a text to be read whole."""

from __future__ import annotations

from dataclasses import dataclass

from reading.digits import Number, read_number
from reading.numbers import bind, find_numbers
from reading.words import Text, cut, listed

LONGEST = 80
MOST_WORDS = 6
"""A line of more words is no question but a text."""
_IDLE = listed("a an and by did for has have in is many number of said says that the to was who")
"""Words of a question that say nothing of the claim."""
_SIGNS = '-–—.,;:?!…()[]"“”„«»'


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks for: a number, words, or both."""

    number: int | None
    words: str


def read_question(typed: str) -> Asked | None:
    """The number and the words of one short line; None for a text, to be read as a whole."""
    line = typed.strip()
    if len(line) > LONGEST or "\n" in line:
        return None
    text = cut(line)
    bare = _read_bare(text)
    numbers = [bare] if bare else find_numbers(text, set())
    if len(numbers) > 1 or any(one.low != one.high for one in numbers):
        return None
    number = numbers[0] if numbers else None
    words = _read_words(text, number)
    if len(words) > MOST_WORDS:
        return None
    telling = [word for word in words if word.lower() not in _IDLE]
    return Asked(number.low if number else None, " ".join(telling))


def _read_words(text: Text, number: Number | None) -> list[str]:
    """What stands beside the number, without the signs around words."""
    rest = text.text
    if number:
        before, after = text.tokens[number.opened], text.tokens[number.end - 1]
        rest = f"{rest[: before.start]} {rest[after.end :]}"
    return [word for one in rest.split() if (word := one.strip(_SIGNS))]


def parse_number(text: str) -> int:
    """`18,000`, `18k`, `up to 30,000` as a number. Raises ValueError with a sentence."""
    number = _read_bare(cut(text)) if len(text) <= LONGEST else None
    if number is None:
        raise ValueError(f'expected a number such as 18000, 18,000 or 18k, found "{text[:20]}"')
    return number.low


def _read_bare(text: Text) -> Number | None:
    """The number that is the whole text, with its bound; a year may be one too."""
    places = range(len(text.tokens))
    raw = next((one for place in places if (one := read_number(text, place, set()))), None)
    number = bind(text, raw, set()) if raw else None
    return number if number and (number.opened, number.end) == (0, len(places)) else None
