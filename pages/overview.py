"""The answer first: what is claimed of each step and each force, then cases by month, then news."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analysis.ladder import NO_SUM, RULE, Rung, Step, climb, say_caveat, say_gap
from charts.by_month import TITLE, draw_by_month, say_series, split_forces
from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.panels import Look
from charts.over_time import say_over_time
from loaders.ledger import FORCES, Ledger
from loaders.records import Figure
from loaders.sentences import (
    lower,
    say_measure,
    say_population,
    say_quantity,
    say_when,
    say_whole_time,
    upper,
)
from loaders.words import Status
from pages.shared.chart import show_chart
from pages.shared.markup import Html, show_html, tag, write_way
from pages.shared.page import View, open_check, show_empty, show_heading
from pages.shared.table import cell, grid, head, sort_rows, write_cited_first
from pages.shared.text import plain

LATEST = 6
"""So many of the latest claims are shown."""
FOLLOWED = ("force", "measure", "offence")
"""The filters that leave rows or columns of the ladder out."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Reported desertion in the Russia–Ukraine war",
        "Who claimed what, for which unit and time, and which articles printed it.",
        "Every number is reported, none verified.",
        view,
    )
    _ask()
    if view.rows.empty:
        show_empty(view)
        return
    _show_ladder(view)
    _show_by_month(view)
    st.header("Latest claims", anchor="latest")
    _show_latest(view)


def _ask() -> None:
    """A field for whatever a reader has in hand."""
    with st.form("look-up", border=False):
        field, button = st.columns([5, 1], vertical_alignment="bottom")
        text = field.text_input(
            "Look up a number, a unit, a claimant, a title, or a text that you paste",
            placeholder="18,000",
        ).strip()
        if button.form_submit_button("Look up", width="stretch") and text:
            open_check(text)


def _show_ladder(view: View) -> None:
    """For each step and each force one number, who says it, and what others say."""
    st.header("What is claimed, step by step", anchor="ladder")
    chosen = view.filters
    steps = [
        step
        for step in climb(view.ledger)
        if step.measure in chosen.get("measure", (step.measure,))
        and step.offence in chosen.get("offence", (step.offence,))
    ]
    forces = [force for force in FORCES if force in chosen.get("force", FORCES)]
    if set(chosen) - set(FOLLOWED):
        st.caption(
            "These are the numbers of all the data; of your filters only those for forces, "
            "for what is counted and for the offence leave rows or columns out."
        )
    if steps:
        show_html(write_ladder(view.ledger, steps, forces))
    else:
        st.info("No step has a claim for a whole force among what is counted here.")


def write_ladder(ledger: Ledger, steps: list[Step], forces: list[str]) -> Html:
    """A row a step, a column a force."""
    heads = [head("col", ledger.units[force].name, class_=force) for force in forces]
    rows = [_write_step(ledger, step, forces) for step in steps]
    return grid([head("col", "Step"), *heads], rows, f"{NO_SUM} {RULE}", class_="ladder")


def _write_step(ledger: Ledger, step: Step, forces: list[str]) -> list[Html]:
    """A row: what is counted, then a cell a force."""
    measure = ledger.measures[step.measure]
    parts: list[str] = [
        write_way(measure.label, "over-time", measure=step.measure, offence=step.offence)
    ]
    if step.offence:
        parts.append(tag("small", lower(ledger.offences[step.offence].label)))
    if caveat := say_caveat(ledger, step):
        parts.append(tag("small", caveat, class_="caveat"))
    cells = [_write_rung(ledger, step, rung) for rung in step.rungs if rung.force in forces]
    return [head("row", *parts), *cells]


def _write_rung(ledger: Ledger, step: Step, rung: Rung) -> Html:
    """A cell: the number, who and when, the second period, what others say, why there is none."""
    parts = [
        _write_number(ledger, figure, first=place == 0) for place, figure in enumerate(rung.figures)
    ]
    if rung.others:
        question = {"measure": step.measure, "offence": step.offence, "force": rung.force}
        parts.append(tag("p", write_way(rung.others.words, "over-time", **question)))
    if gap := say_gap(ledger, rung):
        parts.append(tag("p", gap, class_="muted"))
    if not parts:
        parts.append(tag("p", "no claim", class_="muted"))
    return cell(*parts, class_=rung.force)


def _write_number(ledger: Ledger, figure: Figure, first: bool) -> Html:
    """The first number of a cell is large and names its claimant."""
    way = write_way(say_quantity(ledger, figure), "figure", id=figure.id)
    when = say_whole_time(ledger, figure)
    if not first:
        return tag("p", way, f" {when}")
    name = ledger.claimants[figure.claimant].name
    return tag("p", tag("strong", way), tag("small", f"{name}, {when}"))


def _show_by_month(view: View) -> None:
    """Of each force the series of cases with most claims, each on its own scale."""
    series = split_forces(view.rows)
    if not series:
        return
    st.header(TITLE, anchor="by-month")
    for column, (force, own) in zip(st.columns(len(series)), series, strict=True):
        with column:
            st.markdown(plain(say_series(own)))
            draw = partial(_draw_by_month, view, own)
            show_chart(draw, say_over_time(own), view, own, f"by-month-{force}", "bars")


def _draw_by_month(view: View, rows: pd.DataFrame, ink: Ink, *, most: int = 1) -> Drawing | None:
    return draw_by_month(rows, Look(ink, gaps=tuple(view.ledger.gaps.values()), most=most))


def _show_latest(view: View) -> None:
    """The claims that run to the latest days; each leads to its figure."""
    newest = sort_rows(view.rows, "Newest first")["id"].head(LATEST)
    figures = [view.ledger.figures[id] for id in newest]
    show_html(tag("ul", *(write_claim(view.ledger, one) for one in figures), class_="claims"))


def write_claim(ledger: Ledger, figure: Figure) -> Html:
    """The number, which leads to its figure, what, of whom and when, who said and printed it."""
    number = write_way(say_quantity(ledger, figure), "figure", id=figure.id)
    what = say_measure(ledger, figure.measure, figure.offence)
    scope = f" {what}: {say_population(ledger, figure)}, {say_when(ledger, figure)}"
    status = [tag("em", upper(figure.status)), ". "] if figure.status != Status.CURRENT else []
    name = f"{ledger.claimants[figure.claimant].name}; "
    cited = write_cited_first(ledger, figure)
    return tag("li", tag("strong", number), scope, tag("p", *status, name, *cited, class_="muted"))
