"""Totals up to a date: steps with a marker at each date that was claimed, and nothing between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from charts.look.drawing import Drawing
from charts.look.style import MOST_LABELLED, SMALL_SIZE, plain
from charts.marks.backdrop import add_top_note
from charts.marks.claims import Mark, add_arrows, add_signs, find_last, paint
from charts.marks.panels import Panel
from loaders.dates import parse_date

_LABEL_SHARE = 0.5
"""The part of a phone's width that a line's label takes."""
_QUIET = timedelta(days=60)
"""A total not repeated for longer than this gets its dashed tail."""


def add_totals(drawing: Drawing, panel: Panel, joined: bool) -> None:
    """One line a start of count; ranges stand as upright bars."""
    groups: dict[date | None, list[Mark]] = {}
    for mark in sorted(panel.marks, key=lambda mark: mark.window_end):
        groups.setdefault(mark.window_start, []).append(mark)
    newest_last = sorted(groups.values(), key=lambda marks: marks[-1].window_end)
    for marks in newest_last:
        _add_line(drawing, panel, marks, joined)
        _add_spans(drawing, panel, marks)
        if joined:
            _add_falls(drawing, panel, marks)
    _add_end_labels(drawing, panel, [marks[-1] for marks in newest_last])


def add_tail(drawing: Drawing, panel: Panel, until: date) -> None:
    """A dashed line from the newest total on, for the time without a report."""
    last = find_last(panel.marks)
    if until - last.window_end < _QUIET:
        return
    height = panel.counts.inside(last.stated)
    drawing.add_scatter(
        x=[str(last.window_end), str(until)], y=[height, height], mode="lines", name="tail",
        line={"color": drawing.ink.muted, "width": 1.2, "dash": "dash"}, hoverinfo="skip",
        **panel.axes,
    )  # fmt: skip
    since = parse_date(f"{last.window_end:%Y-%m}").words()
    add_top_note(drawing, panel, until, f"no report since {since}")


def _add_line(drawing: Drawing, panel: Panel, marks: Sequence[Mark], joined: bool) -> None:
    color, inside = drawing.ink.force(marks[0].force), panel.counts.inside
    days = [str(mark.window_end) for mark in marks]
    drawing.add_scatter(
        x=days,
        y=[None if mark.count is None else inside(mark.count) for mark in marks],
        mode="lines+markers" if joined else "markers",
        line={"shape": "hv", "color": color, "width": 1.8},
        marker={
            "size": 8,
            "color": color,
            "symbol": [f"circle{mark.hollow}" for mark in marks],
            "line": {"width": 2, "color": color},
        },
        connectgaps=False,
        cliponaxis=False,
        **paint(marks),
        **panel.axes,
    )
    ends = [panel.counts.at(mark.stated) for mark in marks]
    add_arrows(drawing, days, ends, marks, (0, -20), panel.refs)
    add_signs(drawing, days, [inside(mark.stated) for mark in marks], marks, **panel.axes)


def _add_spans(drawing: Drawing, panel: Panel, marks: Sequence[Mark]) -> None:
    """A thin line over the days a date can mean, an upright bar over a stated range."""
    x: list[Any] = []
    y: list[Any] = []
    for mark in marks:
        low, high = panel.counts.inside(mark.least), panel.counts.inside(mark.stated)
        if mark.count is None:
            x += [str(mark.window_end)] * 2 + [None]
            y += [low, high, None]
        elif mark.window_end_precision != "day":
            x += [str(_first_day(mark)), str(mark.window_end), None]
            y += [high, high, None]
    if x:
        drawing.add_scatter(
            x=x, y=y, mode="lines", line={"color": drawing.ink.force(marks[0].force), "width": 3},
            opacity=0.45, hoverinfo="skip", name="span", **panel.axes,
        )  # fmt: skip


def _first_day(mark: Mark) -> date:
    form = {"year": "%Y", "month": "%Y-%m"}[mark.window_end_precision]
    return parse_date(mark.window_end.strftime(form)).first


def _add_falls(drawing: Drawing, panel: Panel, marks: Sequence[Mark]) -> None:
    for before, after in pairwise(marks):
        if after.stated < before.stated:
            drawing.add_note(
                f"falls from {before.stated:,} to {after.stated:,}", x=str(after.window_end),
                y=panel.counts.at(after.stated), xanchor="left", yanchor="top", xshift=4,
                yshift=-6, name="fall", **panel.refs,
            )  # fmt: skip


def _add_end_labels(drawing: Drawing, panel: Panel, ends: Sequence[Mark]) -> None:
    """The last number of each line, and since when it counts where a panel has several lines.

    The newest come first; a label that would lie on another is left to the hover.
    """
    newest = sorted(ends, key=lambda mark: mark.window_end, reverse=True)[:MOST_LABELLED]
    for last in panel.spread(newest, _LABEL_SHARE):
        words = last.number if len(ends) == 1 else f"{last.stated:,}"
        if len(ends) > 1 and last.window_start:
            words += f" since {last.window_start:%b %Y}"
        side = panel.side_of(last.window_end)
        drawing.add_annotation(
            text=plain(words), x=str(last.window_end), y=panel.counts.at(last.stated),
            xanchor=side, yanchor="bottom", yshift=5, xshift=6 if side == "left" else -6,
            name="end", font={"size": SMALL_SIZE, "color": drawing.ink.text}, **panel.refs,
        )  # fmt: skip
