"""What is known of each series in each month, and why the rest is not."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.coverage import cover_all, narrow
from charts.coverage import draw_coverage, say_coverage, say_left_out, say_legend
from pages.shared.chart import show_chart
from pages.shared.show import show_empty, show_heading
from pages.shared.table import show_rows
from pages.shared.text import plain
from pages.shared.view import View


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Coverage",
        "For which months each claimant has given numbers, and where and why there are none.",
        "An empty month says that no number is in this file, not that nobody deserted.",
        view,
    )
    if view.rows.empty:
        show_empty(view)
        return
    found = narrow(view.ledger, cover_all(view.ledger), set(view.rows["id"].tolist()))
    st.caption(plain(f"{say_legend()} {say_left_out(found)}"))
    draw = partial(draw_coverage, found)
    show_chart(draw, say_coverage(found), view, view.rows, "coverage", "coverage")
    show_rows(view, view.rows, key="coverage-rows")
