"""What does not add up, or is odd: every warning, grouped, each with its figures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from analysis.checks import Group, find_warnings, group_by_rule
from analysis.reconciliation import Reconciliation, reconcile_all
from charts.reconciliation import draw_reconciliation, say_reconciliation
from loaders.problems import Problem
from loaders.sentences import say as say_claim
from pages.shared.chart import show_chart
from pages.shared.show import link_figure, show_heading
from pages.shared.text import plain, write_list
from pages.shared.view import View

MOST_LINKED = 20
"""Warnings of one rule that are shown with links to their figures; the others are a list."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Checks",
        "What in the data does not add up or is odd, found anew with every change of the file.",
        "A warning is not an error of the data: often the claimants themselves disagree.",
    )
    _show_groups(view)
    _show_reconciliations(view)


def _show_groups(view: View) -> None:
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
            st.markdown(_list(group.open))


def _has_figures(group: Group) -> bool:
    return any(problem.figures for problem in (*group.open, *group.accepted))


def _show_group(view: View, group: Group) -> None:
    st.header(f"{plain(group.meaning)} ({len(group.open)})", anchor=group.rule)
    for problem in group.open[:MOST_LINKED]:
        st.markdown(plain(f"{problem.message} (line {problem.place.line})"))
        for id in problem.figures:
            link_figure(id, say_claim(view.ledger, view.ledger.figures[id]))
    if more := group.open[MOST_LINKED:]:
        with st.expander(f"{len(more)} more"):
            st.markdown(_list(more))
    if group.accepted:
        with st.expander(f"Looked at and accepted ({len(group.accepted)})"):
            st.markdown(_list(group.accepted))


def _list(problems: Iterable[Problem]) -> str:
    return write_list(plain(f"{one.record}: {one.message}") for one in problems)


def _show_reconciliations(view: View) -> None:
    """Every running total whose periods are known: what it grew by beside what they come to."""
    found = [one for one in reconcile_all(view.ledger) if one.total is not None]
    st.header(f"Running totals against their periods ({len(found)})", anchor="reconciliation")
    st.markdown("A total that grows by the sum of the periods between is consistent with them.")
    ordered = sorted(found, key=lambda one: one.verdict != "disagrees")
    choices = {one.later.id + one.words: one for one in ordered}
    chosen = st.selectbox(
        "A total", list(choices), format_func=lambda key: choices[key].words
    )
    if chosen:
        _show_reconciliation(view, choices[chosen])


def _show_reconciliation(view: View, one: Reconciliation) -> None:
    rows = view.rows_of([one.later.id, *(period.id for period in one.periods)])
    draw, words = partial(draw_reconciliation, view.ledger, one), say_reconciliation(one)
    show_chart(draw, words, view, rows, "reconciliation", "reconciliation")
    if one.pace:
        st.caption(plain(f"Pace: {one.pace}."))
