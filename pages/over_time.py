"""How claims lie in time: periods as bars, totals as steps, each claimant on its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from charts.look.drawing import Drawing
from charts.look.style import Ink, ink_for
from charts.marks.panels import Look
from charts.over_time import (
    KINDS,
    draw_over_time,
    list_left_out,
    say_finding,
    say_left_out,
    say_over_time,
    split_few,
    split_kinds,
)
from loaders.sentences import counted
from pages.shared.chart import open_settings, show_chart
from pages.shared.page import View, show_empty, show_heading
from pages.shared.question import ask, link_rivals
from pages.shared.table import show_rows
from pages.shared.text import plain

FORMS = {"during": "bars", "as_of": "steps", "level": "levels", "rate": "bars"}
"""How a chart of each kind is read."""
FIRST_PANELS, ALL_PANELS = 4, 40
"""How many panels of a kind a page opens with, and how many it draws at all."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Over time",
        "What each claimant has said about one question, at the time it is about.",
        "Nothing is joined across claimants, smoothed or filled in; a gap is a gap.",
    )
    if view.rows.empty:
        show_empty(view)
        return
    view = ask(view, split_few(view.rows)[0])
    long, few = split_few(view.rows)
    link_rivals(view)
    kinds = split_kinds(long, view.ledger)
    if kinds:
        is_more = any(list_left_out(rows, FIRST_PANELS) for rows in kinds.values())
        look = _choose_look(view, is_more)
        for kind, rows in kinds.items():
            _show_kind(view, kind, rows, look)
    st.header("Every claim", anchor="claims")
    if len(few):
        st.caption(plain(_say_few(few)))
    show_rows(view, key="over-time")


def _say_few(few: pd.DataFrame) -> str:
    claims, claimants = len(few), few["claimant"].nunique()
    return (
        f"Only in this table: {counted(claims, 'claim')} by {counted(claimants, 'claimant')} "
        "who said no more than two numbers of the kind, too few for a chart over time."
    )


def _choose_look(view: View, is_more: bool) -> Look:
    """The switches of the charts; they are in the address too.

    One that would go with a question would take its part of the address along, in a step of its own
    for the Back button: it stays, and cannot be used.
    """
    with open_settings():
        as_reported = st.toggle("Counts as reported", key="as-reported", bind="query-params")
        log = st.toggle("Log scale", key="log", bind="query-params")
        own = st.toggle("Own scale for each", key="own-scale", bind="query-params")
        events = st.toggle("Events", value=True, key="events", bind="query-params")
        every = st.toggle(
            "All claimants", key="all-claimants", bind="query-params", disabled=not is_more
        )
    return Look(
        ink_for(st.context.theme.type),
        as_reported,
        log,
        same_y=not own,
        events=tuple(view.ledger.events.values()) if events else (),
        gaps=tuple(view.ledger.gaps.values()),
        most=ALL_PANELS if every else FIRST_PANELS,
    )


def _show_kind(view: View, kind: str, rows: pd.DataFrame, look: Look) -> None:
    """One kind of count: periods, totals, levels and rates never share an axis."""
    st.header(KINDS[kind], anchor=kind)
    st.markdown(plain(say_finding(rows)))
    if left_out := say_left_out(rows, look.most):
        way = " “All claimants” under Settings draws more of them." * (look.most == FIRST_PANELS)
        st.caption(plain(f"{left_out}{way}"))
    draw = partial(_draw, kind, rows, look=look, most=look.most)
    show_chart(draw, say_over_time(rows), view, rows, f"time-{kind}", FORMS[kind])


def _draw(kind: str, rows: pd.DataFrame, ink: Ink, *, look: Look, most: int) -> Drawing | None:
    return draw_over_time(kind, rows, replace(look, ink=ink, most=most))
