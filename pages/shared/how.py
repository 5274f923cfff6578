"""How to read a chart: words and a small drawing, opened beside it."""

from __future__ import annotations

import streamlit as st

from charts.examples import FORMS, draw_example
from charts.style import Chart, ink_for


@st.fragment
def show_how(form: str, key: str) -> None:
    """A button that opens the way to read this form of chart; drawn when it is opened."""
    opened = st.popover("How to read this", key=f"{key}-how", on_change="rerun")
    if opened.open:
        with opened:
            st.markdown(FORMS[form].words)
            st.markdown("**An example with invented numbers**")
            chart = _draw(form, str(st.context.theme.type))
            if chart is not None:
                st.plotly_chart(
                    chart,
                    key=f"{key}-example",
                    alt=f"Example: {FORMS[form].words}",
                    theme=None,
                    config={"staticPlot": True},
                )
            st.page_link("about.py", label="What the words mean")


@st.cache_resource(max_entries=64, show_spinner=False)
def _draw(form: str, theme: str) -> Chart | None:
    return draw_example(form, ink_for(theme))
