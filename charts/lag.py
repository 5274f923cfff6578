"""Publication against window: a segment is the time counted, a flag the day of print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pandas as pd

from analysis.provenance import Provenance
from charts.lags import MOST_LAGS, Lag, find_lags, find_lags_of, measure_lags, say_days
from charts.look.drawing import Drawing, date_axis
from charts.look.style import Ink, counted
from loaders.sentences import thin

_AXIS, _TOP = 40, 6
"""Pixels: the axis above all rows, the gap below it."""


def draw_lags(rows: pd.DataFrame, ink: Ink) -> Drawing | None:
    """One row a claim against its first citation, longest lag first; None without a date."""
    return _draw(find_lags(rows), ink)


def draw_lag(found: Provenance, ink: Ink) -> Drawing | None:
    """One row an article of one figure, earliest first; None where no article has a date."""
    return _draw(find_lags_of(found), ink)


def say_left_out(rows: pd.DataFrame) -> str:
    """What `draw_lags` leaves out, or nothing."""
    lags = measure_lags(rows)
    undated = counted(len(rows) - len(lags), "claim")
    shorter = counted(len(lags) - MOST_LAGS, "claim")
    said = [f"{shorter} with shorter waits"] * (len(lags) > MOST_LAGS)
    said += [f"{undated} whose first article has no date"] * (len(lags) < len(rows))
    return f"Left out: {' and '.join(said)}; all are in the table." if said else ""


def say_lags(rows: pd.DataFrame) -> str:
    """The text alternative of `draw_lags`, and what it leaves out."""
    lags = measure_lags(rows)
    exact = lags["days"][lags["exact"]].to_list()
    if not exact:
        return "No claim's first article has a day of print."
    undated = counted(len(rows) - len(exact), "claim")
    tail = f" {undated} without a day of print." if len(rows) > len(exact) else ""
    left = f" The {MOST_LAGS} longest are drawn." if len(lags) > MOST_LAGS else ""
    ends = " to ".join(dict.fromkeys(_say_offset(days) for days in (exact[-1], exact[0])))
    return thin(
        f"Of {counted(len(exact), 'claim')} the first article appeared {ends} the end of the "
        f"window.{tail}{left}"
    )


def _say_offset(days: int) -> str:
    return f"{counted(abs(days), 'day')} {'after' if days >= 0 else 'before'}"


def say_lag(found: Provenance) -> str:
    """The text alternative of `draw_lag`."""
    lags = find_lags_of(found)
    if not lags:
        return "No article has a date."
    said = [f"{lag.lead}: {say_days(lag)}" for lag in lags]
    return thin("; ".join(said) + ".")


def _draw(lags: Sequence[Lag], ink: Ink) -> Drawing | None:
    if not lags:
        return None
    *tops, height = accumulate((lag.height for lag in lags), initial=_TOP)
    drawing = Drawing(ink, height + _AXIS + 8)
    first = min(min(lag.start or lag.end, lag.printed.first) for lag in lags)
    last = max(max(lag.end, lag.printed.last) for lag in lags)
    room = max((last - first) * 0.04, pd.Timedelta(days=5).to_pytimedelta())
    drawing.set_layout(
        margin={"l": 12, "r": 12, "t": _AXIS, "b": 8},
        xaxis={**date_axis(ink), "side": "top", "range": [str(first - room), str(last + room)]},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    heights = [top + lag.depth for lag, top in zip(lags, tops, strict=True)]
    for lag, top, y in zip(lags, tops, heights, strict=True):
        drawing.add_words(lag.lines, top)
        _add_lines(drawing, lag, y, ink)
    _add_flags(drawing, lags, heights, ink)
    return drawing


def _add_lines(drawing: Drawing, lag: Lag, y: int, ink: Ink) -> None:
    """The window as a thick line, and a thin one from its end to the day of print."""
    line: dict[str, Any] = {"type": "line", "xref": "x", "yref": "y", "y0": y, "y1": y,
                            "layer": "below"}  # fmt: skip
    start = lag.start or lag.end
    window = {"color": ink.lines[0], "width": 8}
    drawing.add_shape(**line, x0=str(start), x1=str(lag.end), name="window", line=window)
    wait = {"color": ink.muted, "width": 1.2, "dash": "dot"}
    drawing.add_shape(**line, x0=str(lag.end), x1=str(lag.printed.last), name="wait", line=wait)


def _add_flags(drawing: Drawing, lags: Sequence[Lag], heights: Sequence[int], ink: Ink) -> None:
    """The day of print, hollow where only its month or year is known, and the end of a total."""
    open_start = [(lag, y) for lag, y in zip(lags, heights, strict=True) if lag.start is None]
    drawing.add_scatter(
        x=[str(lag.end) for lag, _ in open_start], y=[y for _, y in open_start], mode="markers",
        marker={"symbol": "line-ns", "size": 12, "line": {"width": 3, "color": ink.lines[0]}},
        hoverinfo="skip", name="end",
    )  # fmt: skip
    flags = [
        "triangle-right" if lag.printed.precision == "day" else "triangle-right-open"
        for lag in lags
    ]
    drawing.add_scatter(
        x=[str(lag.printed.last) for lag in lags], y=heights, mode="markers", name="print",
        marker={"symbol": flags, "size": 11, "color": ink.lines[1], "line": {"width": 1.5}},
        customdata=[lag.figure for lag in lags], hovertext=[lag.hover for lag in lags],
    )  # fmt: skip
