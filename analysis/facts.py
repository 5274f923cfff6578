"""The facts of a figure in words: what its page says, in the dashboard and on the static site.

Both once had words of their own, and they had drifted apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.arithmetic import Verdict, check_assertions
from analysis.changes import changes_of
from analysis.rivals import rivals_of
from analysis.wording import COUNT_LIMITS, OPEN_START
from loaders.ledger import Ledger
from loaders.records import Article, Citation, Figure
from loaders.sentences import (
    has_open_start,
    join_names,
    say_measure,
    say_population,
    say_quantity,
    say_when,
    upper,
)
from loaders.words import Bound, Status, humanise

LANGUAGES = {
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
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
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovene",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}

_BEYOND = {
    Bound.AT_LEAST: "a lower end",
    Bound.MORE_THAN: "a lower end",
    Bound.UP_TO: "an upper end",
    Bound.LESS_THAN: "an upper end",
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


@dataclass(frozen=True, slots=True)
class Calculated:
    """What articles calculate from two figures, each such statement once."""

    figure: Figure
    other: Figure
    verdict: Verdict
    words: str
    """`10 times: 284 / 28 = 10.14, it bears out. Asked an …. Stated by Dagens and Novini.`"""


def list_calculations(ledger: Ledger, figure: Figure | None = None) -> list[Calculated]:
    """What articles calculate, of the whole file or with one figure, calculated again."""
    outlets: dict[tuple[str, str, str], list[str]] = {}
    checks = {}
    for check in check_assertions(ledger):
        if figure is None or figure.id in (check.figure.id, check.other.id):
            key = (check.figure.id, check.other.id, check.said)
            checks[key] = check
            outlets.setdefault(key, []).append(ledger.articles[check.article].outlet)
    return [
        Calculated(
            check.figure,
            check.other,
            check.verdict,
            f"{check.said}. {_say_sides(ledger, check.figure, check.other)}. "
            f"Stated by {join_names(dict.fromkeys(outlets[key]))}.",
        )
        for key, check in checks.items()
    ]


def _say_sides(ledger: Ledger, figure: Figure, other: Figure) -> str:
    """What the two numbers are: `Verdicts, Russian forces, in 2024 and in 2023; verdicts, not …`"""
    what, compared = (
        f"{say_measure(ledger, one.measure, one.offence)}, {say_population(ledger, one)}, "
        for one in (figure, other)
    )
    times = (say_when(ledger, figure), say_when(ledger, other))
    sides = f"{what}{times[0]} and {compared if compared != what else ''}{times[1]}"
    counts = ledger.measures[figure.measure].counts
    return upper(f"{sides}; {COUNT_LIMITS[counts]}" if counts in COUNT_LIMITS else sides)


def say_title(ledger: Ledger, figure: Figure) -> str:
    """`More than 18,000 people`."""
    return upper(say_quantity(ledger, figure))


def say_status(figure: Figure) -> str:
    """What became of the claim; nothing where it stands as stated."""
    if figure.status == Status.CURRENT:
        return ""
    return f"{humanise(figure.status)}: {figure.status.definition}."


def say_open_question(ledger: Ledger, figure: Figure) -> str:
    """What a reader should ask before using it, the gravest first; nothing where all is said."""
    if figure.disputed_by:
        names = dict.fromkeys(ledger.name_of(one.claimant) for one in figure.disputed_by)
        return f"Is it right? {join_names(names)} disputes it."
    if has_open_start(ledger, figure):
        return f"Since when? {upper(OPEN_START)}, so it stands for no month or year."
    rivals = [one for one in rivals_of(ledger, figure) if one.same_window]
    if rivals:
        others = (
            "1 other claimant gives" if len(rivals) == 1 else f"{len(rivals)} other claims give"
        )
        return f"Who is nearest? {others} another number for the same time."
    if figure.bound in _BEYOND:
        return f"How many exactly? Only {_BEYOND[figure.bound]} is stated."
    return ""


def list_facts(ledger: Ledger, figure: Figure) -> dict[str, str]:
    """What the number covers, field by field, with the definition of each word."""
    measure, offence = ledger.measures[figure.measure], ledger.offences.get(figure.offence or "")
    facts = {
        "What is counted": f"{measure.label}. {measure.definition}",
        "Offence": f"{offence.label}. {offence.definition}" if offence else "",
        "For whom": say_population(ledger, figure),
        "When": _say_time(ledger, figure),
        "Stated as": f"{humanise(figure.bound)}: {figure.bound.definition}",
        "Counted how": f"{humanise(figure.basis)}: {figure.basis.definition}",
        "Note": figure.note or "",
    }
    return {name: text for name, text in facts.items() if text}


def list_cited(ledger: Ledger, figure: Figure) -> list[Cited]:
    """Its articles in the order of `Ledger.citations_of`, and what each made of the claim."""
    return [_cite(ledger, figure, citation) for citation in ledger.citations_of(figure)]


def _say_time(ledger: Ledger, figure: Figure) -> str:
    start = " The claim does not say since when." if has_open_start(ledger, figure) else ""
    return f"{upper(say_when(ledger, figure))}.{start}"


def _cite(ledger: Ledger, figure: Figure, citation: Citation) -> Cited:
    article = ledger.articles[citation.article]
    changes = tuple(change.words for change in changes_of(ledger, figure, citation))
    details, kept = ", ".join(_list_details(article, citation)), article.archived or ""
    title, language = (article.title, article.language) if article.title else (article.outlet, "")
    return Cited(title, article.url, language, details, changes, kept)


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
