"""What is odd about figures but possible: a curator mends it, or accepts it with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loaders.dates import Date, Window
from loaders.ledger import Ledger
from loaders.nodes import Path
from loaders.problems import Problem
from loaders.records import Figure
from loaders.rules.errors import warn
from loaders.words import Basis, Status


def find_strange_parts(ledger: Ledger) -> Iterator[Problem]:
    """Warnings: a part lies in the same unit as its whole, or in one below it."""
    above = {key: unit.parent for key, unit in ledger.units.items()}
    for id, figure in ledger.figures.items():
        whole = ledger.figures.get(figure.part_of or "")
        if whole and not _lies_in(figure.unit, whole.unit, above):
            message = f"{figure.unit} is not within {whole.unit}, the unit of {whole.id}"
            yield warn(ledger, "part-elsewhere", "figures", id, ("unit",), message)


def _lies_in(unit: str, whole: str, above: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = unit
    while at is not None and at != whole and at not in seen:
        seen.add(at)
        at = above.get(at)
    return at == whole


def find_early_articles(ledger: Ledger) -> Iterator[Problem]:
    """Clock: no article prints a count before its window has ended, unless it is a forecast.

    A month is over on its last day; a total to date may be of any day of its month.
    """
    for id, figure in ledger.figures.items():
        if figure.basis == Basis.FORECAST or not (figure.during or figure.as_of):
            continue
        over = figure.end.last if figure.during else figure.end.first
        early = [one for one in _list_dated(ledger, figure) if one[0].last < over]
        if early:
            published, number = min(early, key=lambda one: one[0].last)
            article = figure.citations[number].article
            others = f"; {len(early)} articles were" if len(early) > 1 else ""
            is_over = " was over" if over > figure.end.first else ""
            message = f"{article} was published {published}, before the figure's {figure.end}"
            yield warn(
                ledger,
                "published-too-early",
                "figures",
                id,
                ("citations", number),
                f"{message}{is_over}{others}",
            )


def find_counts_to_come(ledger: Ledger) -> Iterator[Problem]:
    """Counts that nobody can have made yet, where no article has a date that says so."""
    for id, figure in ledger.figures.items():
        field = "during" if figure.during else "as_of"
        end = figure.during.end if figure.during else figure.as_of
        is_early = end and end.first > ledger.today and figure.basis != Basis.FORECAST
        if is_early and not any(_list_dated(ledger, figure)):
            message = f"{end} is still to come"
            yield warn(ledger, "date-to-come", "figures", id, (field,), message)


def _list_dated(ledger: Ledger, figure: Figure) -> Iterator[tuple[Date, int]]:
    """When the articles of a figure were published, with their positions, as far as known."""
    for number, citation in enumerate(figure.citations):
        article = ledger.articles.get(citation.article)
        if article and article.published:
            yield article.published, number


def find_alike(ledger: Ledger) -> Iterator[Problem]:
    """Two figures that say the same: perhaps one claim entered twice."""
    firsts: dict[tuple[str | int | date | None, ...], Figure] = {}
    for figure in ledger.figures.values():
        if figure.status == Status.MISTAKEN or not (figure.during or figure.as_of):
            continue
        first = firsts.setdefault(_say_what(figure), figure)
        if first is not figure:
            message = f"says the same as {first.id}, {ledger.line_of('figures', first.id)}"
            alike = (first.id, figure.id)
            yield warn(ledger, "alike", "figures", figure.id, (), message, figures=alike)


def _say_what(figure: Figure) -> tuple[str | int | date | None, ...]:
    """Everything that two figures have in common where they are one claim.

    A window has its days, however they are written: 2024-02 is 2024-02-01/2024-02-29, and a total
    since a day is a window too. A word is one word in capitals or without.
    """
    scope = (figure.claimant, figure.measure, figure.offence, figure.unit)
    words = [word and word.casefold() for word in (figure.category, figure.place)]
    count, during = figure.count, figure.during
    since = figure.since.first if figure.since else None
    start, end = (during.start.first, during.end.last) if during else (since, figure.end.first)
    days = (start, end, figure.end.last)
    return (*scope, *words, count.low, count.high, *days, figure.per)


def find_unchanged(ledger: Ledger) -> Iterator[Problem]:
    """`printed` that names what does not differ."""
    for id, figure in ledger.figures.items():
        for number, citation in enumerate(figure.citations):
            printed = citation.printed
            for field in printed.model_fields_set if printed else ():
                assert printed is not None
                if _are_same(printed.stated(field), getattr(figure, field)):
                    path: Path = ("citations", number, "printed", field)
                    message = "is the same as the claim; printed names only what differs"
                    yield warn(ledger, "printed-same", "figures", id, path, message)


def _are_same(stated: object, claimed: object) -> bool:
    """Whether two values say the same; windows are the same where their days are."""
    match stated, claimed:
        case Window() as one, Window() as other:
            return one.same_days(other)
    return stated == claimed


def find_missing_successors(ledger: Ledger) -> Iterator[Problem]:
    """Figures that are called superseded, though no figure supersedes them."""
    successors = {
        figure.supersedes for figure in ledger.figures.values() if figure.status != Status.MISTAKEN
    }
    for id, figure in ledger.figures.items():
        if figure.status == Status.SUPERSEDED and id not in successors:
            message = f"is superseded, but no figure has supersedes: {id}"
            yield warn(ledger, "superseded-by-none", "figures", id, ("status",), message)
