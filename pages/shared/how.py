"""How to read a chart: words and a small drawing, opened beside it."""

from __future__ import annotations

import streamlit as st

from charts.examples import FORMS, draw_example
from charts.look.style import ink_for
from pages.shared.plot import Plot, make_plot, place_plot


@st.fragment
def show_how(form: str, key: str) -> None:
    """A button that opens the way to read this form of chart; drawn when it is opened."""
    opened = st.popover("How to read this", key=f"{key}-how", on_change="rerun")
    if opened.open:
        with opened:
            st.markdown(FORMS[form].words)
            st.markdown("**An example with invented numbers**")
            plot = _draw(form, str(st.context.theme.type))
            if plot is not None:
                place_plot(plot, f"{key}-example")
            st.page_link("about.py", label="What the words mean")


@st.cache_resource(max_entries=64, show_spinner=False)
def _draw(form: str, theme: str) -> Plot | None:
    chart = draw_example(form, ink_for(theme))
    words = f"Example: {FORMS[form].words}"
    return None if chart is None else make_plot(chart, words, still=True)
