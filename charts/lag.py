"""Publication against window: a segment is the time counted, a flag the day of print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

import pandas as pd

from analysis.provenance import Provenance
from charts.drawing import Drawing, date_axis
from charts.style import Ink, counted, hover, plain, wrapped
from loaders.dates import Date, parse_date, parse_window
from loaders.sentences import thin

MOST_LAGS = 40
_LINE, _MARK, _AXIS, _TOP = 16, 28, 40, 6
"""Pixels: a line of words, the room of a mark, the axis above all rows, the gap below it."""
_WIDTH = 58
"""How many characters of a row's words fit side by side on a phone."""


@dataclass(frozen=True)
class Lag:
    """One row: the time counted, and when one article printed the number."""

    lead: str
    words: str
    start: date | None
    """First day counted; None where the claim names none."""
    end: date
    printed: Date
    figure: str
    hover: str

    @property
    def lines(self) -> list[str]:
        """Who and how late, side by side where there is room, as plotly shows them."""
        lead = f"<b>{wrapped(self.lead, _WIDTH - 4, most=1)}</b>"
        words = f"{self.words} · {_say_days(self)}"
        if len(f"{self.lead} · {words}") <= _WIDTH:
            return [f"{lead} · {plain(words)}"]
        return [lead, wrapped(words, _WIDTH, most=1)]

    @property
    def height(self) -> int:
        """In pixels."""
        return len(self.lines) * _LINE + _MARK

    @property
    def days(self) -> int:
        """Days from the end of the window to the last day the article can have appeared."""
        return (self.printed.last - self.end).days


def draw_lags(rows: pd.DataFrame, ink: Ink) -> Drawing | None:
    """One row a claim against its first citation, longest lag first; None without a date."""
    return _draw(find_lags(rows), ink)


def find_lags(rows: pd.DataFrame) -> list[Lag]:
    """The longest lags, as many as are drawn, longest first."""
    longest = measure_lags(rows).head(MOST_LAGS)
    texts = zip((row for _, row in longest.iterrows()), hover(longest), strict=True)
    return [_of_row(row, text) for row, text in texts]


def measure_lags(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims whose first citation has a date, longest lag first, with `days` and `exact`."""
    dated = rows[rows["first_published"].notna()]
    dates = {text: parse_date(text) for text in dated["first_published"].unique()}
    last = pd.to_datetime(dated["first_published"].map({t: d.last for t, d in dates.items()}))
    days = (last - dated["window_end"]).dt.days
    exact = dated["first_published"].map({t: d.precision == "day" for t, d in dates.items()})
    found = dated.assign(days=days, exact=exact.astype("bool"))
    return found.sort_values("days", ascending=False, kind="stable")


def draw_lag(found: Provenance, ink: Ink) -> Drawing | None:
    """One row an article of one figure, earliest first; None where no article has a date."""
    return _draw(_of_figure(found), ink)


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
    lags = _of_figure(found)
    if not lags:
        return "No article has a date."
    said = [f"{lag.lead}: {_say_days(lag)}" for lag in lags]
    return thin("; ".join(said) + ".")


def _of_row(row: pd.Series, text: str) -> Lag:
    start = None if pd.isna(row["window_start"]) else row["window_start"].date()
    printed = parse_date(row["first_published"])
    words = parse_window(row["window"]).words()
    name, id = str(row["claimant_name"]), str(row["id"])
    return Lag(name, words, start, row["window_end"].date(), printed, id, text)


def _of_figure(found: Provenance) -> list[Lag]:
    figure = found.figure
    first = figure.during.start if figure.during else figure.since
    return [
        Lag(
            relay.article.outlet, relay.article.published.words(), first.first if first else None,
            figure.end.last, relay.article.published, figure.id, wrapped(relay.words, 46),
        )
        for relay in found.relays
        if relay.article.published
    ]  # fmt: skip


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
    heights = [top + lag.height - _MARK + 9 for lag, top in zip(lags, tops, strict=True)]
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


def _say_days(lag: Lag) -> str:
    """`after 12 days`, `on its last day`, `printed in April 2024`."""
    if lag.printed.precision != "day":
        return f"printed in {lag.printed.words()}"
    if lag.days < 0:
        return f"{counted(-lag.days, 'day')} before its end"
    return f"after {counted(lag.days, 'day')}" if lag.days else "on its last day"
