"""A small ledger from inline figures: three claimants, a few units, one article a citation."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.table import tabulate

BASE: dict[str, Any] = {
    "measures": {
        "left_unit": {"label": "Left their unit", "counts": "people", "definition": "Left."},
        "verdicts": {"label": "Verdicts", "counts": "verdicts", "definition": "Judged."},
    },
    "claimants": {
        "astra": {"name": "Astra", "kind": "media"},
        "hur": {"name": "HUR", "kind": "state_body", "side": "ukraine"},
        "proekt": {"name": "Proekt", "kind": "media"},
    },
    "units": {
        "russia": {"name": "Russian forces"},
        "ukraine": {"name": "Ukrainian forces"},
        "south": {"name": "Southern District", "parent": "russia", "echelon": "military district"},
        "8-army": {"name": "8th Army", "parent": "south", "echelon": "army"},
        "58-army": {"name": "58th Army", "parent": "south", "echelon": "army"},
    },
    "articles": {
        key: {"title": key.title(), "outlet": key.title(), "published": f"2024-05-{day:02}",
              "language": "en", "url": f"https://example.org/{key}"}
        for day, key in enumerate(("dagens", "essanews", "lenta"), 1)
    },
}  # fmt: skip
FIGURE = {
    "claimant": "astra",
    "measure": "left_unit",
    "unit": "russia",
    "during": "2024-01",
    "basis": "estimate",
    "citations": [{"article": "dagens"}],
}


def make_ledger(*figures: dict[str, Any], **sections: Any) -> tuple[Ledger, pd.DataFrame]:
    """The ledger and its table; a figure with `as_of` has no `during`."""
    full = [{**FIGURE, **figure} for figure in figures]
    for figure in full:
        if "as_of" in figure:
            del figure["during"]
    text = json.dumps({**BASE, "figures": full, **sections})
    ledger = read_ledger(f"{text}\n".encode())
    return ledger, tabulate(ledger)
