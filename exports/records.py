"""Figures in, plain records out: the same columns as the table, with the citations nested.

Everything is what JSON knows: text, whole numbers, true and false, lists, and null where nothing
is known. Dates are ISO 8601 where they are days and EDTF where they are less.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from exports.tables import describe_article, describe_printed
from loaders.ledger import Ledger
from loaders.records import Citation, Figure, Printed
from loaders.selection import FILTERS, Filters
from loaders.table import COLUMNS, is_origin

CAVEAT = (
    "Every figure is reported and not independently verified. Figures that differ in claimant, "
    "measure, unit, window or kind must not be added."
)
"""What goes along with every download."""


def write_figures_json(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> bytes:
    """The rows as one JSON document with data version, filters and nested citations."""
    return encode(
        {
            "version": ledger.version,
            "caveat": CAVEAT,
            "filters": {name: filters[name] for name in FILTERS if name in filters},
            "figures": describe_figures(ledger, rows),
        }
    )


def write_figure_json(ledger: Ledger, table: pd.DataFrame, id: str) -> bytes:
    """One figure as a JSON document of its own."""
    (figure,) = describe_figures(ledger, table[table["id"] == id])
    return write_figure(ledger, figure)


def write_figure(ledger: Ledger, figure: Mapping[str, Any]) -> bytes:
    """The document of one figure's record, which `describe_figures` gave."""
    return encode({"version": ledger.version, "caveat": CAVEAT, "figure": figure})


def describe_figures(ledger: Ledger, rows: pd.DataFrame) -> list[dict[str, Any]]:
    """One record a row: its columns, then citations, assertions and disputes."""
    return [
        {**record, **_nested(ledger, ledger.figures[record["id"]])} for record in plain_rows(rows)
    ]


def plain_rows(rows: pd.DataFrame, columns: Iterable[str] = COLUMNS) -> list[dict[str, Any]]:
    """The rows as records of text, numbers, flags and None."""
    names = list(columns)
    values = [[_plain(value) for value in rows[name]] for name in names]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*values, strict=True)]


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value.item() if isinstance(value, np.generic) else value


def _nested(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    return {
        "citations": [_cite(ledger, citation) for citation in ledger.citations_of(figure)],
        "asserts": [assertion.model_dump(exclude_none=True) for assertion in figure.asserts],
        "disputed_by": [dispute.model_dump(exclude_none=True) for dispute in figure.disputed_by],
    }


def _cite(ledger: Ledger, citation: Citation) -> dict[str, Any]:
    article = ledger.articles[citation.article]
    return {
        "article": citation.article,
        **describe_article(article),
        "locator": citation.locator,
        "via": list(citation.via),
        "origin": is_origin(citation, article),
        "printed": _describe_differences(citation.printed) if citation.printed else None,
    }


def _describe_differences(printed: Printed) -> dict[str, Any]:
    """The fields that the article printed differently; a number as both its ends, as a range."""
    fields = describe_printed(printed)
    return {name: value for name, value in fields.items() if value is not None}


def encode(document: Any) -> bytes:
    """A JSON file: a value a line, letters as they are."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
