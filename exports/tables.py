"""The smaller tables beside the main one: their columns, and where each cell comes from.

A cell holds what the record has under the column's name, unless it is worked out here. What lists
rows takes a ledger, the rows of the main table that were chosen, and how they were chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from loaders.dates import parse_date
from loaders.ledger import Ledger
from loaders.records import Article, Figure, Gap, Printed
from loaders.selection import Filters
from loaders.sentences import say_authors
from loaders.table import COLUMNS, Column, is_origin

Row = dict[str, Any]

ARTICLE: dict[str, Column] = {
    "outlet": Column("str", "Who published the article."),
    "title": Column("str", "Its headline, in its own language."),
    "author": Column("str", "Who wrote it."),
    "published": Column("str", "Date of publication as far as known (EDTF)."),
    "language": Column("str", "Language it is written in (ISO 639-1)."),
    "url": Column("str", "Its address."),
    "archived": Column("str", "Address of a kept copy."),
    "read": Column("str", "The day on which a curator saw it (EDTF)."),
    "repost_of": Column("str", "The outlet whose article this page republishes."),
}
"""What is said of an article wherever one stands in a row."""

PRINTED: dict[str, Column] = {
    "low": Column("Int64", "Number printed instead, or the lower end of a range printed."),
    "high": Column("Int64", "Number printed instead, or the upper end of a range printed."),
    "bound": Column("str", "Bound printed instead."),
    "measure": Column("str", "What the article said was counted."),
    "offence": Column("str", "The offence the article named."),
    "unit": Column("str", "The unit the article named."),
    "category": Column("str", "The personnel category the article named."),
    "claimant": Column("str", "Whom the article named as the source: a key or a name."),
    "during": Column("str", "The window the article gave (EDTF)."),
    "as_of": Column("str", "The date the article gave for a total (EDTF)."),
    "since": Column("str", "The start the article gave for a total (EDTF)."),
    "per": Column("str", "The rate the article gave."),
}
"""What an article printed in place of the claim; empty where it kept the claim."""

CITATIONS: dict[str, Column] = {
    "figure": Column("str", "Id of the figure that the article printed."),
    "number": Column("Int64", "Place of the citation among the figure's citations, from 1."),
    "article": Column("str", "Key of the article."),
    **ARTICLE,
    "locator": Column("str", "Where in the article the figure stands."),
    "via": Column("str", "Names between the claimant and the article, in order, with ; between."),
    "origin": Column("bool", "Whether nobody is named between the claimant and the article."),
    "changed": Column("bool", "Whether the article printed something else than the claim."),
    **{f"printed_{name}": column for name, column in PRINTED.items()},
}
GAPS: dict[str, Column] = {
    "claimant": Column("str", "Key of who has no numbers."),
    "claimant_name": Column("str", "Name of who has no numbers."),
    "measure": Column("str", "Key of what is not counted."),
    "offence": Column("str", "Key of the offence, for legal measures."),
    "unit": Column("str", "Key of the unit."),
    "from": Column("str", "First time without numbers (EDTF)."),
    "to": Column("str", "Last time without numbers (EDTF); empty where the gap goes on."),
    "reason": Column("str", "Why there are none."),
    "article": Column("str", "Key of an article that reports the gap."),
    "url": Column("str", "Address of that article."),
    "note": Column("str", "What is known about it."),
}
ARTICLES: dict[str, Column] = {"article": Column("str", "Key of the article."), **ARTICLE}
CLAIMANTS: dict[str, Column] = {
    "claimant": Column("str", "Key of the claimant."),
    "claimant_name": COLUMNS["claimant_name"],
    "claimant_kind": COLUMNS["claimant_kind"],
    "claimant_side": COLUMNS["claimant_side"],
    "url": Column("str", "Its own address."),
    "aliases": Column("str", "Other names that articles give it, with ; between."),
    "rests_on": Column("str", "Key of the claimant whose numbers it passes on."),
}
UNITS: dict[str, Column] = {
    "unit": Column("str", "Key of the unit."),
    "unit_name": Column("str", "Name of the unit."),
    "parent": Column("str", "Key of the unit that it belongs to; empty for a whole force."),
    "unit_path": COLUMNS["unit_path"],
    "echelon": Column("str", "What size of formation it is."),
    "aliases": Column("str", "Other names that articles give it, with ; between."),
}


def figures_of(ledger: Ledger, rows: pd.DataFrame) -> list[Figure]:
    """The figures that the rows are about, in their order."""
    return [ledger.figures[id] for id in rows["id"].tolist()]


def articles_of(ledger: Ledger, rows: pd.DataFrame) -> list[str]:
    """Keys of the articles that printed, compared or disputed the rows' figures, as in the file."""
    used: set[str] = set()
    for figure in figures_of(ledger, rows):
        used.update(citation.article for citation in figure.citations)
        used.update(assertion.article for assertion in figure.asserts)
        used.update(dispute.article for dispute in figure.disputed_by)
    return [key for key in ledger.articles if key in used]


