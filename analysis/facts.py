"""The facts of a figure in words: what its page says, in the dashboard and on the static site.

Both once had words of their own, and they had drifted apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.changes import changes_of
from loaders.ledger import Ledger
from loaders.records import Article, Citation, Figure
from loaders.selection import humanise
from loaders.sentences import say_population, say_quantity, say_when, upper
from loaders.words import Status

LANGUAGES = {
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hr": "Croatian",
    "hu": "Hungarian",
    "is": "Icelandic",
    "it": "Italian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nb": "Norwegian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovene",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as a list of a figure's articles shows it."""

    title: str
    url: str
    language: str
    """ISO 639-1, of the title; empty where the outlet stands for a title."""
    details: str
    """Outlet, date and whatever else, on one line."""
    changes: tuple[str, ...] = ()
    """What it printed differently."""
    kept: str = ""
    """Address of a kept copy."""


def say_title(ledger: Ledger, figure: Figure) -> str:
    """`More than 18,000 people`."""
    return upper(say_quantity(ledger, figure))


def say_status(figure: Figure) -> str:
    """What became of the claim; nothing where it stands as stated."""
    if figure.status == Status.CURRENT:
        return ""
    return f"{humanise(figure.status)}: {figure.status.definition}."


def list_facts(ledger: Ledger, figure: Figure) -> dict[str, str]:
    """What the number covers, field by field, with the definition of each word."""
    measure = ledger.measures[figure.measure]
    facts = {
        "What is counted": f"{measure.label}. {measure.definition}",
        "Offence": _define_offence(ledger, figure),
        "For whom": say_population(ledger, figure),
        "When": _say_time(ledger, figure),
        "Stated as": f"{humanise(figure.bound)}: {figure.bound.definition}",
        "Counted how": f"{humanise(figure.basis)}: {figure.basis.definition}",
        "Note": figure.note or "",
    }
    return {name: text for name, text in facts.items() if text}


def list_cited(ledger: Ledger, figure: Figure) -> list[Cited]:
    """Its articles in the order of the file, and what each made of the claim."""
    return [_cite(ledger, figure, citation) for citation in figure.citations]


def _define_offence(ledger: Ledger, figure: Figure) -> str:
    if figure.offence is None:
        return ""
    offence = ledger.offences[figure.offence]
    return f"{offence.label}. {offence.definition}"


def _say_time(ledger: Ledger, figure: Figure) -> str:
    words = upper(say_when(ledger, figure))
    if figure.as_of and not figure.since and not ledger.measures[figure.measure].stock:
        return f"{words}. The claim does not say since when."
    return f"{words}."


def _cite(ledger: Ledger, figure: Figure, citation: Citation) -> Cited:
    article = ledger.articles[citation.article]
    changes = tuple(change.words for change in changes_of(ledger, figure, citation))
    details, kept = ", ".join(_list_details(article, citation)), article.archived or ""
    if article.title:
        return Cited(article.title, article.url, article.language, details, changes, kept)
    return Cited(article.outlet, article.url, "", details, changes, kept)


def _list_details(article: Article, citation: Citation) -> Iterator[str]:
    """What follows the linked title, or the outlet in its place."""
    if article.title:
        yield article.outlet
    yield article.published.words() if article.published else "undated"
    yield f"in {LANGUAGES.get(article.language, article.language)}"
    if citation.locator:
        yield citation.locator
    if citation.via:
        yield f"via {' and '.join(citation.via)}"
    if article.repost_of:
        yield f"a repost of {article.repost_of}"
