"""A text cut into words, digits and signs, with their places, and the meaning of its words.

Every pass over the text is linear: one expression without nested repetition cuts it, and all else
looks at neighbouring tokens. What stands in an address is masked, so that no number is read there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from unicodedata import normalize

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`‑-][^\W\d_]+)*|\d+|\S")
_ADDRESS = re.compile(r"(?<!\S)(?:www\.|\S*?(?:://|@))\S*", re.IGNORECASE)
_SAME = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‑": "-", "ё": "е"})
M = TypeVar("M")


def listed(words: str) -> frozenset[str]:
    """Words with blanks between them, as a set."""
    return frozenset(words.split())


_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""What a terminal or page would obey and nobody sees."""
DASHES = frozenset("-–—−‑")
_ENDS = frozenset(".!?…")
SHORT = listed(
    """тис тыс млн млрд mln mio tys tsd р г рр гг ст ч п м см т тов обл грн руб approx ca no st
    mr mrs dr gen col lt art nr jan feb mar apr jun jul aug sept sep oct nov dec"""
)
"""Short forms whose full stop ends no sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits, or one other sign."""

    start: int
    end: int
    word: str
    """As it is looked up: small letters, one kind of apostrophe."""
    digits: bool
    sign: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its tokens and the spans of its sentences, as positions of tokens."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    def gap(self, position: int) -> str:
        """What stands between a token and the next; a blank at the ends of the text."""
        if not 0 <= position < len(self.tokens) - 1:
            return " "
        return self.text[self.tokens[position].end : self.tokens[position + 1].start]

    def quote(self, start: int, end: int) -> str:
        """The text of some tokens, with its line breaks and blanks as single blanks."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def sentence_of(self, position: int) -> int:
        """Which sentence a token stands in."""
        return bisect_right(self.sentences, (position, len(self.tokens))) - 1

    def word(self, position: int) -> str:
        """The word at a position, or nothing beyond the ends."""
        return self.tokens[position].word if 0 <= position < len(self.tokens) else ""

    def digits(self, position: int) -> str:
        """The digits at a position, or nothing where something else stands."""
        word = self.word(position)
        return word if word and self.tokens[position].digits else ""

    def joins_digits(self, position: int, signs: str) -> bool:
        """Whether one of these signs stands here, right between digits."""
        return (
            self.word(position) in signs
            and bool(self.digits(position - 1) and self.digits(position + 1))
            and not self.gap(position - 1)
            and not self.gap(position)
        )


def cut(text: str) -> Text:
    """The tokens and sentences of a text."""
    composed = _HIDDEN.sub(" ", normalize("NFC", text))
    masked = _ADDRESS.sub(lambda found: "¤".ljust(len(found.group())), composed)
    tokens = tuple(_make(match) for match in _TOKEN.finditer(masked))
    return Text(composed, tokens, tuple(_find_sentences(masked, tokens)))


def fold(word: str) -> str:
    """A word as the lists have it."""
    return word.lower().translate(_SAME)


def _make(match: re.Match[str]) -> Token:
    found = match.group()
    digits = found[0].isdigit() and found.isascii()
    letter = found[0].isalpha()
    return Token(
        match.start(), match.end(), fold(found), digits, not (digits or letter), found[0].isupper()
    )


def _find_sentences(text: str, tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    start = 0
    for position in range(len(tokens)):
        if position + 1 == len(tokens) or _ends(text, tokens, position):
            yield start, position + 1
            start = position + 1


def _ends(text: str, tokens: Sequence[Token], position: int) -> bool:
    """Whether a sentence ends behind this token."""
    token, behind = tokens[position], tokens[position + 1]
    gap = text[token.end : behind.start]
    if gap.count("\n") > 1 or ("\n" in gap and behind.word in ("-", "•", "*", "–", "—")):
        return True
    if token.word not in _ENDS or not gap:
        return False
    before = tokens[position - 1] if position else token
    is_initial = before.capital and before.end - before.start == 1
    is_short = token.word == "." and (before.word in SHORT or is_initial)
    return not is_short or ("\n" in gap and behind.capital)


class Lexicon(Generic[M]):
    """Words, stems and words in a row -> what they mean."""

    def __init__(self, lists: Mapping[M, str]) -> None:
        self.exact: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        self.stems: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        for meaning, words in lists.items():
            for entry in words.split():
                first, *rest = fold(entry).split("_")
                table = self.stems if first.endswith("*") else self.exact
                table.setdefault(first.rstrip("*"), []).append((tuple(rest), meaning))
        self.lengths = {len(stem) for stem in self.stems}

    def at(self, text: Text, position: int) -> Iterable[tuple[M, int]]:
        """The meanings of what begins at a token, each with how many tokens it takes."""
        for rest, meaning in self._find(text.word(position)):
            if all(
                _fits(text.word(position + step), part) for step, part in enumerate(rest, start=1)
            ):
                yield meaning, 1 + len(rest)

    def of(self, word: str) -> set[M]:
        """The meanings of a single word."""
        return {meaning for rest, meaning in self._find(word) if not rest}

    def _find(self, word: str) -> Iterable[tuple[tuple[str, ...], M]]:
        """What begins with a word: the words behind it, and the meaning."""
        yield from self.exact.get(word, ())
        for length in self.lengths:
            if length <= len(word):
                yield from self.stems.get(word[:length], ())


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
