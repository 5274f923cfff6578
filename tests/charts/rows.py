"""Small inline rows: what a test says, and plain defaults for the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from loaders.dates import parse_date, parse_window
from loaders.table import COLUMNS

Day = tuple[date | None, str | None]
DEFAULTS = {
    "claimant": "astra",
    "claimant_name": "Astra",
    "claimant_kind": "media",
    "measure": "left_unit",
    "measure_label": "Left their unit",
    "counts": "people",
    "force": "russia",
    "unit": "russia",
    "unit_name": "Russian forces",
    "unit_path": "russia",
    "kind": "during",
    "bound": "exact",
    "basis": "media_count",
    "status": "current",
    "disputed": False,
    "articles": 1,
    "origin_articles": 1,
    "changed_articles": 0,
    "first_outlet": "Astra",
    "first_published": "2025-01-02",
    "urls": "https://example.org/a",
}


def make_rows(*claims: dict[str, Any]) -> pd.DataFrame:
    """One row a dict; `window` is EDTF, `since` the start of a total; the rest as in COLUMNS."""
    table = pd.DataFrame([_row(claim, n) for n, claim in enumerate(claims)], columns=list(COLUMNS))
    return table.astype({name: column.dtype for name, column in COLUMNS.items()})


def _row(claim: dict[str, Any], number: int) -> dict[str, Any]:
    row = {**DEFAULTS, "id": f"claim-{number}", "window": "2024-01", **claim}
    row.setdefault("sentence", f"Sentence of {row['id']}.")
    start, end = _days(row)
    row["window_start"], row["window_start_precision"] = start
    row["window_end"], row["window_end_precision"] = end
    low, high = row.pop("range", (row.get("count"), row.get("count")))
    row.setdefault("count_low", None if row["bound"] in ("almost", "up_to", "less_than") else low)
    row.setdefault("count_high", None if row["bound"] in ("more_than", "at_least") else high)
    return row


def _days(row: dict[str, Any]) -> tuple[Day, Day]:
    window = parse_window(row["window"])
    end = (window.end.last, window.end.precision)
    if row["kind"] != "as_of":
        return (window.start.first, window.start.precision), end
    since = row.pop("since", None)
    start = parse_date(since) if since else None
    return ((start.first, start.precision) if start else (None, None)), end