def list_citations(ledger: Ledger, rows: pd.DataFrame, _: Filters) -> Iterator[Row]:
    """Each article that printed one of the figures."""
    for figure in figures_of(ledger, rows):
        for number, citation in enumerate(ledger.citations_of(figure), 1):
            article = ledger.articles[citation.article]
            printed = describe_printed(citation.printed or Printed())
            yield {
                "figure": figure.id,
                "number": number,
                "article": citation.article,
                **describe_article(article),
                "locator": citation.locator,
                "via": "; ".join(citation.via) or None,
                "origin": is_origin(citation, article),
                "changed": citation.printed is not None,
                **{f"printed_{name}": value for name, value in printed.items()},
            }


def list_gaps(ledger: Ledger, _: pd.DataFrame, filters: Filters) -> Iterator[Row]:
    """The gaps within the filters on force, measure, offence, unit, claimant and time."""
    for gap in ledger.gaps.values():
        if _is_within(ledger, gap, filters):
            name, first = ledger.name_of(gap.claimant), str(gap.from_)
            url = ledger.articles[gap.article].url if gap.article else None
            yield _describe(gap, GAPS, {"claimant_name": name, "from": first, "url": url})


def list_articles(ledger: Ledger, rows: pd.DataFrame, _: Filters) -> Iterator[Row]:
    """The articles that printed, compared or disputed the figures."""
    for key in articles_of(ledger, rows):
        yield {"article": key, **describe_article(ledger.articles[key])}


def list_claimants(ledger: Ledger, _rows: pd.DataFrame, _: Filters) -> Iterator[Row]:
    """All claimants, those of figures that were not chosen too: others are disputed by them."""
    for key, claimant in ledger.claimants.items():
        own = {
            f"claimant_{name}": _text(getattr(claimant, name)) for name in ("name", "kind", "side")
        }
        aliases = "; ".join(claimant.aliases) or None
        yield _describe(claimant, CLAIMANTS, {"claimant": key, **own, "aliases": aliases})


def list_units(ledger: Ledger, _rows: pd.DataFrame, _: Filters) -> Iterator[Row]:
    """All units, each followed by those below it, for a tree with a hole is none."""
    for key in ledger.tree:
        unit = ledger.units[key]
        own = {"unit": key, "unit_name": unit.name, "unit_path": "/".join(ledger.path(key))}
        yield _describe(unit, UNITS, {**own, "aliases": "; ".join(unit.aliases) or None})


def describe_article(article: Article) -> Row:
    """Its cells; columns as in ARTICLE."""
    return _describe(article, ARTICLE, {"author": say_authors(article)})


def describe_printed(printed: Printed) -> Row:
    """What the article printed, as in PRINTED; nothing where it kept the claim."""
    count = printed.count
    ends = {"low": count.low if count else None, "high": count.high if count else None}
    return _describe(printed, PRINTED, ends)


def _describe(record: object, columns: Mapping[str, Column], worked_out: Row) -> Row:
    """The cells of a record: what was worked out, under any other column what it has, as text."""
    own = {name: _text(getattr(record, name)) for name in columns if name not in worked_out}
    return {name: worked_out.get(name, own.get(name)) for name in columns}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _is_within(ledger: Ledger, gap: Gap, filters: Filters) -> bool:
    path = ledger.path(gap.unit)
    has = {
        "force": path[:1],
        "unit": path,
        "measure": (gap.measure,),
        "offence": (gap.offence,),
        "claimant": (gap.claimant,),
    }
    since, until = (
        parse_date(filters[name][0]) if name in filters else None for name in ("from", "to")
    )
    return (
        all(set(values) & set(filters.get(name, values)) for name, values in has.items())
        and not (since and gap.to and gap.to.last < since.first)
        and not (until and gap.from_.first > until.last)
    )
