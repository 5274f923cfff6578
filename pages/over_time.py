"""How claims lie in time: windows as bars, totals as steps, each claimant on its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.panels import MOST_PANELS, Look
from charts.over_time import KINDS, draw_over_time, say_left_out, say_over_time, split_kinds
from pages.shared.chart import show_chart
from pages.shared.show import show_empty, show_heading
from pages.shared.table import show_rows
from pages.shared.text import say
from pages.shared.view import View

FORMS = {"during": "bars", "as_of": "steps", "level": "levels", "rate": "bars"}
"""How a chart of each kind is read."""


@dataclass(frozen=True)
class Scale:
    """How the heights are drawn."""

    as_reported: bool
    log: bool
    same_y: bool
    events: bool


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Over time",
        "What each claimant has said about each question, at the time it is about.",
        "Nothing is joined across claimants, smoothed or filled in; a gap is a gap.",
        view,
    )
    if view.rows.empty:
        show_empty(view)
        return
    scale = _choose_scale()
    for kind, rows in split_kinds(view.rows, view.ledger).items():
        _show_kind(view, kind, rows, scale)
    show_rows(view, view.rows, key="over-time")


def _choose_scale() -> Scale:
    """The switches above the charts; they are in the address too."""
    with st.container(horizontal=True, gap="medium"):
        as_reported = st.toggle("Counts as reported", key="as-reported", bind="query-params")
        log = st.toggle("Log scale", key="log", bind="query-params")
        own = st.toggle("Own scale for each", key="own-scale", bind="query-params")
        events = st.toggle("Events", value=True, key="events", bind="query-params")
    return Scale(as_reported, log, not own, events)


def _show_kind(view: View, kind: str, rows: pd.DataFrame, scale: Scale) -> None:
    """One kind of count: windows, totals, levels and rates never share an axis."""
    st.header(KINDS[kind], anchor=kind)
    if left_out := say_left_out(rows):
        st.caption(say(left_out))
    draw = partial(_draw, view, kind, rows, scale=scale)
    show_chart(draw, say_over_time(rows), view, rows, f"time-{kind}", FORMS[kind])


def _draw(
    view: View,
    kind: str,
    rows: pd.DataFrame,
    ink: Ink,
    *,
    scale: Scale,
    most: int = MOST_PANELS,
) -> Drawing | None:
    events = tuple(view.ledger.events.values()) if scale.events else ()
    gaps = tuple(view.ledger.gaps.values())
    look = Look(ink, scale.as_reported, scale.log, scale.same_y, events, gaps, most)
    return draw_over_time(kind, rows, look)
