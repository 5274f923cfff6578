"""Claims over time: rows of one kind in, a new figure of small multiples out.

Windows and rates are bars, running totals steps, levels markers. Nothing is joined, smoothed or
added across series, and different kinds of number never share a figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import pandas as pd

from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.backdrop import match_gaps
from charts.marks.bars import add_bars, scale
from charts.marks.claims import stated
from charts.marks.panels import arrange
from charts.marks.steps import add_tail, add_totals
from loaders.ledger import Ledger
from loaders.records import Event, Gap

KINDS = {
    "during": "Counted within a window",
    "as_of": "Running totals",
    "level": "Levels on a date",
    "rate": "Rates",
}
"""What is never drawn on one axis, and the words for it."""
PER_WORDS = {"day": "a day", "working_day": "a working day", "week": "a week", "month": "a month"}


def split_kinds(rows: pd.DataFrame, ledger: Ledger) -> dict[str, pd.DataFrame]:
    """The rows by what may share a figure, in the order of KINDS; kinds without rows are absent."""
    stock = {key for key, measure in ledger.measures.items() if measure.stock}
    level = (rows["kind"] == "as_of") & rows["measure"].isin(stock)
    kinds = rows["kind"].where(~level, "level")
    return {kind: rows[kinds == kind] for kind in KINDS if (kinds == kind).any()}


def draw_bars(
    rows: pd.DataFrame,
    ink: Ink,
    *,
    as_reported: bool = False,
    log: bool = False,
    same_y: bool = True,
    events: Iterable[Event] = (),
    gaps: Iterable[Gap] = (),
) -> Drawing | None:
    """Interval bars for `during` rows or for rates; None for no rows."""
    _check_kinds(rows, {"during"}, {"rate"})
    if rows.empty:
        return None
    factor = scale(rows, as_reported)
    words = partial(_say_axis, as_reported=as_reported)
    drawing, panels = arrange(
        rows, stated(rows) * factor, words, ink, log=log, same_y=same_y, events=events, gaps=gaps
    )
    for panel in panels:
        add_bars(drawing, panel, factor[panel.rows.index], ink)
    return drawing


def draw_steps(
    rows: pd.DataFrame,
    ink: Ink,
    *,
    log: bool = False,
    same_y: bool = True,
    events: Iterable[Event] = (),
    gaps: Iterable[Gap] = (),
) -> Drawing | None:
    """Running totals: a line of steps for each start of count; None for no rows."""
    _check_kinds(rows, {"as_of"})
    return _draw_dated(rows, ink, log, same_y, events, list(gaps), joined=True)


def draw_levels(
    rows: pd.DataFrame,
    ink: Ink,
    *,
    log: bool = False,
    same_y: bool = True,
    events: Iterable[Event] = (),
    gaps: Iterable[Gap] = (),
) -> Drawing | None:
    """Levels on a date: markers that nothing joins; None for no rows."""
    _check_kinds(rows, {"as_of"})
    return _draw_dated(rows, ink, log, same_y, events, list(gaps), joined=False)


def _draw_dated(
    rows: pd.DataFrame,
    ink: Ink,
    log: bool,
    same_y: bool,
    events: Iterable[Event],
    gaps: list[Gap],
    joined: bool,
) -> Drawing | None:
    if rows.empty:
        return None
    words = partial(_say_axis, as_reported=True)
    drawing, panels = arrange(
        rows, stated(rows), words, ink, log=log, same_y=same_y, events=events, gaps=gaps
    )
    until = rows["window_end"].max()
    for panel in panels:
        add_totals(drawing, panel, ink, joined)
        if joined and not match_gaps(panel.rows, gaps):
            add_tail(drawing, panel, until, ink)
    return drawing


def _check_kinds(rows: pd.DataFrame, *allowed: set[str]) -> None:
    kinds = set(rows["kind"].unique())
    if kinds and kinds not in allowed:
        raise ValueError(f"rows of different kinds share no axis: {', '.join(sorted(kinds))}")


def _say_axis(rows: pd.DataFrame, as_reported: bool) -> str:
    one = rows.iloc[0]
    if one["kind"] == "rate":
        return f"{one['counts']} {PER_WORDS[one['per']]}"
    return f"{one['counts']}" if as_reported else f"{one['counts']} per month"
