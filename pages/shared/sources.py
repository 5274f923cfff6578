"""The looks at sources: claims by claimant, relays, rivals, what changed in print, and when."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis.mutations import Tally, count_mutations
from analysis.rivals import find_questions
from charts import lag, mutations
from charts.by_source import draw_claims, draw_rivals, say_claims, say_left_out, say_rivals
from charts.lag import draw_lags, say_lags
from charts.marks.strips import split_axes
from charts.mutations import draw_outlets, draw_turns, say_mutations
from pages.shared.chart import show_chart
from pages.shared.relays import show_relays
from pages.shared.show import say
from pages.shared.view import View

MOST_QUESTIONS = 8


def choose_look() -> Callable[[View], None]:
    """The look that the reader chose; it is in the address too."""
    looks = {
        "Claims by claimant": show_claims,
        "Who repeats whom": show_relays,
        "Rival answers": show_questions,
        "Changed on the way": show_mutations,
        "Printed when": show_lags,
    }
    chosen = st.segmented_control(
        "Look at",
        list(looks),
        default="Claims by claimant",
        key="look",
        bind="query-params",
        label_visibility="collapsed",
    )
    return looks[chosen or "Claims by claimant"]


def show_claims(view: View) -> None:
    """Dot and range: one row a claim, by claimant; things counted apart on axes of their own."""
    log = st.toggle("Log scale", value=True, key="log-sources", bind="query-params")
    for axis, rows in split_axes(view.rows).items():
        st.header(say(axis[:1].upper() + axis[1:]), anchor=False)
        if left_out := say_left_out(rows):
            st.caption(say(left_out))
        draw = partial(draw_claims, rows, log=log)
        show_chart(draw, say_claims(rows), view, rows, f"claims-{axis}", "claims")


def show_questions(view: View) -> None:
    """Same question, other answers: side by side with how far apart they are."""
    chosen = set(view.rows["id"].tolist())
    questions = [
        question
        for question in find_questions(view.ledger)
        if any(figure.id in chosen for figure in question.figures)
    ]
    if not questions:
        st.info("No two claimants answer the same question among these figures.")
    for number, question in enumerate(questions[:MOST_QUESTIONS]):
        st.header(say(question.question[:1].upper() + question.question[1:]), anchor=False)
        st.markdown(say(question.words[:1].upper() + question.words[1:] + "."))
        rows = view.table[view.table["id"].isin([figure.id for figure in question.figures])]
        draw = partial(draw_rivals, rows, question)
        show_chart(draw, say_rivals(question, rows), view, rows, f"rivals-{number}", "rivals")
    if more := max(len(questions) - MOST_QUESTIONS, 0):
        st.caption(f"And {more} more questions; filters bring them up.")


def show_mutations(view: View) -> None:
    """Over the whole ledger: how often a citation printed something else, and what."""
    found = count_mutations(view.ledger)
    st.markdown(f"**Whole ledger: {say(found.all.words)}.** Rounding a number is no change.")
    if left_out := mutations.say_left_out(found):
        st.caption(say(left_out))
    alt = say_mutations(found)
    whole = view.table
    show_chart(partial(draw_turns, found), alt, view, whole, "turns", "turns")
    st.header("By outlet", anchor=False)
    show_chart(partial(draw_outlets, found), alt, view, whole, "outlets", "outlets")
    st.header("Every change", anchor=False)
    turns = pd.DataFrame(found.turns, columns=["Field", "Claimed", "Printed", "Times"])
    st.dataframe(turns, hide_index=True, alt="What was claimed, what was printed, how often.")
    for label, tallies in (("Outlet", found.outlets), ("Language", found.languages)):
        st.header(f"By {label.lower()}", anchor=False)
        alt = f"Citations and changed citations by {label.lower()}."
        st.dataframe(_tabulate(label, tallies), hide_index=True, alt=alt)


def show_lags(view: View) -> None:
    """How old each number was when its first article was published."""
    if left_out := lag.say_left_out(view.rows):
        st.caption(say(left_out))
    draw = partial(draw_lags, view.rows)
    show_chart(draw, say_lags(view.rows), view, view.rows, "lags", "lags")


def _tabulate(label: str, tallies: tuple[Tally, ...]) -> pd.DataFrame:
    rows = [
        {
            label: tally.name,
            "Citations": tally.citations,
            "Changed": tally.changed,
            "What changed": ", ".join(f"{field} {times}" for field, times in tally.fields),
        }
        for tally in tallies
        if tally.changed
    ]
    return pd.DataFrame(rows)
