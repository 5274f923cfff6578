"""The front page: the answer first, as the dashboard's overview has it.

One number a step and a force by the rule of analysis/ladder.py, in its words; then cases by month,
then the latest claims. Links lead into the site.
"""

from __future__ import annotations

import pandas as pd

from analysis.ladder import NO_SUM, RULE, climb, say_caveat, say_gap
from charts.by_month import TITLE
from exports.site.drawings import draw_months
from exports.site.linked import describe_dataset
from exports.site.pages import Page
from exports.site.rows import list_newest
from loaders.ledger import FORCES, Ledger

LATEST = 6
"""So many of the latest claims are shown."""


def make_front(ledger: Ledger, table: pd.DataFrame, address: str) -> Page:
    """The page that a link to the site opens."""
    values = {
        "steps": climb(ledger),
        "forces": FORCES,
        "say_caveat": say_caveat,
        "say_gap": say_gap,
        "rule": f"{NO_SUM} {RULE}",
        "months": TITLE,
        "latest": list_newest(ledger, table)[:LATEST],
        "thing": describe_dataset(ledger, address),
    }
    description = (
        "Who claimed what, for which unit and time, and which articles printed it. Every number "
        "is reported, none verified."
    )
    drawings = tuple(draw_months(ledger, table))
    return Page("index.html", "overview.html", "Overview", description, values, drawings)
