"""Claims over time: a panel a series, all over the same days.

Windows and rates are bars (marks/bars.py), running totals steps and levels dots (marks/steps.py).
Nothing is joined, smoothed or added across series, and different kinds of number never share a
chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from charts.look.drawing import Drawing
from charts.marks.backdrop import add_backdrop
from charts.marks.bars import add_windows
from charts.marks.claims import Mark, find_last, keep_newest, read_marks, say_too_many, tell_apart
from charts.marks.panels import MOST_PANELS, Look, arrange, series_of, split_series
from charts.marks.steps import add_tail, add_totals
from loaders.dates import DAYS_PER_MONTH, parse_window
from loaders.ledger import Ledger
from loaders.sentences import counted, join_names, lower

KINDS = {
    "during": "In a period",
    "as_of": "Running totals",
    "level": "On a date",
    "rate": "Rates",
}
"""What is never drawn on one axis, and the words for it."""
FEWEST = 3
"""A series with fewer claims has no course in time; its claims are rows of a table."""
MOST_SAID = 3
"""So many series are put in words; the others are counted."""


def split_kinds(rows: pd.DataFrame, ledger: Ledger) -> dict[str, pd.DataFrame]:
    """The rows by what may share a chart, in the order of KINDS; kinds without rows are absent."""
    stock = {key for key, measure in ledger.measures.items() if measure.stock}
    level = (rows["kind"] == "as_of") & rows["measure"].isin(stock)
    kinds = rows["kind"].where(~level, "level")
    return {kind: own for kind in KINDS if len(own := rows[kinds == kind])}


def split_few(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of series long enough for a panel, and those of one or two claims of a kind."""
    series = [(mark.kind, series_of(mark)) for mark in read_marks(rows)]
    sizes = Counter(series)
    is_long = pd.Series([sizes[one] >= FEWEST for one in series], rows.index, "bool")
    return rows[is_long], rows[~is_long]


def draw_over_time(kind: str, rows: pd.DataFrame, look: Look) -> Drawing | None:
    """The chart of rows of one of KINDS; None for no rows.

    Windows and rates are bars, running totals a line of steps for each start of count, dashed where
    nothing follows, counts on a date dots that nothing joins. Raises ValueError for another kind.
    """
    series = _read(kind, rows, look)
    if not series:
        return None
    drawing, panels = arrange(series, look)
    add_backdrop(drawing, panels, look)
    until = rows["window_end"].max().date()
    for panel in panels:
        if kind not in ("as_of", "level"):
            add_windows(drawing, panel, look)
            continue
        add_totals(drawing, panel, joined=kind == "as_of")
        if kind == "as_of" and not panel.gaps:
            add_tail(drawing, panel, until)
    return drawing


def _read(kind: str, rows: pd.DataFrame, look: Look) -> list[list[Mark]]:
    """The marks of each series that is drawn."""
    kinds = set(rows["kind"].unique())
    if kinds - {"as_of" if kind == "level" else kind}:
        raise ValueError(f"rows of different kinds share no axis: {', '.join(sorted(kinds))}")
    found = split_series(read_marks(rows))[: look.most]
    return split_series(keep_newest([mark for marks in found for mark in marks]))


class LeftOut(NamedTuple):
    """A series that is not drawn."""

    claimant: str
    """Its key, for a filter."""
    words: str
    """`Mediazona: verdicts, desertion`."""
    claims: int


def list_left_out(rows: pd.DataFrame, most: int = MOST_PANELS) -> list[LeftOut]:
    """The series beyond the `most` that are drawn, those with most claims first."""
    marks = read_marks(rows)
    left = split_series(marks)[most:]
    return [
        LeftOut(
            own[0].claimant,
            ": ".join(filter(None, [own[0].claimant_name, ", ".join(tell_apart(own[0], marks))])),
            len(own),
        )
        for own in left
    ]


def say_left_out(rows: pd.DataFrame, most: int = MOST_PANELS) -> str:
    """What a chart does not draw, or nothing: `Drawn: the 10 series with most claims, of 61; …`."""
    series = len(split_series(read_marks(rows)))
    left = list_left_out(rows, most)
    claims = sum(one.claims for one in left)
    said = [say_too_many(len(rows) - claims)]
    if left:
        names = [one.words for one in left[:MOST_SAID]]
        names += [f"{len(left) - MOST_SAID:,} more"] * (len(left) > MOST_SAID)
        said.append(
            f"Drawn: the {most} series with most claims, of {series:,}. "
            f"Not drawn, but in the table: {counted(claims, 'claim')} ({join_names(names)})."
        )
    return " ".join(filter(None, said))


def say_over_time(rows: pd.DataFrame) -> str:
    """`Requests rose from 54 in June 2023 to 218 in October 2023, Idite Lesom (…).`"""
    series = split_series(read_marks(rows))
    sentences = [_say_series(marks) for marks in series[:MOST_SAID]]
    if len(series) > MOST_SAID:
        sentences.append(f"And {len(series) - MOST_SAID} more series, in the table below.")
    return " ".join(sentences) or "No claims."


def say_finding(rows: pd.DataFrame) -> str:
    """The same of the series with most claims only, or nothing."""
    series = split_series(read_marks(rows))
    return _say_series(series[0]) if series else ""


def _say_series(marks: Sequence[Mark]) -> str:
    """The change between the first and the last claim that can be set side by side."""
    alike = _comparable(marks)
    if len({mark.window_end for mark in alike}) < 2:
        return find_last(marks).sentence
    first, last = alike[0], alike[-1]
    peak = max(alike, key=lambda mark: mark.stated)
    highest = f" (highest: {_say_point(peak)})" if peak.id != last.id else ""
    return (
        f"{first.counts.capitalize()}{first.pace} {_say_change(first, last)} from "
        f"{_say_point(first)} to {_say_point(last)}{highest}, "
        f"{first.claimant_name} ({_say_scope(first)})."
    )


def _comparable(marks: Sequence[Mark]) -> list[Mark]:
    """By time the most of one series with windows equally long, or totals with one start."""
    starts = [str(mark.window_start or "") for mark in marks]
    months = [str(round((mark.window_end - mark.first).days / DAYS_PER_MONTH)) for mark in marks]
    alike = starts if marks[0].kind == "as_of" else months
    sizes = Counter(alike)
    most = max(sizes, key=lambda key: (sizes[key], key))
    chosen = [mark for mark, key in zip(marks, alike, strict=True) if key == most]
    return sorted(chosen, key=lambda mark: (mark.window_end, mark.articles))


def _say_change(first: Mark, last: Mark) -> str:
    """`rose` or `fell` only where the bounds leave no other way."""
    if _is_below(first, last):
        return "rose"
    return "fell" if _is_below(last, first) else "went"


def _is_below(one: Mark, other: Mark) -> bool:
    if one.count_high is None or other.count_low is None:
        return False
    return one.count_high < other.count_low


def _say_point(mark: Mark) -> str:
    window = parse_window(mark.window)
    when = "up to" if mark.kind == "as_of" else "in" if window.start == window.end else "for"
    return f"{mark.number} {when} {window.words()}"


def _say_scope(mark: Mark) -> str:
    labels = [lower(label) for label in (mark.measure_label, mark.offence_label) if label]
    return ", ".join(filter(None, [*labels, mark.unit_name, mark.category, mark.place]))
