"""Claims by source: who claimed what, who repeats whom, what changed on the way."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analysis.mutations import Tally, count_mutations
from analysis.provenance import trace
from analysis.rivals import find_questions
from charts import lag, mutations
from charts.by_source import draw_claims, draw_rivals, say_claims, say_left_out, say_rivals
from charts.lag import draw_lags, say_lags
from charts.marks.strips import split_axes
from charts.mutations import draw_outlets, draw_turns, say_mutations
from charts.provenance import draw_provenance, say_provenance
from loaders.sentences import upper
from loaders.table import count_articles
from pages.shared.chart import show_chart
from pages.shared.show import link_figure, show_empty, show_heading
from pages.shared.table import show_rows
from pages.shared.text import say
from pages.shared.view import View

MOST_QUESTIONS = 8


def show(view: View) -> None:
    """The page."""
    show_heading(
        "By source",
        "Who produced the numbers, who printed them, and what was made of them on the way.",
        "More articles are not more evidence: a claim has one origin however often it is repeated.",
        view,
    )
    if view.rows.empty:
        show_empty(view)
        return
    looks = {
        "Claims by claimant": _show_claims,
        "Who repeats whom": _show_relays,
        "Rival answers": _show_questions,
        "Changed on the way": _show_mutations,
        "Printed when": _show_lags,
    }
    show_look = looks[_choose_look(list(looks))]
    show_look(view)
    show_rows(view, view.rows, key="by-source")


def _choose_look(looks: list[str]) -> str:
    """The look that the reader chose; it is in the address too."""
    chosen = st.segmented_control(
        "Look at",
        looks,
        default=looks[0],
        key="look",
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen or looks[0]


def _show_claims(view: View) -> None:
    """Dot and range: one row a claim, by claimant; things counted apart on axes of their own."""
    log = st.toggle("Log scale", value=True, key="log-sources", bind="query-params")
    for axis, rows in split_axes(view.rows).items():
        st.header(say(upper(axis)), anchor=False)
        if left_out := say_left_out(rows):
            st.caption(say(left_out))
        draw = partial(draw_claims, rows, log=log)
        show_chart(draw, say_claims(rows), view, rows, f"claims-{axis}", "claims")


def _show_relays(view: View) -> None:
    """How often the claims were printed, then one of them as a tree, most printed first."""
    st.markdown(say(_say_origins(view.rows)))
    printed = view.rows.sort_values("articles", ascending=False, kind="stable")
    sentences = dict(zip(printed["id"], printed["sentence"], strict=True))
    chosen = st.selectbox(
        "A claim, most articles first",
        list(sentences),
        format_func=sentences.__getitem__,
        key="relays-of",
    )
    found = trace(view.ledger, view.ledger.figures[chosen])
    draw, rows = partial(draw_provenance, found), view.rows_of([chosen])
    show_chart(draw, say_provenance(found), view, rows, f"relays-{chosen}", "provenance")
    link_figure(chosen, found.words)


def _say_origins(rows: pd.DataFrame) -> str:
    """`31 articles printed 12 claims 40 times; each claim has one origin, its claimant.`"""
    times = int(rows["articles"].sum())
    direct = int(rows["origin_articles"].sum())
    return (
        f"{count_articles(rows):,} articles printed {len(rows):,} claims {times:,} times; "
        f"{direct:,} times nobody is named between the claimant and the article. Each claim has "
        "one origin, its claimant."
    )


def _show_questions(view: View) -> None:
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
        st.header(say(upper(question.question)), anchor=False)
        st.markdown(say(f"{upper(question.words)}."))
        rows = view.rows_of(figure.id for figure in question.figures)
        draw = partial(draw_rivals, rows, question)
        show_chart(draw, say_rivals(question, rows), view, rows, f"rivals-{number}", "rivals")
    if more := max(len(questions) - MOST_QUESTIONS, 0):
        st.caption(f"And {more} more questions; filters bring them up.")


def _show_mutations(view: View) -> None:
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


def _show_lags(view: View) -> None:
    """How old each number was when its first article was published."""
    if left_out := lag.say_left_out(view.rows):
        st.caption(say(left_out))
    draw = partial(draw_lags, view.rows)
    show_chart(draw, say_lags(view.rows), view, view.rows, "lags", "lags")
