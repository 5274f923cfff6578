"""Every rule in one place: a ledger in, every problem with it out.

A ledger that differs in a few records from one that was checked is asked only about those, and
about what they could change elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from loaders.ledger import Ledger
from loaders.listing import find_changed
from loaders.problems import RULES, Place, Problem
from loaders.records import Figure
from loaders.rules import errors, references, warnings
from loaders.source import Node

Rule = Callable[[Ledger], Iterator[Problem]]

OF_EACH: tuple[Rule, ...] = (
    references.find_unknown_references,
    errors.find_broken_trees,
    errors.find_wrong_windows,
    errors.find_wrong_offences,
    errors.find_wrong_bounds,
    errors.find_wrong_citations,
    errors.find_wrong_asserts,
    errors.find_wrong_corrections,
    errors.find_wrong_claimants,
    errors.find_wrong_curation,
    errors.find_unknown_acceptances,
    warnings.find_strange_parts,
    warnings.find_early_articles,
)
"""What they say of a figure follows from it and from the records that it names."""
OF_ARTICLES: tuple[Rule, ...] = (warnings.find_poor_articles,)
"""What they say follows from the articles and from which of them are cited."""
OF_ALL: tuple[Rule, ...] = (references.find_repeated_ids, warnings.find_alike)
"""They hold figures against each other, and name lines."""
CHECKS = (*OF_EACH, *OF_ARTICLES, *OF_ALL)
WARN_OF_EACH = ("part-elsewhere", "published-too-early")
WARN_OF_ARTICLES = tuple(rule for rule in RULES if rule.startswith("article-"))
"""What the rules in OF_EACH and OF_ARTICLES warn of; all else that they say is an error."""


def check(ledger: Ledger) -> Iterator[Problem]:
    """Every problem that the rules find, in no order."""
    for rule in CHECKS:
        yield from rule(ledger)


def recheck(before: Ledger, ledger: Ledger) -> Iterator[Problem]:
    """The same problems, where only figures and articles differ from `before`, which loaded.

    A record that is the same object is the same. Warnings of what is the same, and names nothing
    else, are kept, at their new places.
    """
    articles = find_changed(before.articles, ledger.articles)
    figures = find_changed(before.figures, ledger.figures)
    concerned = _find_concerned(ledger, figures, articles)
    part = ledger.only(concerned)
    asked = [(rule, part) for rule in OF_EACH]
    asked.extend((rule, ledger) for rule in OF_ALL)
    same_articles = not articles and _cite(before, figures) == _cite(ledger, figures)
    if not same_articles:
        asked.extend((rule, ledger) for rule in OF_ARTICLES)
    for rule, some in asked:
        yield from rule(some)
    for warning in before.warnings:
        if warning.rule in WARN_OF_EACH:
            (id,) = warning.figures
            if id in ledger.figures and id not in concerned:
                yield _move(warning, before.place("figures", id), ledger.place("figures", id))
        elif warning.rule in WARN_OF_ARTICLES and same_articles:
            yield _move(warning, before.source["articles"], ledger.source["articles"])


def _find_concerned(ledger: Ledger, figures: set[str], articles: set[str]) -> set[str]:
    """Ids of these figures, as far as they are there, and of those that name one of the records."""
    return {
        id
        for id, figure in ledger.figures.items()
        if id in figures
        or figure.part_of in figures
        or figure.supersedes in figures
        or (figure.asserts and any(one.of in figures for one in figure.asserts))
        or (articles and not articles.isdisjoint(_named_articles(figure)))
    }


def _cite(ledger: Ledger, figures: set[str]) -> set[str]:
    """Keys of the articles that these figures name, as far as they are there."""
    there = (ledger.figures[id] for id in figures if id in ledger.figures)
    return {article for figure in there for article in _named_articles(figure)}


def _named_articles(figure: Figure) -> Iterator[str]:
    yield from (citation.article for citation in figure.citations)
    yield from (assertion.article for assertion in figure.asserts)
    yield from (dispute.article for dispute in figure.disputed_by)


def _move(warning: Problem, before: Place | Node, now: Place | Node) -> Problem:
    """A warning about what stood on one line and now stands on another."""
    place = replace(warning.place, line=warning.place.line + now.line - before.line)
    return replace(warning, place=place)
