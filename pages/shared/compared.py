"""The page of one figure: who says otherwise, its whole and parts, what it may be added to."""

from __future__ import annotations

import streamlit as st

from analysis.parts import breakdowns_of
from analysis.rivals import rivals_of
from loaders.records import Figure
from loaders.sentences import say as say_claim
from pages.shared.show import link_figure
from pages.shared.sums import show_sum
from pages.shared.units import show_breakdowns
from pages.shared.view import View


def show_rivals(view: View, figure: Figure) -> None:
    """Same question, other claimants: side by side, never averaged."""
    rivals = rivals_of(view.ledger, figure)
    if not rivals:
        return
    st.header("Same question, other answers", anchor="rivals")
    for rival in rivals:
        link_figure(rival.figure.id, rival.words)


def show_parts(view: View, figure: Figure) -> None:
    """The whole it belongs to, its own parts, and what is not itemised."""
    breakdowns = breakdowns_of(view.ledger, figure)
    if not breakdowns and not figure.part_of:
        return
    st.header("Whole and parts", anchor="parts")
    if figure.part_of:
        whole = view.ledger.figures[figure.part_of]
        link_figure(whole.id, f"Part of: {say_claim(view.ledger, whole)}")
    show_breakdowns(view, figure)


def show_sums(view: View, figure: Figure) -> None:
    """A picker: may it be added to that one? The sum, or what stands against it."""
    st.header("Can it be added to …?", anchor="add")
    others = {
        other.id: say_claim(view.ledger, other)
        for other in view.ledger.figures.values()
        if other.id != figure.id and (other.unit == figure.unit or other.part_of == figure.part_of)
    }
    chosen = st.multiselect("Other figures", list(others), format_func=others.__getitem__)
    if chosen:
        show_sum(view, [figure.id, *chosen])
