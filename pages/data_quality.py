"""How far the data goes and where it does not hold: coverage and checks, in two tabs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from analysis.adding.reconciliation import Reconciliation, reconcile_all
from analysis.arithmetic import check_assertions
from analysis.checks import sort_warnings
from analysis.coverage import cover_all, narrow
from charts.coverage import draw_coverage, list_legend, say_coverage, say_left_out
from charts.reconciliation import draw_reconciliation, say_reconciliation
from loaders.problems import Problem
from pages.shared.chart import show_chart
from pages.shared.markup import show_swatches
from pages.shared.show import link_figure, show_empty, show_heading
from pages.shared.text import plain, write_list
from pages.shared.view import View

MOST_LINKED = 12
"""Warnings of one group that are shown with links to their figures; the others are folded."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Data quality",
        "For which months there are numbers, and what in the data does not add up or is odd.",
        "An empty month says that no number is in this data, not that nobody deserted.",
        view,
    )
    coverage, checks = st.tabs(
        ["Coverage", "Checks"], key="tab", on_change="rerun", bind="query-params"
    )
    with coverage:
        if coverage.open:
            _show_coverage(view)
    with checks:
        if checks.open:
            _show_checks(view)


def _show_coverage(view: View) -> None:
    """What is known of each series in each month, and why the rest is not."""
    st.header("Coverage", anchor="coverage")
    if view.rows.empty:
        show_empty(view)
        return
    found = narrow(view.ledger, cover_all(view.ledger), set(view.rows["id"].tolist()))
    show_swatches(list_legend())
    if left_out := say_left_out(found):
        st.caption(plain(left_out))
    draw = partial(draw_coverage, found)
    show_chart(draw, say_coverage(found), view, view.rows, "coverage", "coverage")


def _show_checks(view: View) -> None:
    """What does not add up, what is odd, what is missing; of each the newest first."""
    st.markdown(
        "Found anew with every change of the data, whatever the filters are. A warning is not an "
        "error of the data: often the claimants themselves disagree."
    )
    found = sort_warnings(view.ledger)
    _show_group("Does not add up", "wrong", found.wrong)
    _show_group("Odd", "odd", found.odd)
    if found.missing:
        st.header("Not known", anchor="missing")
        st.markdown(plain(found.missing))
    if found.accepted:
        with st.expander(f"Looked at and accepted ({len(found.accepted)})"):
            st.markdown(_list(found.accepted))
    _show_assertions(view)
    _show_reconciliations(view)


def _show_group(title: str, anchor: str, problems: tuple[Problem, ...]) -> None:
    if not problems:
        return
    st.header(f"{title} ({len(problems)})", anchor=anchor)
    for problem in problems[:MOST_LINKED]:
        if problem.figures:
            link_figure(problem.figures[0], problem.message)
        else:
            st.markdown(plain(f"{problem.record}: {problem.message}"))
    if more := problems[MOST_LINKED:]:
        with st.expander(f"{len(more)} more"):
            st.markdown(_list(more))


def _list(problems: Iterable[Problem]) -> str:
    return write_list(plain(f"{one.record}: {one.message}") for one in problems)


def _show_assertions(view: View) -> None:
    """Arithmetic that articles state about two figures, calculated again."""
    found = check_assertions(view.ledger)
    if not found:
        return
    st.header(f"What articles calculate ({len(found)})", anchor="calculated")
    borne_out = sum(one.verdict == "consistent" for one in found)
    st.markdown(f"Calculated again from the two figures: {borne_out} of {len(found)} bear out.")
    with st.expander("Each of them"):
        st.markdown(
            write_list(
                plain(f"{view.ledger.articles[one.article].outlet} on {one.figure.id}: {one.words}")
                for one in found
            )
        )


def _show_reconciliations(view: View) -> None:
    """Every running total whose periods are known: what it grew by beside what they come to."""
    found = [one for one in reconcile_all(view.ledger) if one.total is not None]
    if not found:
        return
    st.header(f"Running totals against their periods ({len(found)})", anchor="reconciliation")
    st.markdown("A total that grows by the sum of the periods between is consistent with them.")
    ordered = sorted(found, key=lambda one: one.verdict != "disagrees")
    choices = {one.later.id + one.words: one for one in ordered}
    chosen = st.selectbox("A total", list(choices), format_func=lambda key: choices[key].words)
    if chosen:
        _show_reconciliation(view, choices[chosen])


def _show_reconciliation(view: View, one: Reconciliation) -> None:
    rows = view.rows_of([one.later.id, *(period.id for period in one.periods)])
    draw, words = partial(draw_reconciliation, view.ledger, one), say_reconciliation(one)
    show_chart(draw, words, view, rows, "reconciliation", "reconciliation")
    if one.pace:
        st.caption(plain(f"Pace: {one.pace}."))
