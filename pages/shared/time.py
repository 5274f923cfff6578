"""The charts over time, a figure a kind of count, and the reader's choice of scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.panels import MOST_PANELS, Look
from charts.over_time import KINDS, draw_over_time, say_left_out, say_over_time, split_kinds
from loaders.ledger import Ledger
from pages.shared.chart import show_chart
from pages.shared.show import say
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


def choose_scale() -> Scale:
    """The switches above the charts; they are in the address too."""
    with st.container(horizontal=True, gap="medium"):
        as_reported = st.toggle("Counts as reported", key="as-reported", bind="query-params")
        log = st.toggle("Log scale", key="log", bind="query-params")
        own = st.toggle("Own scale for each", key="own-scale", bind="query-params")
        events = st.toggle("Events", value=True, key="events", bind="query-params")
    return Scale(as_reported, log, not own, events)


def show_over_time(view: View, scale: Scale) -> None:
    """One figure a kind: windows, totals, levels and rates never share an axis."""
    for kind, rows in split_kinds(view.rows, view.ledger).items():
        st.header(KINDS[kind], anchor=kind)
        if left_out := say_left_out(rows):
            st.caption(say(left_out))
        draw = partial(_draw, view.ledger, kind, rows, scale=scale)
        show_chart(draw, say_over_time(rows), view, rows, f"time-{kind}", FORMS[kind])


def _draw(
    ledger: Ledger,
    kind: str,
    rows: pd.DataFrame,
    ink: Ink,
    *,
    scale: Scale,
    most: int = MOST_PANELS,
) -> Drawing | None:
    events = tuple(ledger.events.values()) if scale.events else ()
    gaps = tuple(ledger.gaps.values())
    look = Look(ink, scale.as_reported, scale.log, scale.same_y, events, gaps, most)
    return draw_over_time(kind, rows, look)
