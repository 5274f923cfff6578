"""How late a number was printed: a segment is the time counted, a flag the day of print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.provenance import Provenance
from charts.look.axes import date_axis
from charts.look.drawing import Drawing
from charts.look.style import Ink, wrapped
from charts.marks.claims import Mark, read_marks
from charts.marks.rows import Label, lay_rows, lead_in
from loaders.dates import Date, parse_date, parse_window
from loaders.sentences import counted

MOST_LAGS = 25
_ROOM = 28
_NARROWEST = 1 / 100
"""The part of the width that a segment takes at least, so that a day can be seen."""


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
    def days(self) -> int:
        """Days from the end of the window to the last day the article can have appeared."""
        return (self.printed.last - self.end).days

    @property
    def exact(self) -> bool:
        """Whether the day of print is known."""
        return self.printed.precision == "day"


def draw_lags(rows: pd.DataFrame, ink: Ink, *, most: int = MOST_LAGS) -> Drawing | None:
    """One row a claim against its first citation, longest lag first; None without a date."""
    return _draw(find_lags(rows)[:most], ink)


def draw_lag(found: Provenance, ink: Ink) -> Drawing | None:
    """One row an article of one figure, earliest first; None where no article has a date."""
    return _draw(find_lags_of(found), ink)


def find_lags(rows: pd.DataFrame) -> list[Lag]:
    """The claims whose first citation has a date, longest lag first."""
    lags = [_of_mark(mark) for mark in read_marks(rows) if mark.first_published]
    return sorted(lags, key=lambda lag: lag.days, reverse=True)


def find_lags_of(found: Provenance) -> list[Lag]:
    """The lag of each article of one figure that has a date, earliest first."""
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


def say_left_out(rows: pd.DataFrame, most: int = MOST_LAGS) -> str:
    """What `draw_lags` leaves out, or nothing."""
    dated = int(rows["first_published"].notna().sum())
    undated = counted(len(rows) - dated, "claim")
    shorter = counted(dated - most, "claim")
    said = [f"{shorter} with shorter waits"] * (dated > most)
    said += [f"{undated} whose first article has no date"] * (dated < len(rows))
    return f"Left out: {' and '.join(said)}; all are in the table." if said else ""


def say_lags(rows: pd.DataFrame) -> str:
    """The text alternative of `draw_lags`, and what it leaves out."""
    lags = find_lags(rows)
    exact = [lag.days for lag in lags if lag.exact]
    if not exact:
        return "No claim's first article has a day of print."
    undated = counted(len(rows) - len(exact), "claim")
    tail = f" {undated} without a day of print." if len(rows) > len(exact) else ""
    left = f" The {MOST_LAGS} longest are drawn." if len(lags) > MOST_LAGS else ""
    ends = " to ".join(dict.fromkeys(_say_offset(days) for days in (exact[-1], exact[0])))
    return (
        f"Of {counted(len(exact), 'claim')} the first article appeared {ends} the end of "
        f"the time counted.{tail}{left}"
    )


def say_lag(found: Provenance) -> str:
    """The text alternative of `draw_lag`."""
    said = [f"{lag.lead}: {say_days(lag)}" for lag in find_lags_of(found)]
    return "; ".join(said) + "." if said else "No article has a date."


def say_days(lag: Lag) -> str:
    """`after 12 days`, `on its last day`, `printed in April 2024`."""
    if not lag.exact:
        return f"printed in {lag.printed.words()}"
    if lag.days < 0:
        return f"{counted(-lag.days, 'day')} before its end"
    return f"after {counted(lag.days, 'day')}" if lag.days else "on its last day"


def _of_mark(mark: Mark) -> Lag:
    printed = parse_date(mark.first_published or "")
    words = parse_window(mark.window).words()
    return Lag(
        mark.claimant_name, words, mark.window_start, mark.window_end, printed, mark.id, mark.hover
    )


def _say_wait(lag: Lag) -> str:
    """`January 2022 · after 1,393 days`, not broken over lines."""
    return f"{lag.words} · {say_days(lag)}".replace(" ", "\u00a0")


def _say_offset(days: int) -> str:
    return f"{counted(abs(days), 'day')} {'after' if days >= 0 else 'before'}"


def _draw(lags: Sequence[Lag], ink: Ink) -> Drawing | None:
    if not lags:
        return None
    first = min(min(lag.start or lag.end, lag.printed.first) for lag in lags)
    last = max(max(lag.end, lag.printed.last) for lag in lags)
    room = max((last - first) * 0.04, timedelta(days=5))
    axis = date_axis(ink, first - room, last + room)
    labels = [Label(lead_in(lag.lead, _say_wait(lag)), _ROOM) for lag in lags]
    drawing, heights = lay_rows(labels, axis, ink)
    for lag, y in zip(lags, heights, strict=True):
        _add_lines(drawing, lag, y, (last - first) * _NARROWEST)
    _add_flags(drawing, lags, heights)
    return drawing


def _add_lines(drawing: Drawing, lag: Lag, y: int, narrowest: timedelta) -> None:
    """The window as a thick line, and a thin one from its end to the day of print."""
    line = {"type": "line", "xref": "x", "yref": "y", "y0": y, "y1": y, "layer": "below"}
    window = {"color": drawing.ink.neutral, "width": 8}
    start, end = lag.start or lag.end, str(lag.end)
    if lag.start:
        start = min(start, lag.end - narrowest)
    drawing.add_shape(**line, x0=str(start), x1=end, name="window", line=window)
    wait = {"color": drawing.ink.muted, "width": 1.2, "dash": "dot"}
    drawing.add_shape(**line, x0=end, x1=str(lag.printed.last), name="wait", line=wait)


def _add_flags(drawing: Drawing, lags: Sequence[Lag], heights: Sequence[int]) -> None:
    """The day of print, hollow where only its month or year is known, and the end of a total."""
    neutral, accent = drawing.ink.neutral, drawing.ink.accent
    open_start = [(lag, y) for lag, y in zip(lags, heights, strict=True) if lag.start is None]
    drawing.add_scatter(
        x=[str(lag.end) for lag, _ in open_start], y=[y for _, y in open_start], mode="markers",
        marker={"symbol": "line-ns", "size": 12, "line": {"width": 3, "color": neutral}},
        hoverinfo="skip", name="end",
    )  # fmt: skip
    flags = ["triangle-right" if lag.exact else "triangle-right-open" for lag in lags]
    drawing.add_scatter(
        x=[str(lag.printed.last) for lag in lags], y=heights, mode="markers", name="print",
        marker={"symbol": flags, "size": 11, "color": accent, "line": {"width": 1.5}},
        customdata=[lag.figure for lag in lags], hovertext=[lag.hover for lag in lags],
    )  # fmt: skip
