"""What the page in Streamlit keeps between its runs, as the dashboard does: in a module.

A page's script is run anew for each reader and change, and what it decorates is made anew with it.
"""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import streamlit as st

from bench.one_page.rows import list_traces, read_rows, select
from charts.look.axes import count_axis, date_axis, span_counts, tick_room
from charts.look.drawing import Drawing
from charts.look.style import LIGHT
from pages.shared.chart import Plot, make_plot


@st.cache_resource(show_spinner=False)
def rows_once() -> pd.DataFrame:
    return read_rows()


@st.cache_resource(max_entries=64, show_spinner=False)
def select_once(force: str, measure: str) -> pd.DataFrame:
    return select(rows_once(), force, measure)


@st.cache_resource(max_entries=64, show_spinner=False)
def tabulate_once(force: str, measure: str) -> pa.Table:
    return pa.Table.from_pandas(select_once(force, measure), preserve_index=False)


@st.cache_resource(max_entries=64, show_spinner=False)
def draw_once(force: str, measure: str) -> Plot:
    rows = select_once(force, measure)
    days = pd.to_datetime(rows["day"])
    counts = span_counts(rows["count"], log=True)
    drawing = Drawing(LIGHT, 420)
    drawing.update_layout(
        xaxis=date_axis(LIGHT, days.min().date(), days.max().date()),
        yaxis=count_axis(LIGHT, counts),
        margin={"l": tick_room(counts.high), "r": 12, "t": 8, "b": 40},
    )
    for trace in list_traces(rows):
        del trace["type"]
        drawing.add_scatter(**trace)
    plot = make_plot(drawing, "Claims over time")
    assert plot
    return plot
