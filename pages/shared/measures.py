"""The overview: a small chart for every measure; claims are counted here, never added."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from charts.sketch import draw_sketch, say_sketch
from pages.shared.chart import prepare
from pages.shared.plot import place_plot
from pages.shared.show import say
from pages.shared.text import plain
from pages.shared.view import View

COLUMNS = 3


def show_measures(view: View) -> None:
    """What has been claimed of each measure, those with most claims first."""
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
