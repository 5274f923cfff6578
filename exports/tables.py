"""A ledger and some of its figures in, the smaller tables beside the main one out.

Each table has its own column dictionary, in the manner of `loaders.table.COLUMNS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from loaders.dates import parse_date
from loaders.ledger import Ledger
from loaders.records import Article, Citation, Figure, Gap, Printed
from loaders.selection import Filters
from loaders.sentences import say_authors
from loaders.table import Column, is_origin

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

CITATIONS: dict[str, Column] = {
    "figure": Column("str", "Id of the figure that the article printed."),
    "number": Column("Int64", "Place of the citation among the figure's citations, from 1."),
    "article": Column("str", "Key of the article."),
    **ARTICLE,
    "locator": Column("str", "Where in the article the figure stands."),
    "via": Column("str", "Names between the claimant and the article, in order, with ; between."),
    "origin": Column("bool", "Whether nobody is named between the claimant and the article."),
    "changed": Column("bool", "Whether the article printed something else than the claim."),
    "printed_low": Column("Int64", "Number printed instead, or the lower end of a range printed."),
    "printed_high": Column("Int64", "Number printed instead, or the upper end of a range printed."),
    "printed_bound": Column("str", "Bound printed instead."),
    "printed_measure": Column("str", "What the article said was counted."),
    "printed_offence": Column("str", "The offence the article named."),
    "printed_unit": Column("str", "The unit the article named."),
    "printed_category": Column("str", "The personnel category the article named."),
    "printed_claimant": Column("str", "Whom the article named as the source: a key or a name."),
    "printed_during": Column("str", "The window the article gave (EDTF)."),
    "printed_as_of": Column("str", "The date the article gave for a total (EDTF)."),
    "printed_since": Column("str", "The start the article gave for a total (EDTF)."),
    "printed_per": Column("str", "The rate the article gave."),
}
"""One row an article that printed a figure; printed_ columns are empty where it kept the claim."""

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
"""One row a hole in what is reported."""


def tabulate_citations(ledger: Ledger, figures: Iterable[Figure]) -> pd.DataFrame:
    """One row a citation of the figures; columns as in CITATIONS."""
    rows = [
        _citation_row(ledger, figure, number, citation)
        for figure in figures
        for number, citation in enumerate(ledger.citations_of(figure), 1)
    ]
    return frame(rows, CITATIONS)


def tabulate_gaps(ledger: Ledger, filters: Filters) -> pd.DataFrame:
    """One row a gap within the filters on force, measure, offence, unit, claimant and time."""
    gaps = [gap for gap in ledger.gaps.values() if _is_within(ledger, gap, filters)]
    return frame([_gap_row(ledger, gap) for gap in gaps], GAPS)


def figures_of(ledger: Ledger, rows: pd.DataFrame) -> list[Figure]:
    """The figures that the rows are about, in their order."""
    return [ledger.figures[id] for id in rows["id"].tolist()]


def _citation_row(
    ledger: Ledger, figure: Figure, number: int, citation: Citation
) -> dict[str, Any]:
    article = ledger.articles[citation.article]
    return {
        "figure": figure.id,
        "number": number,
        "article": citation.article,
        **describe_article(article),
        "locator": citation.locator,
        "via": "; ".join(citation.via) or None,
        "origin": is_origin(citation, article),
        "changed": citation.printed is not None,
        **_printed_cells(citation.printed or Printed()),
    }


def describe_article(article: Article) -> dict[str, Any]:
    """Its cells; columns as in ARTICLE."""
    return {
        "outlet": article.outlet,
        "title": article.title,
        "author": say_authors(article),
        "published": _text(article.published),
        "language": article.language,
        "url": article.url,
        "archived": article.archived,
        "read": _text(article.read),
        "repost_of": article.repost_of,
    }


def _printed_cells(printed: Printed) -> dict[str, Any]:
    return {f"printed_{name}": value for name, value in describe_printed(printed).items()}


def describe_printed(printed: Printed) -> dict[str, Any]:
    """What the article printed; nothing where it kept the claim."""
    others = ("bound", "measure", "offence", "unit", "category", "claimant")
    times = ("during", "as_of", "since", "per")
    return {
        "low": printed.count.low if printed.count else None,
        "high": printed.count.high if printed.count else None,
        **{name: _text(getattr(printed, name)) for name in (*others, *times)},
    }


def _gap_row(ledger: Ledger, gap: Gap) -> dict[str, Any]:
    return {
        "claimant": gap.claimant,
        "claimant_name": ledger.name_of(gap.claimant),
        "measure": gap.measure,
        "offence": gap.offence,
        "unit": gap.unit,
        "from": str(gap.from_),
        "to": _text(gap.to),
        "reason": gap.reason.value,
        "article": gap.article,
        "url": ledger.articles[gap.article].url if gap.article else None,
        "note": gap.note,
    }


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


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def frame(rows: list[dict[str, Any]], columns: Mapping[str, Column]) -> pd.DataFrame:
    """Rows as a table with exactly these columns and their dtypes; what a row lacks is missing."""
    table = pd.DataFrame(rows, columns=list(columns))
    return table.astype({name: column.dtype for name, column in columns.items()})
