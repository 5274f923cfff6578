"""The page in Streamlit, with the dashboard's own drawing."""

from __future__ import annotations

import streamlit as st

from bench.one_page.drawn import draw_once, rows_once, select_once, tabulate_once
from bench.one_page.rows import FORCES, measures
from pages.shared.chart import place_plot

st.set_page_config(page_title="One page", layout="wide")
force = st.segmented_control("Force", FORCES, default="any", required=True)
measure = st.selectbox("Measure", measures(rows_once()))
place_plot(draw_once(force, measure), "claims")
st.download_button(
    "CSV",
    lambda: select_once(force, measure).to_csv(index=False),
    "figures.csv",
    on_click="ignore",
)
st.dataframe(tabulate_once(force, measure), hide_index=True)
