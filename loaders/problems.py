"""What is wrong with a file, said so that a curator can mend it: place, record, field, sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

MAX_QUOTED = 60
_LIKE_DIGITS = {"O": "0", "o": "0", "I": "1", "l": "1"}
_ALMOST_A_NUMBER = re.compile(r"(?=.*[0-9])[0-9OoIl.,/ -]+", re.ASCII)
_SIGNS = {"\u2212": "-", "\u2044": "/", "\u2215": "/"}
"""What stands for a sign that is typed, by its looks alone."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


GROUPS = {
    "does not add up": {
        "ten-times": "A count with a digit too many or too few, beside the others of its line.",
        "totals-differ": "Two totals of one line and day with different counts.",
        "total-disagrees": "A running total that grew by another amount than its periods "
        "add up to.",
        "falling-total": "A running total that falls, with no correction or restart recorded.",
        "assertion-fails": "Arithmetic stated in an article that the two figures do not bear out.",
        "part-above-whole": "A part whose lower end lies above the upper end of its whole.",
        "parts-above-whole": "Parts of one breakdown that together exceed their whole.",
    },
    "is odd": {
        "date-to-come": "An article, or a count that is no forecast, of a day after that on which "
        "the file was read.",
        "published-too-early": "An article printed a figure before the figure's window was over.",
        "alike": "Two figures with the same claimant, measure, offence, unit, count and window.",
        "article-twice": "Two articles with one address: perhaps one article entered twice.",
        "superseded-by-none": "A figure with status: superseded that no figure supersedes.",
        "part-elsewhere": "A part that counts another unit than its whole, or one above it.",
        "printed-same": "`printed` repeats the claim; it names only what differs.",
        "printed-rounds": "`printed` only rounds the claim or says its time less exactly.",
        "printed-bound": "`printed` puts the bound of the same number in other words, "
        "without turning it round.",
        "outlet-spelling": "An outlet in two spellings: case, blanks or apostrophes differ.",
        "address-mirrors": "An address whose host only mirrors other sites.",
        "address-tracks": "An address with words that only track its readers.",
        "article-not-cited": "An article in the file that no record names.",
        "claimant-not-used": "A claimant in the file that no record names.",
        "unit-not-used": "A unit in the file that no record names, nor any unit below it.",
        "accepts-nothing": "`accepts` names a rule that finds nothing here.",
    },
    "is missing": {
        "article-without-title": "An article whose title is not known.",
        "article-without-date": "An article whose date of publication is not known.",
    },
}
"""What the warnings of some rules have in common -> those rules, and what each one means.

What a curator should look at first comes first, here and wherever warnings are listed.
"""
RULES = {rule: meaning for rules in GROUPS.values() for rule, meaning in rules.items()}
"""The warnings a curator may accept with `accepts: [rule]`, and what each one means."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file name, line and column, both counted from 1 (0: whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault or oddity; `str()` is the line that `desertion check` prints."""

    place: Place
    message: str
    severity: Severity = Severity.ERROR
    record: str = ""
    field: str = ""
    rule: str = ""
    accepted: bool = False
    figures: tuple[str, ...] = ()
    """Ids of the figures a warning is about, for links."""

    def __str__(self) -> str:
        kind = "accepted" if self.accepted else str(self.severity)
        named = [part for part in (self.record, self.field) if part]
        return ": ".join([str(self.place), kind, *named, self.message])

    def as_json(self) -> dict[str, Any]:
        """The same as plain data, for `check --json`."""
        return {
            "file": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "severity": str(self.severity),
            "rule": self.rule,
            "record": self.record,
            "field": self.field,
            "message": self.message,
            "accepted": self.accepted,
            "figures": list(self.figures),
        }


class Refused(Exception):
    """A file that cannot be used: all its errors, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def quote(text: str) -> str:
    """Text from the file inside a message: in quotes, on one line, never long."""
    line = text.replace("\n", "\\n")
    return f'"{line}"' if len(line) <= MAX_QUOTED else f'"{line[: MAX_QUOTED - 3]}…"'


def label_of(section: str, key: str) -> str:
    """What messages call an entry: its key, or `gap 3` for one without."""
    if key.isdigit():
        return f"{section.removesuffix('s')} {key}"
    return key if key.isprintable() and len(key) <= MAX_QUOTED else quote(key)


def name_foreign(text: str) -> str:
    """What only looks like one of our letters, digits or signs: `2О4` with a Cyrillic О."""
    at = next((at for at, letter in enumerate(text) if not letter.isascii()), None)
    if at is None:
        return ""
    name = unicodedata.name(text[at], "no letter").lower()
    typed = f"; write {mend}" if (mend := _find_typed(text[at])) else ""
    return f"; its character {at + 1} is U+{ord(text[at]):04X}, {name}{typed}"


def name_no_digit(text: str) -> str:
    """The same where digits are due, and a letter is typed for one: `2O4`, `l5`."""
    if not _ALMOST_A_NUMBER.fullmatch(text):
        return name_foreign(text)
    found = re.search("[OoIl]", text)
    return (
        f"; its character {found.start() + 1} is the letter {found[0]}; "
        f"write {_LIKE_DIGITS[found[0]]}"
        if found
        else ""
    )


def _find_typed(letter: str) -> str:
    """What to type for a foreign digit, dash, blank or quotation mark; nothing for letters."""
    if (digit := unicodedata.decimal(letter, None)) is not None:
        return str(digit)
    signs = {"Pd": "-", "Zs": "an ordinary blank", "Pi": '"', "Pf": '"', "Ps": '"'}
    if sign := _SIGNS.get(letter) or signs.get(unicodedata.category(letter)):
        return sign
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain.isascii() else ""


def suggest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "hur"?` for the nearest known word, or nothing."""
    if len(word) > MAX_QUOTED:
        return ""
    near = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
