"""Every figure that passes the filters, one a row."""

from __future__ import annotations

import streamlit as st

from pages.figure import show_sum
from pages.shared.page import View, show_empty, show_heading
from pages.shared.table import show_rows


def show(view: View) -> None:
    """The page."""
    show_heading(
        "All figures",
        "One row is one claim: who reported how many of what, for whom and when.",
        "Rows that stand one above the other need not be comparable.",
        view,
    )
    if view.rows.empty:
        show_empty(view)
        return
    if st.toggle("Add figures up", key="add-up", bind="query-params"):
        sentences = dict(zip(view.rows["id"], view.rows["sentence"], strict=True))
        chosen = st.multiselect(
            "Figures to add up", list(sentences), format_func=sentences.__getitem__, key="added"
        )
        show_sum(view, chosen)
    show_rows(view, key="all-figures")
