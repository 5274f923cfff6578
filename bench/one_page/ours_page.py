"""The page in Streamlit, with the dashboard's own drawing, table and cache."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from bench.one_page.rows import COLUMNS, FORCES, list_traces, measures, read_rows, select
from charts.look.axes import count_axis, date_axis, span_counts, tick_room
from charts.look.drawing import Drawing
from charts.look.style import LIGHT
from pages.shared.chart import make_plot, place_plot
from pages.shared.data import make_once
from pages.shared.markup import join, show_html
from pages.shared.table import write_rows


def draw(shown: pd.DataFrame) -> Drawing:
    days, counts = pd.to_datetime(shown["day"]), span_counts(shown["count"], log=True)
    drawing = Drawing(LIGHT, 420)
    drawing.update_layout(
        xaxis=date_axis(LIGHT, days.min().date(), days.max().date()),
        yaxis=count_axis(LIGHT, counts),
        margin={"l": tick_room(counts.high), "r": 12, "t": 8, "b": 40},
    )
    for trace in list_traces(shown):
        drawing.add_scatter(**{key: value for key, value in trace.items() if key != "type"})
    return drawing


st.set_page_config(page_title="One page", layout="wide")
rows = make_once(("rows",), read_rows)
force = st.segmented_control("Force", FORCES, default="any", required=True)
measure = st.selectbox("Measure", measures(rows))
shown = select(rows, force, measure)
plot = make_once((force, measure), lambda: make_plot(draw(shown), "Claims over time"))
assert plot
place_plot(plot, "claims")
parts = [shown[first : first + 15] for first in range(0, len(shown), 15)]
page = st.pagination(len(parts), key=f"{force} {measure}")
cells = parts[page - 1].itertuples(index=False)
show_html(write_rows(COLUMNS, [[join([str(one)]) for one in row] for row in cells], "Claims"))
