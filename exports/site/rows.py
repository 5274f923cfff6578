"""Tables of claims: their order, and what the page of all figures can be filtered by."""

from __future__ import annotations

from typing import Any

import pandas as pd

from exports.tables import figures_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.selection import FILTERS, choices

FILTERED = ("force", "measure", "offence", "unit", "claimant", "basis", "status")
SPAN = ("from", "to")
"""The filters of the dashboard that the page of all figures has."""
ORDER = ["window_end", "window_start"]
"""Newest first, as the dashboard has them."""


def sort_newest(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(ORDER, ascending=False, kind="stable")


def list_newest(ledger: Ledger, rows: pd.DataFrame) -> list[Figure]:
    """The figures of the rows, the newest first."""
    return figures_of(ledger, sort_newest(rows))


def mark(ledger: Ledger, figure: Figure) -> dict[str, str]:
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
