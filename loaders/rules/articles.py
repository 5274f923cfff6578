"""What is odd about articles but possible: dates, addresses and outlets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from unicodedata import category, normalize

from loaders.ledger import Ledger
from loaders.problems import Problem, quote
from loaders.rules.duplicates import fold_address
from loaders.rules.errors import warn
from loaders.tracking import find_tracking

_HOST = re.compile(r"https?://([^/:?#]+)", re.IGNORECASE)
_MIRROR = re.compile(
    r"[0-9.]+|(?:[^.]+\.)+(?:appspot\.com|run\.app|web\.app|firebaseapp\.com|googleapis\.com|"
    r"googleusercontent\.com|translate\.goog|ampproject\.org|cloudfront\.net|amazonaws\.com|"
    r"azureedge\.net|azurefd\.net|azurewebsites\.net|windows\.net|fastly\.net|akamaized\.net|"
    r"b-cdn\.net|herokuapp\.com|onrender\.com|fly\.dev|pages\.dev|workers\.dev|r2\.dev|"
    r"netlify\.app|vercel\.app|trycloudflare\.com|ngrok\.io|ngrok-free\.app)",
    re.IGNORECASE,
)
"""Hosts that anyone may rent for a copy of another site, and bare numbers."""
_LOOK_ALIKE = str.maketrans("асеіјорѕухѵвнкмтԁαορυχ", "aceijopsyxvbhkmtdaopyx")
"""Small letters of Cyrillic and Greek that, or whose capitals, look like ours."""
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_KEPT = ("Ll", "Lo", "Nd")
"""Letters and digits; an apostrophe may be a letter too, a modifying one."""


def find_poor_articles(ledger: Ledger) -> Iterator[Problem]:
    """Articles without title or date, or entered twice."""
    addresses: dict[str, str] = {}
    for key, article in ledger.articles.items():
        if article.title is None:
            yield warn(ledger, "article-without-title", "articles", key, (), "has no title")
        if article.published is None:
            message = "has no date of publication"
            yield warn(ledger, "article-without-date", "articles", key, (), message)
        if (first := addresses.setdefault(fold_address(article.url), key)) != key:
            message = f"has the same address as {first}"
            yield warn(ledger, "article-twice", "articles", key, ("url",), message)


def find_dates_to_come(ledger: Ledger) -> Iterator[Problem]:
    """Articles that nobody can have read yet."""
    for key, article in ledger.articles.items():
        for field in ("published", "read"):
            day = getattr(article, field)
            if day and day.first > ledger.today:
                message = f"{day} is still to come"
                yield warn(ledger, "date-to-come", "articles", key, (field,), message)


def find_strange_addresses(ledger: Ledger) -> Iterator[Problem]:
    """Addresses that will not last, or that say who came from where."""
    for key, article in ledger.articles.items():
        host = _HOST.match(article.url)
        assert host is not None
        if _MIRROR.fullmatch(host[1]):
            message = f"{host[1]} only mirrors other sites; give the address of the outlet itself"
            yield warn(ledger, "address-mirrors", "articles", key, ("url",), message)
        if names := find_tracking(article.url):
            message = f"{', '.join(names)} in the address only tracks readers; delete it"
            yield warn(ledger, "address-tracks", "articles", key, ("url",), message)


def find_other_spellings(ledger: Ledger) -> Iterator[Problem]:
    """One outlet in two spellings is two outlets in every count; the one used most is named."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in ledger.articles.values():
        spellings[_fold(article.outlet)][article.outlet] += 1
    for key, article in ledger.articles.items():
        counted = spellings[_fold(article.outlet)]
        usual = max(counted, key=lambda one: (counted[one], _is_plain(one)))
        if article.outlet != usual:
            often = "once" if counted[usual] == 1 else f"{counted[usual]} times"
            shown = f"{_show(article.outlet, usual)} is written {_show(usual, usual)}"
            message = f"{shown} elsewhere, {often}"
            yield warn(ledger, "outlet-spelling", "articles", key, ("outlet",), message)


def _fold(outlet: str) -> str:
    """What is left without case, accents, blanks and signs, letters that look alike as one.

    In the name of a site every sign counts.
    """
    letters = normalize("NFKD", normalize("NFKC", outlet).casefold())
    if _SITE.fullmatch(outlet):
        return letters
    kept = "".join(one for one in letters if category(one) in _KEPT)
    return kept.translate(_LOOK_ALIKE) or outlet


def _is_plain(outlet: str) -> tuple[bool, ...]:
    """Which of two spellings that are used as often is the likelier one."""
    words = outlet.split(" ")
    return (
        normalize("NFKC", outlet) == outlet and "" not in words,
        not any(_has_two_scripts(word) for word in words),
        outlet != outlet.lower(),
        len(words) == 1 or outlet != outlet.upper(),
    )


def _has_two_scripts(word: str) -> bool:
    letters = [one for one in normalize("NFKD", word) if one.isalpha()]
    return len({one.isascii() for one in letters}) > 1


def _show(outlet: str, other: str) -> str:
    """In quotes; what only looks like a blank, or like the letter of the other, by its number."""
    beside = other if len(other) == len(outlet) else outlet
    shown = (
        f"[U+{ord(one):04X}]" if _is_odd(one) or _is_in_disguise(one, mate) else one
        for one, mate in zip(outlet, beside, strict=True)
    )
    return quote("".join(shown))


def _is_odd(letter: str) -> bool:
    return letter.isspace() and letter != " "


def _is_in_disguise(letter: str, mate: str) -> bool:
    """Whether a letter is another than its mate though one cannot see it."""
    pair = (letter, mate)
    folded = [one.casefold().translate(_LOOK_ALIKE) for one in pair]
    return letter.casefold() != mate.casefold() and folded[0] == folded[1]
