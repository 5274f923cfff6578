"""The page of one figure: who says otherwise, its whole and parts, what it may be added to."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.neighbours import find_addable
from analysis.parts import breakdowns_of
from analysis.rivals import find_questions, rivals_of
from charts.by_source import draw_rivals, say_rivals
from loaders.records import Figure
from loaders.sentences import say as say_claim
from pages.shared.chart import show_chart
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
    for question in find_questions(view.ledger):
        if question.same_window and figure in question.figures:
            ids = [answer.id for answer in question.figures]
            rows = view.table[view.table["id"].isin(ids)]
            draw = partial(draw_rivals, rows, question)
            show_chart(draw, say_rivals(question, rows), view, rows, "rivals", "rivals")
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
    """What it may be added to, and a picker that says for any other figure why not."""
    st.header("Can it be added to …?", anchor="add")
    addable = find_addable(view.ledger, figure)
    if not addable:
        st.markdown("There is no other figure in the data that it may be added to.")
    else:
        st.markdown(f"It may be added to {len(addable)} of {len(view.table) - 1} other figures.")
    first = {other.id for other in addable}
    others = sorted(view.ledger.figures, key=lambda other: other not in first)
    known = dict(zip(view.table["id"], view.table["sentence"], strict=True))
    sentences = {id: known[id] for id in others if id != figure.id}
    chosen = st.multiselect(
        "Other figures (those it may be added to come first)",
        list(sentences),
        format_func=sentences.__getitem__,
        key=f"add-{figure.id}",
    )
    if chosen:
        show_sum(view, [figure.id, *chosen])
