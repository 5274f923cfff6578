"""A ledger and filters in, the page at /data/ out: what may be fetched, and how."""

from __future__ import annotations

import pandas as pd

from exports.downloads import DOWNLOADS
from exports.records import CAVEAT
from exports.templates import fill
from loaders.ledger import Ledger
from loaders.selection import PARAMETERS, Filters, choices, describe, select
from loaders.table import COLUMNS

MEANINGS = {
    "force": "Whose force: russia or ukraine.",
    "measure": "What is counted.",
    "offence": "The offence, for legal measures.",
    "unit": "The unit, with everything below it.",
    "claimant": "Who produced the number.",
    "outlet": "Who printed it.",
    "basis": "How the claimant came to the number.",
    "status": "What became of the claim.",
    "from": "Windows that reach into this date or later (2024, 2024-01 or 2024-01-15).",
    "to": "Windows that begin on this date or before.",
    "words": "All of these words, in title, note, names and outlets.",
}
"""Filter -> what it keeps."""


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
