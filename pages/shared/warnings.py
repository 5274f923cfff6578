"""Warnings about the data: by rule, accepted ones apart, each with a link to its figures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from analysis.checks import Group, find_warnings, group_by_rule
from analysis.reconciliation import reconcile_all
from charts.reconciliation import draw_reconciliation, say_reconciliation
from loaders.problems import Problem
from loaders.sentences import say as say_claim
from loaders.sentences import thin
from pages.shared.chart import show_chart
from pages.shared.show import link_figure, say
from pages.shared.text import plain
from pages.shared.view import View

MOST_LINKED = 20
"""Warnings of one rule that are shown with links to their figures; the others are a list."""


def show_groups(view: View) -> None:
    """First what is about figures, then what is about articles, closed."""
    groups = group_by_rule(find_warnings(view.ledger))
    if not groups:
        st.success("Nothing odd was found.")
    about_articles = [group for group in groups if not _has_figures(group)]
    for group in groups:
        if group not in about_articles:
            _show_group(view, group)
    for group in about_articles:
        with st.expander(f"{plain(group.meaning)} ({len(group.open)})"):
            _list(group.open)


def show_reconciliations(view: View) -> None:
    """Every running total whose periods are known: what it grew by beside what they come to."""
    found = [one for one in reconcile_all(view.ledger) if one.total is not None]
    st.header(f"Running totals against their periods ({len(found)})", anchor="reconciliation")
    st.markdown("A total that grows by the sum of the periods between is consistent with them.")
    ordered = sorted(found, key=lambda one: one.verdict != "disagrees")
    choices = {one.later.id + one.words: one for one in ordered}
    chosen = st.selectbox(
        "A total", list(choices), format_func=lambda key: thin(choices[key].words)
    )
    if chosen:
        one = choices[chosen]
        ids = [one.later.id, *(period.id for period in one.periods)]
        rows = view.table[view.table["id"].isin(ids)]
        draw = partial(draw_reconciliation, view.ledger, one)
        words = say_reconciliation(one)
        show_chart(draw, words, view, rows, "reconciliation", "reconciliation")
        if one.pace:
            st.caption(say(f"Pace: {one.pace}."))


def show_warnings(view: View, id: str) -> None:
    """The warnings about one figure, for its own page."""
    found = [problem for problem in find_warnings(view.ledger) if id in problem.figures]
    if found:
        st.header("Checks", anchor="checks")
        _list(found)


def _has_figures(group: Group) -> bool:
    return any(problem.figures for problem in (*group.open, *group.accepted))


def _show_group(view: View, group: Group) -> None:
    st.header(f"{plain(group.meaning)} ({len(group.open)})", anchor=group.rule)
    for problem in group.open[:MOST_LINKED]:
        st.markdown(say(f"{problem.message} (line {problem.place.line})"))
        for id in problem.figures:
            link_figure(id, say_claim(view.ledger, view.ledger.figures[id]))
    if more := group.open[MOST_LINKED:]:
        with st.expander(f"{len(more)} more"):
            _list(more)
    if group.accepted:
        with st.expander(f"Looked at and accepted ({len(group.accepted)})"):
            _list(group.accepted)


def _list(problems: Iterable[Problem]) -> None:
    lines = [f"- {say(f'{one.record}: {one.message}')}" for one in problems]
    st.markdown("\n".join(lines))
