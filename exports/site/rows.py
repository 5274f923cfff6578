"""Tables of claims: in the columns of the dashboard, and marked for the filters of a browser."""

from __future__ import annotations

from typing import Any

import pandas as pd

from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.selection import FILTERS, choices
from loaders.sentences import say_measure, say_population, say_quantity, say_when, upper
from loaders.words import Status

FILTERED = ("force", "measure", "offence", "unit", "claimant", "basis", "status")
SPAN = ("from", "to")
"""The filters of the dashboard that the page of all figures has."""
ORDER = ["window_end", "window_start"]
"""Newest first, as the dashboard has them."""


def sort_newest(table: pd.DataFrame) -> pd.DataFrame:
    return table.sort_values(ORDER, ascending=False, kind="stable")


def list_claims(ledger: Ledger, rows: pd.DataFrame) -> list[dict[str, Any]]:
    """What a table of claims says of each row."""
    return [_describe(ledger, ledger.figures[id]) for id in rows["id"]]


def _describe(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    """The number, what, of whom and when, who said and who printed it."""
    first, *others = ledger.citations_of(figure)
    return {
        "id": figure.id,
        "number": say_quantity(ledger, figure),
        "status": "" if figure.status == Status.CURRENT else upper(figure.status),
        "what": say_measure(ledger, figure.measure, figure.offence),
        "whom": say_population(ledger, figure),
        "when": say_when(ledger, figure),
        "who": ledger.claimants[figure.claimant].name,
        "article": ledger.articles[first.article],
        "more": len(others),
        "marks": {},
    }


def list_marked(ledger: Ledger, table: pd.DataFrame) -> list[dict[str, Any]]:
    """All rows, the newest first, each with what it can be filtered by."""
    rows = list_claims(ledger, sort_newest(table))
    return [{**row, "marks": _mark(ledger, ledger.figures[row["id"]])} for row in rows]


def _mark(ledger: Ledger, figure: Figure) -> dict[str, str]:
    """Filter -> its values of one row with blanks between them; the id beside them.

    `from` and `to` are its first and last day, of a total both are the day that it runs to.
    """
    end = figure.end.last
    start = figure.window.start.first if figure.during else end
    values = {name: getattr(figure, name, None) or "" for name in FILTERED}
    values |= {"force": ledger.force(figure.unit), "unit": " ".join(ledger.path(figure.unit))}
    return {"id": figure.id, **values, "from": start.isoformat(), "to": end.isoformat()}


def list_filters(ledger: Ledger, table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each filter of the page, its words and what may be chosen."""
    years = {str(year): str(year) for year in sorted({day.year for day in table["window_end"]})}
    offered = {**choices(ledger), **dict.fromkeys(SPAN, years)}
    return [
        {"name": name, "label": FILTERS[name].label, "choices": offered[name]}
        for name in (*FILTERED, *SPAN)
    ]
