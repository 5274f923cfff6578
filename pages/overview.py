"""What is in the ledger: the latest claims, and a small chart for every measure."""

from __future__ import annotations

import streamlit as st

from pages.shared.latest import show_latest
from pages.shared.measures import show_measures
from pages.shared.show import show_empty, show_heading, show_rows
from pages.shared.view import get_view

view = get_view()
show_heading(
    "Reported desertion in the Russia–Ukraine war",
    "What has been claimed, by whom, for which unit and time, and which articles printed it.",
    "No number here is a total: claims differ in what they count, and most cannot be added.",
    view,
)
if view.rows.empty:
    show_empty(view)
else:
    show_measures(view)
    st.header("Latest claims", anchor="latest")
    show_latest(view.rows)
    st.header("All rows", anchor="rows")
    show_rows(view, view.rows, key="overview")
