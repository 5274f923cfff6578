"""How many claims one chart draws: of more the newest, and words on what is left out."""

from __future__ import annotations

import pandas as pd

from loaders.sentences import thin

MOST_MARKS = 2_000
"""More cannot be told apart, and a browser takes seconds to draw them."""


def keep_newest(rows: pd.DataFrame) -> pd.DataFrame:
    """As many rows as a chart draws, in their order; those whose windows end last."""
    if len(rows) <= MOST_MARKS:
        return rows
    newest = rows["window_end"].sort_values(ascending=False, kind="stable").index[:MOST_MARKS]
    return rows[rows.index.isin(newest)]


def say_too_many(claims: int) -> str:
    """What `keep_newest` leaves out of so many and how to see it, or nothing."""
    if claims <= MOST_MARKS:
        return ""
    return thin(
        f"Drawn: the {MOST_MARKS:,} newest of {claims:,} claims. A filter for a claimant, a "
        "unit or a time brings up the others; all are in the table."
    )
