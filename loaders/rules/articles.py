"""What is odd about articles but possible: dates, addresses and outlets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from unicodedata import normalize

from loaders.ledger import Ledger
from loaders.problems import Problem, quote
from loaders.rules.duplicates import find_tracking, fold_address
from loaders.rules.errors import warn

_HOST = re.compile(r"https?://([^/:?#]+)", re.IGNORECASE)
_MIRROR = re.compile(
    r"[0-9.]+|(?:[^.]+\.)+(?:appspot\.com|run\.app|web\.app|cloudfront\.net|azureedge\.net|"
    r"amazonaws\.com|herokuapp\.com|pages\.dev|workers\.dev|translate\.goog|ampproject\.org)",
    re.IGNORECASE,
)
"""Hosts that anyone may rent for a copy of another site, and bare numbers."""
_APOSTROPHES = re.compile(r"[\s'\u2018\u2019\u02bc\u02b9\u0060\u00b4\u2032]")


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
        if host and _MIRROR.fullmatch(host[1]):
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
            message = f"{_show(article.outlet)} is written {_show(usual)} elsewhere, {often}"
            yield warn(ledger, "outlet-spelling", "articles", key, ("outlet",), message)


def _fold(outlet: str) -> str:
    return _APOSTROPHES.sub("", normalize("NFKC", outlet).casefold())


def _is_plain(outlet: str) -> tuple[bool, bool]:
    """Which of two spellings that are used as often is the likelier one."""
    return normalize("NFKC", outlet) == outlet, outlet != outlet.lower()


def _show(outlet: str) -> str:
    """In quotes; blanks that only look like ordinary ones by their number."""
    odd = re.sub(r"[^\S ]", lambda found: f"[U+{ord(found[0]):04X}]", outlet)
    return quote(odd)
