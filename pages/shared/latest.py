"""The latest claims as sentences, each with the article that is cited first."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from loaders.dates import parse_date
from pages.shared.show import link_figure
from pages.shared.text import link


def show_latest(rows: pd.DataFrame, most: int = 6) -> None:
    """The claims whose windows end last, newest first; each leads to its figure."""
    newest = rows.sort_values("window_end", ascending=False, kind="stable").head(most)
    for row in newest.to_dict("records"):
        link_figure(row["id"], row["sentence"])
        st.caption(_cite(row))


def _cite(row: dict[Any, Any]) -> str:
    published = row["first_published"]
    day = f", {parse_date(published).words()}" if isinstance(published, str) else ""
    others = int(row["articles"]) - 1
    more = f", and {others} more article{'s' * (others > 1)}" if others else ""
    return f"{link(row['first_outlet'], row['first_url'])}{day}{more}"
