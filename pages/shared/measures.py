"""The overview: what there is for each measure."""

from __future__ import annotations

import streamlit as st

from pages.shared.view import View


def show_measures(view: View) -> None:
    """How many claims there are of each measure, each with its definition."""
    for measure, rows in view.rows.groupby("measure_label", sort=False):
        st.write(measure, len(rows))
