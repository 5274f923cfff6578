"""A chart on a page: drawn once for each version and theme, with its words, alone when embedded.

The reader's browser draws it by a few lines of script with a part of plotly.js. Streamlit's own
chart loads all of plotly.js and is built anew for whatever changes; this one loads the bundle of
the static site and is drawn in place (docs/decisions/0010).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.examples import FORMS, draw_example
from charts.look.caption import write_caption, write_title
from charts.look.drawing import Drawing
from charts.look.style import Ink, ink_for
from pages.shared import embed
from pages.shared.data import make_once
from pages.shared.markup import show_key
from pages.shared.page import View, open_figure, page_at
from pages.shared.share import show_share
from pages.shared.text import plain

SCRIPT = Path(__file__).parents[1] / "static" / "chart.js"
_mount = st.components.v2.component(
    "chart",
    html='<div role="figure" aria-busy="true"></div><div role="listbox" tabindex="0" hidden></div>',
    js=SCRIPT.read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Plot:
    """A chart and what the browser draws it from."""

    chart: Drawing
    spec: bytes
    """JSON: its words (`alt`), whether it is `still`, and plotly's `data` and `layout`."""


Draw = partial[Drawing | None] | partial[Drawing]
"""Draws a chart in the ink it is given; its keywords are the reader's options."""


def show_chart(
    draw: Draw, alt: str, view: View, rows: pd.DataFrame, key: str, form: str = ""
) -> None:
    """A chart of `rows` with its text alternative and caption; a click on a mark opens it.

    `form` names the way to read it, which is opened beside it.
    """
    plot = _prepare(draw, alt, view, rows, key)
    if plot is None:
        return
    _place(plot, key)
    _show_caption(view, rows)
    with st.container(horizontal=True):
        show_share(view, draw, rows, key)
        if form:
            _show_how(form, key)


def open_settings() -> DeltaGenerator:
    """The place for the switches of a page's charts; the browser draws them once it is opened."""
    return st.popover("Settings", key="settings")


def _prepare(draw: Draw, alt: str, view: View, rows: pd.DataFrame, key: str) -> Plot | None:
    """The chart to place on the page; embedded, it is shown alone at once and the run ends.

    None where there is nothing to draw, or where another chart is to be embedded.
    """
    if embed.leaves_out(key):
        return None
    plot = _draw_kept(draw, alt, view, rows, key)
    if plot is not None and embed.is_embedded():
        _show_alone(plot, view, rows, key)
    return plot


def _show_alone(plot: Plot, view: View, rows: pd.DataFrame, key: str) -> NoReturn:
    """Title, chart, caption and source link, in place of the page."""
    with embed.clear_page():
        st.subheader(plain(write_title(rows)), anchor=False)
        _place(plot, key)
        _show_caption(view, rows)
        embed.end_with_source()


def _show_caption(view: View, rows: pd.DataFrame) -> None:
    st.caption(plain(write_caption(rows, view.ledger.edition, len(view.rows))))


def _draw_kept(draw: Draw, alt: str, view: View, rows: pd.DataFrame, key: str) -> Plot | None:
    """The chart, as it was drawn where the same was drawn before; it must not be changed."""
    ink = ink_for(st.context.theme.type)
    options = repr(sorted(draw.keywords.items()))
    name = (view.ledger.version, key, alt, " ".join(rows["id"].tolist()), options, ink.name)
    return make_once(name, lambda: make_plot(draw(ink), alt))


def _place(plot: Plot, key: str) -> None:
    """The chart below its key of colours; a click on a mark opens its figure."""
    show_key(tuple(plot.chart.forces))
    if id := place_plot(plot, key):
        open_figure(id)


@st.fragment
def _show_how(form: str, key: str) -> None:
    """A button that opens the way to read this form of chart; drawn when it is opened."""
    opened = st.popover("How to read this", key=f"{key}-how", on_change="rerun")
    if opened.open:
        with opened:
            st.markdown(FORMS[form].words)
            st.markdown("**An example with invented numbers**")
            plot = _draw_example(form, ink_for(st.context.theme.type))
            if plot is not None:
                place_plot(plot, f"{key}-example")
            st.page_link(page_at("about"), label="What the words mean")


def _draw_example(form: str, ink: Ink) -> Plot | None:
    words = f"Example: {FORMS[form].words}"
    return make_once((form, ink.name), lambda: make_plot(draw_example(form, ink), words, True))


def make_plot(chart: Drawing | None, alt: str, still: bool = False) -> Plot | None:
    """None of no chart; `still` charts answer to nothing."""
    if chart is None:
        return None
    words = json.dumps({"alt": alt, "still": still})
    spec = f"{words[:-1]},{chart.to_json()[1:]}".encode()
    return Plot(chart, spec)


def place_plot(plot: Plot, key: str) -> str | None:
    """The id of the figure whose mark was chosen, in the run after the click only."""
    found = _mount(data=plot.spec, key=key, height=plot.chart.height, on_chosen_change=_pass)
    return str(found.chosen) if found.chosen else None


def _pass() -> None:
    """What is chosen is read where the chart is placed."""
