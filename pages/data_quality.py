"""How far the data goes and where it does not hold: coverage and checks, in two tabs."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.adding.reconciliation import Reconciliation, reconcile_all
from analysis.checks import sort_warnings
from analysis.coverage import cover_all, narrow
from analysis.facts import list_calculations
from charts.coverage import draw_coverage, list_legend, say_coverage, say_left_out
from charts.reconciliation import draw_reconciliation, say_reconciliation
from loaders.problems import Problem
from loaders.sentences import say as say_claim
from loaders.sentences import upper
from pages.shared.chart import show_chart
from pages.shared.embed import open_fold
from pages.shared.markup import show_swatches
from pages.shared.page import View, link_figure, show_empty, show_heading
from pages.shared.text import plain, write_list


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
    _show_wrong(view, found.wrong)
    if found.missing:
        st.header("Not known", anchor="missing")
        st.markdown(plain(found.missing))
    _show_assertions(view)
    _show_reconciliations(view)
    st.header("For who keeps the file", anchor="file")
    _fold(f"Odd ({len(found.odd)})", found.odd)
    _fold(f"Looked at and accepted ({len(found.accepted)})", found.accepted)


def _show_wrong(view: View, problems: tuple[Problem, ...]) -> None:
    """Each claim that something speaks against, and what does."""
    st.header(f"Does not add up ({len(problems)})", anchor="wrong")
    for problem in problems:
        figure = view.ledger.figures.get(problem.record)
        claim = say_claim(view.ledger, figure) if figure else problem.record
        link_figure(problem.record, claim)
        st.caption(plain(upper(f"{problem.message}.")))


def _fold(title: str, problems: tuple[Problem, ...]) -> None:
    if problems:
        with st.expander(title):
            st.markdown(write_list(plain(f"{one.record}: {one.message}") for one in problems))


def _show_assertions(view: View) -> None:
    """Arithmetic that articles state about two figures, calculated again."""
    found = list_calculations(view.ledger)
    if not found:
        return
    st.header(f"What articles calculate ({len(found)})", anchor="calculated")
    borne_out = sum(one.verdict == "consistent" for one in found)
    st.markdown(f"Calculated again from the two figures: {borne_out} of {len(found)} bear out.")
    if fold := open_fold("Each of them", "each-calculated"):
        with fold:
            for one in sorted(found, key=lambda one: one.verdict == "consistent"):
                link_figure(one.figure.id, one.words)


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
