"""The claimants, units and places that a text names, however it spells them.

A name is its words: a word of an institution by what it means in three languages (`прокурор*` is
prosecutor), any other by its sound in Latin letters, without its ending (`Бутусова` is Butusov).
A rare word says more than a common one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.ledger import Ledger, once
from loaders.words import Kind
from reading.vocabulary import CATEGORIES, NAME_WORDS
from reading.words import Lexicon, Text, fold, listed

ENOUGH = 0.5
"""Share of a name, weighed by how rare its words are, that must be there."""
WINDOW = 7
"""Tokens around the rarest word of a name in which its others may stand."""
_SOUNDS = str.maketrans(
    "абвгґдеєзиіїйклмнопрстуўфхыэюя", "abvhhdeeziiiiklmnoprstuufhieua", "ьъ'"
) | str.maketrans({"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch"})
_SAME = (("kh", "h"), ("g", "h"), ("shch", "sch"), ("y", "i"), ("w", "v"), ("ia", "a"), ("iu", "u"),
         ("ie", "e"), ("ii", "i"), ("x", "ks"), ("cho", "che"), ("sho", "she"))  # fmt: skip
_STOP = listed(
    """of the and for in at on a an from to with by near da de la du d'asile former
    self-proclaimed people's office head who released quoted its their unnamed anonymous
    member"""
)
_LEXICON = Lexicon(NAME_WORDS)
_OWN = listed(" ".join(NAME_WORDS))
_FORCES = listed("russia russian ukraine")
"""Words of a name that are often left out: `the General Staff`."""
_ECHELONS = listed("brigade regiment division army battalion company base district")
_ASIDE = re.compile(r"(?<!\s)\s*\([^()]*\)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SECOND_NAME = re.compile(r"[A-Z]{2,}|[A-Z]\w+ (?!region|channel)\w+")
"""What stands in brackets and is another name: `HUR`, `Khochu zhit`; no description."""
_PARTS_OF_SPEECH = re.compile(r"[^\W_]+(?:['’-][^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to call a claimant, a unit or a place."""

    kind: str
    key: str
    words: frozenset[str]
    number: str = ""
    """The number of a unit, which must be there."""
    capital: bool = False
    """One word that is also a common one, so that it needs its capital letter."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text."""

    kind: str
    key: str
    place: int
    """The token that gave it away."""
    share: float
    tokens: frozenset[int]


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a ledger, found by the rarest of their words."""

    by_word: dict[str, list[Name]]
    stems: dict[str, list[str]]
    """First letters of a stem -> the stems that begin so."""
    weight: dict[str, float]


def sound(word: str) -> str:
    """A word by its sound in Latin letters: `Бойко` and `Boyko` are `boiko`."""
    heard = fold(word).translate(_SOUNDS)
    for letters, same in _SAME:
        heard = heard.replace(letters, same)
    return re.sub(r"(.)\1", r"\1", heard)


def _stem(heard: str) -> str:
    stem = heard.rstrip("aeiou")
    return stem if len(stem) >= 4 else heard


@once
def names_of(ledger: Ledger) -> Names:
    """The names of a ledger, ready to be looked for."""
    names = [*_claimants(ledger), *_units(ledger), *_places(ledger), *_categories(ledger)]
    count = Counter(word for name in names for word in name.words)
    weight = {word: number**-0.5 for word, number in count.items()}
    by_word: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        rarest = max(name.words, key=lambda word: (weight[word], word))
        by_word[name.number or rarest].append(name)
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for word in count:
        stems[word[:4]].append(word)
    return Names(dict(by_word), dict(stems), weight)


def _words(text: str) -> frozenset[str]:
    """The words of a name as they are looked for."""
    found: set[str] = set()
    for part in _PARTS_OF_SPEECH.findall(text):
        word = fold(part).removesuffix("'s")
        if word in _STOP:
            continue
        if number := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word):
            found.add(number[1])
        else:
            found |= _meanings(word) or {_stem(sound(word))}
    return frozenset(found)


def _meanings(word: str) -> set[str]:
    return {part for meaning in _LEXICON.of(word) for part in meaning.split()} | ({word} & _OWN)


def _claimants(ledger: Ledger) -> Iterator[Name]:
    names = [one.name for one in ledger.claimants.values()]
    known = " ".join([*names, *(one.outlet for one in ledger.articles.values())])
    for key, claimant in ledger.claimants.items():
        main = _ASIDE.sub("", claimant.name)
        inner = [one for one in _IN_BRACKETS.findall(claimant.name) if known.count(one) == 1]
        calls = [main, *claimant.aliases, *filter(_SECOND_NAME.fullmatch, inner)]
        if claimant.kind == Kind.INDIVIDUAL and re.fullmatch(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+", main):
            calls.append(main.split()[1])
        for call in calls:
            if words := _words(call):
                is_common = " " not in call and not call.isupper()
                yield Name("claimant", key, words, capital=is_common)


def _units(ledger: Ledger) -> Iterator[Name]:
    for key, unit in ledger.units.items():
        if unit.parent is None:
            continue
        for call in (_ASIDE.sub("", unit.name), *unit.aliases):
            words = _words(call)
            number = max(filter(str.isdigit, words), default="")
            if words - {number}:
                yield Name("unit", key, words, number)


_COMMON_PLACES = _words("region krai republic district territories")


def _places(ledger: Ledger) -> Iterator[Name]:
    for place in dict.fromkeys(one.place for one in ledger.figures.values()):
        if place and (words := _words(place) - _COMMON_PLACES):
            yield Name("place", place, words)


def _categories(ledger: Ledger) -> Iterator[Name]:
    """Categories of personnel that have no words of their own in the vocabulary."""
    for category in dict.fromkeys(one.category for one in ledger.figures.values()):
        if category and category not in CATEGORIES and (words := _words(category)):
            yield Name("category", category, words)


def find_mentions(ledger: Ledger, text: Text, counted: set[int]) -> list[Mention]:
    """The names in a text; `counted` are tokens of numbers, which are no numbers of units."""
    names = names_of(ledger)
    known = {word: _hear(names, word) for word in {token.word for token in text.tokens}}
    heard = [
        set() if position in counted else known[token.word]
        for position, token in enumerate(text.tokens)
    ]
    found = [
        mention
        for position, words in enumerate(heard)
        for word in words
        for name in names.by_word.get(word, ())
        if (mention := _find(text, names, heard, position, name))
    ]
    return _keep_best(found)


def _hear(names: Names, word: str) -> set[str]:
    """The words of names that a word of the text can be."""
    if word.isdigit():
        return {word}
    word = word.removesuffix("'s")
    meanings = {meaning for part in (word, *word.split("-")) for meaning in _meanings(part)}
    heard = sound(word)
    stems = {
        stem
        for stem in names.stems.get(heard[:4], ())
        if heard.startswith(stem) and len(heard) <= len(stem) + (4 if len(stem) > 5 else 2)
    }
    return stems | meanings


def _find(
    text: Text, names: Names, heard: Sequence[set[str]], position: int, name: Name
) -> Mention | None:
    """The name around its rarest word, if enough of it is there."""
    if name.capital and not text.tokens[position].capital:
        return None
    around = range(max(0, position - WINDOW), min(len(heard), position + WINDOW + 1))
    nearest_last = sorted(around, key=lambda place: -abs(place - position))
    places = {word: place for place in nearest_last for word in heard[place] if word in name.words}
    needed = [word for word in name.words if word in places or word not in _FORCES]
    there, total = (sum(names.weight[word] for word in words) for words in (places, needed))
    share = there / total
    sizes = places.keys() & _ECHELONS
    if name.number and not (sizes or places.keys() == name.words):
        return None
    if name.number and any(places[size] < position for size in sizes):
        return None
    if share < ENOUGH or len(places) < min(2, len(needed)):
        return None
    return Mention(name.kind, name.key, position, share, frozenset(places.values()))


def _keep_best(found: Sequence[Mention]) -> list[Mention]:
    """Of names that share their words, those of which most is there; equal ones all."""
    best: dict[tuple[str, int], float] = {}
    for one in found:
        for token in one.tokens:
            size = one.share * len(one.tokens)
            best[one.kind, token] = max(best.get((one.kind, token), 0.0), size)
    return [
        one
        for one in found
        if any(best[one.kind, token] <= one.share * len(one.tokens) for token in one.tokens)
    ]


def tokens_of(mentions: Iterable[Mention], kind: str) -> set[int]:
    """The tokens that belong to names of a kind."""
    return {token for one in mentions if one.kind == kind for token in one.tokens}
