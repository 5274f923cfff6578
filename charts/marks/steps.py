"""Totals up to a date: steps with a marker at each date that was claimed, and nothing between."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.look.drawing import Drawing, note
from charts.look.style import MOST_LABELLED, SMALL_SIZE, Ink, hover, plain
from charts.marks.backdrop import add_top_note
from charts.marks.claims import (
    add_open_ends,
    add_signs,
    find_last,
    say_stated,
    stated,
    stated_of,
    symbol_of,
)
from charts.marks.panel import Panel, iso
from loaders.dates import parse_date
from loaders.table import read_rows

_LABEL_SHARE = 0.5
"""The part of a phone's width that a line's label takes."""
_QUIET_DAYS = 60
"""A total not repeated for longer than this gets its dashed tail."""


def add_totals(drawing: Drawing, panel: Panel, ink: Ink, joined: bool) -> None:
    """One trace a start of count, newest last and labelled; ranges stand as upright bars."""
    color = ink.force(panel.rows["force"].iloc[0])
    groups = [group for _, group in panel.rows.groupby("window_start", dropna=False)]
    for group in sorted(groups, key=lambda group: group["window_end"].max()):
        rows = group.sort_values("window_end", kind="stable")
        counts: list[Any] = [None if pd.isna(count) else int(count) for count in rows["count"]]
        drawing.add_scatter(
            x=[iso(day) for day in rows["window_end"]],
            y=counts,
            mode="lines+markers" if joined else "markers",
            line={"shape": "hv", "color": color, "width": 1.8},
            marker={
                "size": 8,
                "color": color,
                "symbol": rows["bound"].map(symbol_of).tolist(),
                "line": {"width": 2, "color": color},
            },
            connectgaps=False,
            customdata=rows["id"].tolist(),
            hovertext=hover(rows),
            **panel.axes,
        )
        _add_spans(drawing, panel, rows, color)
        add_open_ends(drawing, panel, rows, rows["window_end"], stated(rows), color)
        days = [iso(day) for day in rows["window_end"]]
        add_signs(drawing, days, list(stated(rows)), rows, ink, **panel.axes)
        if joined:
            _add_falls(drawing, panel, rows, ink)
    _add_end_labels(drawing, panel, groups, ink)


def _add_spans(drawing: Drawing, panel: Panel, rows: pd.DataFrame, color: str) -> None:
    """A thin line over the days a date can mean, an upright bar over a stated range."""
    x: list[Any] = []
    y: list[Any] = []
    columns = ("window_end", "window_end_precision", "count", "count_low", "count_high")
    for end, precision, count, low, high in read_rows(rows, *columns):
        if pd.isna(count):
            x += [iso(end)] * 2 + [None]
            y += [float(low), float(high), None]
        elif precision != "day":
            x += [iso(_first_day(end, precision)), iso(end), None]
            y += [float(count)] * 2 + [None]
    if x:
        drawing.add_scatter(
            x=x, y=y, mode="lines", line={"color": color, "width": 3}, opacity=0.45,
            hoverinfo="skip", name="span", **panel.axes,
        )  # fmt: skip


def _first_day(end: pd.Timestamp, precision: str) -> Any:
    form = {"year": "%Y", "month": "%Y-%m"}[precision]
    return parse_date(end.strftime(form)).first


def _add_falls(drawing: Drawing, panel: Panel, rows: pd.DataFrame, ink: Ink) -> None:
    counts = stated(rows)
    for place in range(1, len(rows)):
        before, after = counts.iloc[place - 1], counts.iloc[place]
        if after < before:
            words = plain(f"falls from {before:,.0f} to {after:,.0f}")
            row = rows.iloc[place]
            drawing.add_note(
                **note(ink, words, x=iso(row["window_end"]), y=panel.height_of(after),
                       xanchor="left", yanchor="top", xshift=4, yshift=-6, name="fall",
                       **panel.refs)
            )  # fmt: skip


def add_tail(drawing: Drawing, panel: Panel, until: pd.Timestamp, ink: Ink) -> None:
    """A dashed line from the newest total on, for the time without a report."""
    last = find_last(panel.rows)
    if (until - last["window_end"]).days < _QUIET_DAYS:
        return
    height = stated_of(last)
    drawing.add_scatter(
        x=[iso(last["window_end"]), iso(until)], y=[height, height], mode="lines", name="tail",
        line={"color": ink.muted, "width": 1.2, "dash": "dash"}, hoverinfo="skip", **panel.axes,
    )  # fmt: skip
    since = parse_date(last["window_end"].strftime("%Y-%m")).words()
    add_top_note(drawing, panel, until, f"no report since {since}", ink)


def _add_end_labels(drawing: Drawing, panel: Panel, groups: list[pd.DataFrame], ink: Ink) -> None:
    """The last number of each line, and since when it counts where a panel has several lines.

    The newest come first; a label that would lie on another is left to the hover.
    """
    ends = map(find_last, groups)
    placed: list[tuple[float, float, float]] = []
    for last in sorted(ends, key=lambda row: row["window_end"], reverse=True)[:MOST_LABELLED]:
        left, right = panel.reach(last["window_end"], _LABEL_SHARE)
        height = panel.share_of(stated_of(last))
        if any(left < r and le < right and abs(height - h) < 0.16 for le, r, h in placed):
            continue
        placed.append((left, right, height))
        _add_end_label(drawing, panel, last, len(groups) > 1, ink)


def _add_end_label(
    drawing: Drawing, panel: Panel, last: pd.Series, one_of_many: bool, ink: Ink
) -> None:
    since, side = last["window_start"], panel.side_of(last["window_end"])
    words = f"{stated_of(last):,.0f}" if one_of_many else say_stated(last)
    if one_of_many and not pd.isna(since):
        words += since.strftime(" since %b %Y")
    drawing.add_note(
        text=plain(words), x=iso(last["window_end"]), y=panel.height_of(stated_of(last)),
        xanchor=side, yanchor="bottom", yshift=5,
        xshift=6 if side == "left" else -6, name="end",
        font={"size": SMALL_SIZE, "color": ink.text}, **panel.refs,
    )  # fmt: skip
