"""Every figure that passes the filters, one a row."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.figure import show_sum
from pages.shared.show import show_empty, show_heading
from pages.shared.table import show_rows
from pages.shared.view import View


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
    add_up = st.toggle("Tick figures and add them up", key="add-up", bind="query-params")
    pick = partial(show_sum, view) if add_up else None
    show_rows(view, view.rows, key="all-figures", pick_several=pick)
