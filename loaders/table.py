"""A ledger in, one tidy table out: one row a figure, one column dictionary for all that follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from loaders.ledger import Ledger
from loaders.records import Article, Citation, Figure
from loaders.sentences import say

# Python's own strings: rows are chosen and read in half of the time that Arrow's take.
pd.set_option("mode.string_storage", "python")


class Column(NamedTuple):
    """A column's pandas dtype and what it means to a reader."""

    dtype: str
    meaning: str


COLUMNS: dict[str, Column] = {
    "id": Column("str", "The figure's own key; never reused."),
    "sentence": Column("str", "The claim as one sentence."),
    "claimant": Column("str", "Key of who produced the number."),
    "claimant_name": Column("str", "Name of who produced the number."),
    "claimant_kind": Column("str", "What sort of body the claimant is."),
    "claimant_side": Column("str", "Whose side the claimant stands on; empty where independent."),
    "measure": Column("str", "Key of what is counted."),
    "measure_label": Column("str", "What is counted, in words."),
    "counts": Column("str", "What one unit of the count is: people, cases, verdicts, requests."),
    "offence": Column("str", "Key of the offence, for legal measures."),
    "offence_label": Column("str", "The offence, in words."),
    "force": Column("str", "Whose force is counted: russia or ukraine."),
    "unit": Column("str", "Key of the unit whose people are counted."),
    "unit_name": Column("str", "Name of that unit."),
    "unit_path": Column("str", "Keys from the force down to the unit, with / between."),
    "category": Column("str", "Personnel category, where the figure is for one only."),
    "place": Column("str", "Region or place, where the figure is for one only."),
    "kind": Column("str", "during: within a window; as_of: up to or on a date; rate: per day …"),
    "count": Column("Int64", "The number as stated; empty for a stated range."),
    "bound": Column("str", "How the stated number limits the count: exact, more_than, about …"),
    "count_low": Column("Int64", "Lower end of the count; empty where the bound leaves it open."),
    "count_high": Column("Int64", "Upper end of the count; empty where the bound leaves it open."),
    "per": Column("str", "For a rate: the time it is stated for."),
    "window": Column("str", "The window or date as written in the data (EDTF)."),
    "window_start": Column("datetime64[s]", "First day counted; empty where the claim names none."),
    "window_start_precision": Column("str", "How exact that day is: year, month or day."),
    "window_end": Column("datetime64[s]", "Last day counted, or the last day of the date."),
    "window_end_precision": Column("str", "How exact that day is: year, month or day."),
    "basis": Column("str", "How the claimant came to the number."),
    "status": Column("str", "current, doubtful, superseded, withdrawn or mistaken."),
    "part_of": Column("str", "Id of the figure that this one is a part of."),
    "supersedes": Column("str", "Id of the earlier figure that this one corrects."),
    "inferred": Column("str", "Fields that no article says and the curator worked out, with ;."),
    "disputed": Column("bool", "Whether somebody is reported to deny or correct the figure."),
    "articles": Column("Int64", "How many articles printed the figure."),
    "origin_articles": Column(
        "Int64", "How many of them name nobody between the claimant and them."
    ),
    "changed_articles": Column(
        "Int64", "How many printed something else than the claim, rounding included."
    ),
    "outlets": Column("str", "The outlets that printed it, with ; between."),
    "first_outlet": Column("str", "Outlet of the first citation."),
    "first_title": Column("str", "Title of the first citation, in its own language."),
    "first_language": Column("str", "Language of the first citation (ISO 639-1)."),
    "first_published": Column("str", "Date of the first citation as far as known (EDTF)."),
    "first_url": Column("str", "Address of the first citation."),
    "urls": Column("str", "Addresses of all articles that printed it, with blanks between."),
    "note": Column("str", "Scope, ambiguity, how it was counted."),
}
"""Every column of the table, in the order of every download."""


def tabulate(ledger: Ledger) -> pd.DataFrame:
    """One row a figure in the order of the file; columns and dtypes as in COLUMNS."""
    rows = [_row(ledger, figure) for figure in ledger.figures.values()]
    columns = {
        name: pd.Series([row[name] for row in rows], dtype=column.dtype)
        for name, column in COLUMNS.items()
    }
    return pd.DataFrame(columns)


def _row(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "sentence": say(ledger, figure),
        **_who(ledger, figure),
        **_what(ledger, figure),
        **_how_many(figure),
        **_when(figure),
        "basis": figure.basis.value,
        "status": figure.status.value,
        "part_of": figure.part_of,
        "supersedes": figure.supersedes,
        "inferred": "; ".join(figure.inferred) or None,
        "disputed": bool(figure.disputed_by),
        **_printed(ledger, figure),
        "note": figure.note,
    }


def _who(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    claimant = ledger.claimants[figure.claimant]
    return {
        "claimant": figure.claimant,
        "claimant_name": claimant.name,
        "claimant_kind": claimant.kind.value,
        "claimant_side": claimant.side.value if claimant.side else None,
    }


def _what(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    measure = ledger.measures[figure.measure]
    return {
        "measure": figure.measure,
        "measure_label": measure.label,
        "counts": measure.counts.value,
        "offence": figure.offence,
        "offence_label": ledger.offences[figure.offence].label if figure.offence else None,
        "force": ledger.force(figure.unit),
        "unit": figure.unit,
        "unit_name": ledger.units[figure.unit].name,
        "unit_path": "/".join(ledger.path(figure.unit)),
        "category": figure.category,
        "place": figure.place,
    }


def _how_many(figure: Figure) -> dict[str, Any]:
    return {
        "kind": figure.kind,
        "count": None if figure.count.is_range else figure.count.low,
        "bound": figure.bound.value,
        "count_low": figure.low,
        "count_high": figure.high,
        "per": figure.per.value if figure.per else None,
    }


def _when(figure: Figure) -> dict[str, Any]:
    start = figure.during.start if figure.during else figure.since
    return {
        "window": str(figure.during or figure.as_of),
        "window_start": start.first if start else None,
        "window_start_precision": start.precision if start else None,
        "window_end": figure.end.last,
        "window_end_precision": figure.end.precision,
    }


def _printed(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    citations = ledger.citations_of(figure)
    articles = [ledger.articles[citation.article] for citation in citations]
    first = articles[0]
    pairs = zip(citations, articles, strict=True)
    return {
        "articles": len(articles),
        "origin_articles": sum(is_origin(citation, article) for citation, article in pairs),
        "changed_articles": sum(citation.printed is not None for citation in figure.citations),
        "outlets": "; ".join(dict.fromkeys(article.outlet for article in articles)),
        "first_outlet": first.outlet,
        "first_title": first.title,
        "first_language": first.language,
        "first_published": str(first.published) if first.published else None,
        "first_url": first.url,
        "urls": " ".join(article.url for article in articles),
    }


def is_origin(citation: Citation, article: Article) -> bool:
    """Whether the article names nobody between the claimant and itself and is no repost."""
    return not citation.via and article.repost_of is None


def read_rows(rows: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Row by row the values of some columns, quickly: pandas asks Arrow for one value at a time.

    `itertuples` takes 10 times as long, `iterrows` 60.
    """
    return zip(*(rows[column].tolist() for column in columns), strict=True)


def count_articles(rows: pd.DataFrame) -> int:
    """How many different articles printed the rows' claims."""
    return len(set(" ".join(rows["urls"].tolist()).split()))
