"""A chart on a page: drawn once for each version and theme, with its words, alone when embedded."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from charts.caption import write_caption, write_title
from charts.style import CONFIG, Chart, Ink, ink_for
from pages.shared import embed
from pages.shared.how import show_how
from pages.shared.share import show_share
from pages.shared.show import note, open_figure
from pages.shared.text import plain
from pages.shared.view import View

MOST_KEPT = 64
"""Charts kept ready; one of the whole ledger takes up to half a second to draw."""


def show_chart(
    draw: partial[Chart | None], alt: str, view: View, rows: pd.DataFrame, key: str, form: str = ""
) -> None:
    """A chart of `rows` with its text alternative and caption; a click on a mark opens it.

    `draw` takes the ink; its keywords are the reader's options. `form` names the way to read it.
    """
    if embed.leaves_out(key):
        return
    chart = draw_kept(draw, alt, view, rows, key)
    if chart is None:
        return
    if embed.is_embedded():
        embed.clear_page()
        st.subheader(plain(write_title(rows)), anchor=False)
    _place(chart, alt, key)
    st.markdown(note(write_caption(rows, view.ledger.short_version)))
    if embed.is_embedded():
        embed.end_with_source()
    with st.container(horizontal=True):
        show_share(view, chart, rows, key)
        if form:
            show_how(form, key)


def draw_kept(
    draw: partial[Chart | None], alt: str, view: View, rows: pd.DataFrame, key: str
) -> Chart | None:
    """The chart from the cache, where the same was drawn before; it must not be changed."""
    options = repr(sorted(draw.keywords.items()))
    ids = " ".join(rows["id"])
    return _draw(view.ledger.version, key, alt, ids, options, ink().name, draw)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw(
    version: str,
    key: str,
    alt: str,
    ids: str,
    options: str,
    theme: str,
    _draw: partial[Chart | None],
) -> Chart | None:
    """All but the last parameter name the chart."""
    return _draw(ink_for(theme))


def ink() -> Ink:
    """The colours of the theme the reader sees."""
    return ink_for(st.context.theme.type)


def _place(chart: Chart, alt: str, key: str) -> None:
    event: Any = st.plotly_chart(
        chart,
        key=key,
        alt=alt,
        theme=None,
        config=CONFIG,
        on_select="rerun",
        selection_mode="points",
    )
    for point in event["selection"]["points"]:
        if id := point.get("customdata"):
            open_figure(id if isinstance(id, str) else id[0])
