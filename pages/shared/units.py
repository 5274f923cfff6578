"""The charts by unit: one row a unit in tree order, and wholes with their parts."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.parts import breakdowns_of
from analysis.tree import find_wholes, grow_tree
from charts.by_unit import Order, draw_units, say_left_out, say_units, split_rates
from charts.marks.strips import split_axes
from charts.parts import draw_parts, say_parts
from loaders.records import Figure
from loaders.sentences import say as say_claim
from loaders.sentences import thin
from pages.shared.chart import show_chart
from pages.shared.show import link_figure, say, show_rows
from pages.shared.view import View


def show_units(view: View) -> None:
    """One chart a thing counted; requests and people never share an axis."""
    with st.container(horizontal=True, gap="medium"):
        log = st.toggle("Log scale", value=True, key="log-units", bind="query-params")
        empty = st.toggle("Units without figures", key="empty-units", bind="query-params")
        largest = st.toggle("Largest first", key="largest-first", bind="query-params")
    order = Order(empty, largest)
    counts, rates = split_rates(view.rows)
    for axis, rows in split_axes(counts).items():
        st.header(say(axis[:1].upper() + axis[1:]), anchor=False)
        if left_out := say_left_out(rows, view.ledger, order):
            st.caption(say(left_out))
        draw = partial(draw_units, rows, view.ledger, log=log, order=order)
        show_chart(draw, say_units(rows), view, rows, f"units-{axis}", "units")
    if len(rates):
        st.header("Rates", anchor="rates")
        show_rows(view, rates, key="unit-rates")


def show_wholes(view: View) -> None:
    """A whole of the reader's choice with its parts, and what is left."""
    chosen = set(view.rows["id"].tolist())
    wholes = {whole.id: whole for whole in find_wholes(view.ledger) if whole.id in chosen}
    if not wholes:
        return
    st.header("Wholes and their parts", anchor="parts")
    id = st.selectbox(
        "A figure that has parts",
        list(wholes),
        format_func=lambda key: thin(say_claim(view.ledger, wholes[key])),
    )
    show_breakdowns(view, wholes[id])


def show_breakdowns(view: View, whole: Figure) -> None:
    """Each breakdown with its sum and what is not itemised; two of them are never added."""
    ledger, tree = view.ledger, grow_tree(view.ledger, whole)
    for breakdown, branch in zip(breakdowns_of(ledger, whole), tree.children, strict=True):
        verdict = f" ({breakdown.verdict}: {breakdown.reason})" if breakdown.reason else ""
        words = breakdown.words[:1].upper() + breakdown.words[1:]
        st.markdown(f"**{say(words)}**{say(verdict)}")
        ids = [whole.id, *(part.id for part in breakdown.parts)]
        rows = view.table[view.table["id"].isin(ids)]
        draw = partial(draw_parts, tree, branch, ledger.force(whole.unit))
        key = f"parts-{whole.id}-{'-'.join(breakdown.fields)}"
        show_chart(draw, say_parts(tree, branch), view, rows, key, "parts")
        for part in breakdown.parts:
            link_figure(part.id, say_claim(ledger, part))
