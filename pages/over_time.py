"""How claims lie in time: periods as bars, totals as steps, each claimant on its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from charts.look.drawing import Drawing
from charts.look.style import Ink, counted
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
from pages.shared.chart import show_chart
from pages.shared.question import ask, link_rivals
from pages.shared.show import show_empty, show_heading
from pages.shared.table import show_rows
from pages.shared.text import plain
from pages.shared.view import View

FORMS = {"during": "bars", "as_of": "steps", "level": "levels", "rate": "bars"}
"""How a chart of each kind is read."""
FIRST_PANELS, ALL_PANELS = 4, 40
"""How many panels of a kind a page opens with, and how many it draws at all."""


@dataclass(frozen=True)
class Scale:
    """How the heights are drawn, and how many series."""

    as_reported: bool
    log: bool
    same_y: bool
    events: bool
    most: int


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
    view = ask(view, _split(view)[0])
    long, few = _split(view)
    link_rivals(view)
    kinds = split_kinds(long, view.ledger)
    if kinds:
        scale = _choose_scale(any(list_left_out(rows, FIRST_PANELS) for rows in kinds.values()))
        for kind, rows in kinds.items():
            _show_kind(view, kind, rows, scale)
    st.header("Every claim", anchor="claims")
    if len(few):
        st.caption(plain(_say_few(few)))
    show_rows(view, view.rows, key="over-time")


def _split(view: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that make a course in time, and those that stand alone."""
    kinds = split_kinds(view.rows, view.ledger).values()
    long = {id for rows in kinds for id in split_few(rows)[0]["id"]}
    is_long = view.rows["id"].isin(long)
    return view.rows[is_long], view.rows[~is_long]


def _say_few(few: pd.DataFrame) -> str:
    claims, claimants = len(few), few["claimant"].nunique()
    return (
        f"Only in this table: {counted(claims, 'claim')} by {counted(claimants, 'claimant')} "
        "who said no more than two numbers of the kind, too few for a chart over time."
    )


def _choose_scale(is_more: bool) -> Scale:
    """The switches above the charts; they are in the address too.

    One that would go with a question would take its part of the address along, in a step of its own
    for the Back button: it stays, and cannot be used.
    """
    with st.container(horizontal=True, gap="medium"):
        as_reported = st.toggle("Counts as reported", key="as-reported", bind="query-params")
        log = st.toggle("Log scale", key="log", bind="query-params")
        own = st.toggle("Own scale for each", key="own-scale", bind="query-params")
        events = st.toggle("Events", value=True, key="events", bind="query-params")
        every = st.toggle(
            "All claimants", key="all-claimants", bind="query-params", disabled=not is_more
        )
    return Scale(as_reported, log, not own, events, ALL_PANELS if every else FIRST_PANELS)


def _show_kind(view: View, kind: str, rows: pd.DataFrame, scale: Scale) -> None:
    """One kind of count: periods, totals, levels and rates never share an axis."""
    st.header(KINDS[kind], anchor=kind)
    st.markdown(plain(say_finding(rows)))
    if left_out := say_left_out(rows, scale.most):
        way = " “All claimants” draws more of them." * (scale.most == FIRST_PANELS)
        st.caption(plain(f"{left_out}{way}"))
    draw = partial(_draw, view, kind, rows, scale=scale, most=scale.most)
    show_chart(draw, say_over_time(rows), view, rows, f"time-{kind}", FORMS[kind])


def _draw(
    view: View, kind: str, rows: pd.DataFrame, ink: Ink, *, scale: Scale, most: int
) -> Drawing | None:
    events = tuple(view.ledger.events.values()) if scale.events else ()
    gaps = tuple(view.ledger.gaps.values())
    look = Look(ink, scale.as_reported, scale.log, scale.same_y, events, gaps, most)
    return draw_over_time(kind, rows, look)
