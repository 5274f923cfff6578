"""What is in the ledger: the latest claims, and a small chart for every measure."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from charts.sketch import draw_sketch, say_sketch
from loaders.dates import parse_date
from pages.shared.chart import prepare
from pages.shared.plot import place_plot
from pages.shared.show import link_figure, show_empty, show_heading
from pages.shared.table import show_rows
from pages.shared.text import link, plain, say
from pages.shared.view import View

COLUMNS = 3
LATEST = 6
"""So many of the latest claims are shown."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Reported desertion in the Russia–Ukraine war",
        "What has been claimed, by whom, for which unit and time, and which articles printed it.",
        "No number here is a total: claims differ in what they count, and most cannot be added.",
        view,
    )
    if view.rows.empty:
        show_empty(view)
        return
    _show_measures(view)
    st.header("Latest claims", anchor="latest")
    _show_latest(view.rows)
    st.header("All rows", anchor="rows")
    show_rows(view, view.rows, key="overview")


def _show_measures(view: View) -> None:
    """What has been claimed of each measure, those with most claims first; never added."""
    groups = [rows for _, rows in view.rows.groupby("measure", sort=False)]
    ordered = sorted(groups, key=len, reverse=True)
    for start in range(0, len(ordered), COLUMNS):
        columns = st.columns(COLUMNS)
        for column, rows in zip(columns, ordered[start : start + COLUMNS], strict=False):
            with column:
                _show_measure(view, rows)


def _show_measure(view: View, rows: pd.DataFrame) -> None:
    measure = view.ledger.measures[str(rows["measure"].iloc[0])]
    key = f"sketch-{rows['measure'].iloc[0]}"
    words = say_sketch(rows)
    plot = prepare(partial(draw_sketch, rows), words, view, rows, key, still=True)
    st.markdown(f"**{plain(measure.label)}**", help=plain(measure.definition))
    if plot is not None:
        place_plot(plot, key)
    st.caption(say(words))


def _show_latest(rows: pd.DataFrame) -> None:
    """The claims whose windows end last, newest first; each leads to its figure."""
    newest = rows.sort_values("window_end", ascending=False, kind="stable").head(LATEST)
    for row in newest.to_dict("records"):
        link_figure(row["id"], row["sentence"])
        st.caption(_cite(row))


def _cite(row: dict[Any, Any]) -> str:
    """The article that is cited first, and how many there are beside it."""
    published = row["first_published"]
    day = f", {parse_date(published).words()}" if isinstance(published, str) else ""
    others = int(row["articles"]) - 1
    more = f", and {others} more article{'s' * (others > 1)}" if others else ""
    return f"{link(row['first_outlet'], row['first_url'])}{day}{more}"
