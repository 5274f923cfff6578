"""The page in Streamlit, with the dashboard's own drawing and cache."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import streamlit as st

from bench.one_page.rows import FORCES, list_traces, measures, read_rows, select
from charts.look.axes import count_axis, date_axis, span_counts, tick_room
from charts.look.drawing import Drawing
from charts.look.style import LIGHT
from pages.shared.chart import Plot, make_plot, place_plot
from pages.shared.data import make_once


def make(force: str, measure: str) -> tuple[Plot, pa.Table]:
    """The chart and the table."""
    shown = select(rows, force, measure)
    days = pd.to_datetime(shown["day"])
    counts = span_counts(shown["count"], log=True)
    drawing = Drawing(LIGHT, 420)
    drawing.update_layout(
        xaxis=date_axis(LIGHT, days.min().date(), days.max().date()),
        yaxis=count_axis(LIGHT, counts),
        margin={"l": tick_room(counts.high), "r": 12, "t": 8, "b": 40},
    )
    for trace in list_traces(shown):
        del trace["type"]
        drawing.add_scatter(**trace)
    plot = make_plot(drawing, "Claims over time")
    assert plot
    return plot, pa.Table.from_pandas(shown, preserve_index=False)


st.set_page_config(page_title="One page", layout="wide")
rows = make_once(("rows",), read_rows)
force = st.segmented_control("Force", FORCES, default="any", required=True)
measure = st.selectbox("Measure", measures(rows))
plot, figures = make_once((force, measure), lambda: make(force, measure))
place_plot(plot, "claims")
st.dataframe(figures, hide_index=True)
