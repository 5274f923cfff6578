"""The charts by unit: one row a unit in tree order, and wholes with their parts."""

from __future__ import annotations

import streamlit as st

from analysis.parts import breakdowns_of
from analysis.tree import find_wholes
from charts.by_unit import draw_units, say_units
from charts.strips import split_axes
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say as say_claim
from pages.shared.show import ink, link_figure, say, show_chart
from pages.shared.view import View


def show_units(view: View) -> None:
    """One chart a thing counted; requests and people never share an axis."""
    with st.container(horizontal=True, gap="medium"):
        log = st.toggle("Log scale", value=True, key="log-units", bind="query-params")
        empty = st.toggle("Units without figures", key="empty-units", bind="query-params")
    for axis, rows in split_axes(view.rows).items():
        st.subheader(say(axis[:1].upper() + axis[1:]), anchor=False)
        chart = draw_units(rows, view.ledger, ink(), log=log, empty_units=empty)
        show_chart(chart, say_units(rows), view, rows, key=f"units-{axis}")


def show_wholes(view: View) -> None:
    """A whole of the reader's choice with its parts, and what is left."""
    chosen = set(view.rows["id"])
    wholes = {whole.id: whole for whole in find_wholes(view.ledger) if whole.id in chosen}
    if not wholes:
        return
    st.header("Wholes and their parts", anchor="parts")
    id = st.selectbox(
        "A figure that has parts",
        list(wholes),
        format_func=lambda key: say_claim(view.ledger, wholes[key]),
    )
    show_breakdowns(view.ledger, wholes[id])


def show_breakdowns(ledger: Ledger, whole: Figure) -> None:
    """Each breakdown with its sum, what is not itemised, and the parts; never two together."""
    for breakdown in breakdowns_of(ledger, whole):
        verdict = f" ({breakdown.verdict}: {breakdown.reason})" if breakdown.reason else ""
        words = breakdown.words[:1].upper() + breakdown.words[1:]
        st.markdown(f"**{say(words)}**{say(verdict)}")
        for part in breakdown.parts:
            link_figure(part.id, say_claim(ledger, part))
