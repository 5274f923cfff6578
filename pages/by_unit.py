"""Claims by unit: the tree of both forces, a mark a claim, and what is not itemised."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.adding.parts import find_wholes
from charts.by_unit import Order, draw_units, say_left_out, say_units, split_rates
from charts.marks.strips import split_axes
from loaders.sentences import say as say_claim
from loaders.sentences import upper
from pages.figure import show_breakdowns
from pages.shared.chart import open_settings, show_chart
from pages.shared.embed import open_fold
from pages.shared.markup import show_html
from pages.shared.page import View, show_empty, show_heading
from pages.shared.question import ask, link_rivals
from pages.shared.table import show_rows, sort_rows, write_table
from pages.shared.text import plain

NO_CLAIM = "A unit that is not listed has no claim in this data; no claim is not no desertion."


def show(view: View) -> None:
    """The page."""
    show_heading(
        "By unit",
        "Which units the claims are about: forces, districts, armies, brigades.",
        "A unit's marks are claims about it; they never hold the sum of the units below.",
    )
    if view.rows.empty:
        show_empty(view)
        return
    view = ask(view, view.rows[view.rows["unit"] != view.rows["force"]])
    link_rivals(view)
    _show_units(view)
    _show_wholes(view)
    st.header("Every claim", anchor="claims")
    show_rows(view, key="by-unit")


def _show_units(view: View) -> None:
    """One chart a thing counted; requests and people never share an axis."""
    with open_settings():
        log = st.toggle("Log scale", value=True, key="log-units", bind="query-params")
        largest = st.toggle("Largest first", key="largest-first", bind="query-params")
        empty = st.toggle("Units without figures", key="empty-units", bind="query-params")
    order = Order(empty, largest)
    counts, rates = split_rates(view.rows)
    for axis, rows in split_axes(counts).items():
        st.header(plain(upper(axis)), anchor=False)
        left_out = say_left_out(rows, view.ledger, order)
        st.caption(plain(f"{NO_CLAIM} {left_out}"))
        draw = partial(draw_units, rows, view.ledger, log=log, order=order)
        show_chart(draw, say_units(rows), view, rows, f"units-{axis}", "units")
    if len(rates):
        st.header("Rates", anchor="rates")
        figures = [view.ledger.figures[id] for id in sort_rows(rates, "Newest first")["id"]]
        show_html(write_table(view.ledger, figures, "A pace is no count, so it has no mark above."))


def _show_wholes(view: View) -> None:
    """A whole of the reader's choice with its parts, and what is left; folded, for it is long."""
    chosen = set(view.rows["id"].tolist())
    wholes = {whole.id: whole for whole in find_wholes(view.ledger) if whole.id in chosen}
    if not wholes:
        return
    if fold := open_fold(f"Wholes and their parts ({len(wholes)})", "wholes"):
        with fold:
            id = st.selectbox(
                "A figure that has parts",
                list(wholes),
                format_func=lambda key: say_claim(view.ledger, wholes[key]),
            )
            show_breakdowns(view, wholes[id])
