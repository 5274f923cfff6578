"""What is odd but possible: a warning that a curator mends, or accepts with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from loaders.duplicates import fold_address
from loaders.ledger import Ledger
from loaders.problems import Problem
from loaders.records import Figure
from loaders.rules.errors import Path, warn
from loaders.words import Basis


def find_poor_articles(ledger: Ledger) -> Iterator[Problem]:
    """Warnings: articles without title or date, used by no record, or entered twice."""
    addresses: dict[str, str] = {}
    used = _cited(ledger)
    for key, article in ledger.articles.items():
        if article.title is None:
            yield warn(ledger, "article-without-title", "articles", key, (), "has no title")
        if article.published is None:
            message = "has no date of publication"
            yield warn(ledger, "article-without-date", "articles", key, (), message)
        if key not in used:
            message = "is cited by no figure, gap or event"
            yield warn(ledger, "article-not-cited", "articles", key, (), message)
        if (first := addresses.setdefault(fold_address(article.url), key)) != key:
            message = f"has the same address as {first}"
            yield warn(ledger, "article-twice", "articles", key, ("url",), message)


def _cited(ledger: Ledger) -> set[str | None]:
    """Keys of the articles that records name."""
    figures, contexts = ledger.figures.values(), (ledger.gaps.values(), ledger.events.values())
    found = {citation.article for figure in figures for citation in figure.citations}
    asserted = {assertion.article for figure in figures for assertion in figure.asserts}
    disputed = {dispute.article for figure in figures for dispute in figure.disputed_by}
    return found | asserted | disputed | {one.article for some in contexts for one in some}


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
    """Clock: no article prints a count before its window has ended, unless it is a forecast."""
    for id, figure in ledger.figures.items():
        if figure.basis == Basis.FORECAST or not (figure.during or figure.as_of):
            continue
        for number, citation in enumerate(figure.citations):
            article = ledger.articles.get(citation.article)
            if article and article.published and article.published.last < figure.end.first:
                message = (
                    f"{citation.article} was published {article.published}, "
                    f"before the figure's {figure.end}"
                )
                path: Path = ("citations", number)
                yield warn(ledger, "published-too-early", "figures", id, path, message)


def find_alike(ledger: Ledger) -> Iterator[Problem]:
    """Two figures that say the same: perhaps one claim entered twice."""
    near: defaultdict[tuple[str, str, int], list[Figure]] = defaultdict(list)
    for figure in ledger.figures.values():
        near[figure.claimant, figure.unit, figure.count.low].append(figure)
    for figures in near.values():
        if len(figures) > 1:
            yield from _find_alike(ledger, figures)


def _find_alike(ledger: Ledger, figures: Iterable[Figure]) -> Iterator[Problem]:
    firsts: dict[tuple[str | int | None, ...], Figure] = {}
    for figure in figures:
        if not (figure.during or figure.as_of):
            continue
        first = firsts.setdefault(_say_what(figure), figure)
        if first is not figure:
            message = f"says the same as {first.id}, {ledger.line_of('figures', first.id)}"
            alike = (first.id, figure.id)
            yield warn(ledger, "alike", "figures", figure.id, (), message, figures=alike)


def _say_what(figure: Figure) -> tuple[str | int | None, ...]:
    """Everything that two figures have in common where they are one claim."""
    scope = (figure.claimant, figure.measure, figure.offence, figure.unit, figure.category)
    count, during = figure.count, figure.during
    start, end = (during.start, during.end) if during else (figure.since or figure.end, figure.end)
    return (*scope, figure.place, count.low, count.high, start.text, end.text, figure.kind)
