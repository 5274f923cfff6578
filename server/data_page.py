"""A ledger and filters in, the page at /data/ out: what may be fetched, and how."""

from __future__ import annotations

import pandas as pd

from exports.downloads import DOWNLOADS
from exports.records import CAVEAT
from exports.templates import fill
from loaders.ledger import Ledger
from loaders.selection import MEANINGS, PARAMETERS, Filters, choices, describe, select
from loaders.table import COLUMNS


def write_data_page(ledger: Ledger, table: pd.DataFrame, filters: Filters) -> bytes:
    """HTML without scripts; everything from the data is escaped."""
    query = filters.query()
    page = fill(
        "data.html",
        ledger=ledger,
        caveat=CAVEAT,
        downloads=DOWNLOADS,
        query=f"?{query}" if query else "",
        filters=describe(filters, ledger),
        shown=len(select(table, filters)),
        parameters={name: MEANINGS[name] for name in PARAMETERS},
        choices=choices(ledger),
        columns=COLUMNS,
        example=next(iter(ledger.figures), ""),
    )
    return page.encode()
