"""The page in Streamlit, with the dashboard's own drawing."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from bench.one_page.rows import FORCES, list_traces, measures, read_rows, select
from charts.drawing import Drawing, date_axis, number_axis, tick_room
from charts.style import CONFIG, LIGHT

st.set_page_config(page_title="One page", layout="wide")
rows_once = st.cache_resource(read_rows, show_spinner=False)


@st.cache_resource(max_entries=64, show_spinner=False)
def draw_once(force: str, measure: str) -> Any:
    shown: pd.DataFrame = select(rows_once(), force, measure)
    drawing = Drawing(LIGHT, 420)
    drawing.set_layout(
        xaxis=date_axis(LIGHT),
        yaxis=number_axis(LIGHT, log=True),
        margin={"l": tick_room(1e6), "r": 12, "t": 8, "b": 40},
    )
    for trace in list_traces(shown):
        drawing.add(trace.pop("type"), **trace)
    return drawing.figure()


rows = rows_once()
force = st.radio("Force", FORCES, horizontal=True)
measure = st.selectbox("Measure", measures(rows))
shown = select(rows, force, measure)
st.plotly_chart(draw_once(force, measure), theme=None, config=CONFIG)
st.download_button("CSV", lambda: shown.to_csv(index=False), "figures.csv", on_click="ignore")
st.dataframe(shown, hide_index=True)
