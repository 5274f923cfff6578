"""What lies behind claims over time: events, and the times a claimant published nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pandas as pd

from charts.look.drawing import Drawing, note
from charts.look.style import Ink, plain, wrapped
from charts.marks.panel import Panel, iso
from loaders.records import Event, Gap
from loaders.words import Reason

EVENT_STRIP = 66
"""Height in pixels of the events' words above the first panel."""
_EVENT_SHARE = 0.36
"""The part of a phone's width that an event's words take."""
_NOTE_SHARE = 0.42
"""The same for the words of a gap."""
REASONS = {
    Reason.WITHHELD: "withheld",
    Reason.STOPPED: "no longer counted",
    Reason.NOT_PUBLISHED: "not published",
    Reason.RESTARTED: "count begun again",
    Reason.NOT_SEARCHED: "not yet searched",
}


def match_gaps(rows: pd.DataFrame, gaps: Iterable[Gap]) -> list[Gap]:
    """The gaps of this series: claimant, measure, offence, unit, and all its people."""
    one = rows.iloc[0]
    if isinstance(one["category"], str) or isinstance(one["place"], str):
        return []
    offence = one["offence"] if isinstance(one["offence"], str) else None
    key = (one["claimant"], one["measure"], offence, one["unit"])
    return [gap for gap in gaps if (gap.claimant, gap.measure, gap.offence, gap.unit) == key]


def say_gap(gap: Gap) -> str:
    """`withheld since November 2025`, `not yet searched`."""
    since = "" if gap.to else f" since {gap.from_.words()}"
    return REASONS[gap.reason] + since


def add_gaps(drawing: Drawing, panel: Panel, gaps: Iterable[Gap], ink: Ink) -> None:
    """A shade over each gap, and words at the top for those whose words fit side by side."""
    taken = 0.0
    for gap in sorted(gaps, key=lambda gap: gap.from_.first):
        first = max(pd.Timestamp(gap.from_.first), panel.span[0])
        last = min(pd.Timestamp(gap.to.last) if gap.to else panel.span[1], panel.span[1])
        if first >= last:
            continue
        drawing.add_shape(
            type="rect", x0=iso(first), x1=iso(last), y0=0, y1=1, xref=panel.refs["xref"],
            yref=f"{panel.refs['yref']} domain", fillcolor=ink.shade, line={"width": 0},
            layer="below", name="gap",
        )  # fmt: skip
        anchor = first if panel.side_of(first) == "left" else last
        begin, end = panel.reach(anchor, _NOTE_SHARE)
        if begin >= taken:
            add_top_note(drawing, panel, anchor, say_gap(gap), ink)
            taken = end


def add_top_note(drawing: Drawing, panel: Panel, day: pd.Timestamp, words: str, ink: Ink) -> None:
    """Small words at the top of a panel, above all marks, on the inner side of a day."""
    drawing.add_note(
        **note(ink, plain(words), x=iso(day), y=1, xanchor=panel.side_of(day), yanchor="top",
             xref=panel.refs["xref"], yref=f"{panel.refs['yref']} domain", name="note")
    )  # fmt: skip


def events_within(events: Iterable[Event], span: tuple[pd.Timestamp, pd.Timestamp]) -> list[Event]:
    """The events that begin inside the days shown."""
    return [event for event in events if span[0] <= pd.Timestamp(event.date.start.first) <= span[1]]


def add_events(
    drawing: Drawing,
    events: list[Event],
    span: tuple[pd.Timestamp, pd.Timestamp],
    bands: list[tuple[float, float]],
    ink: Ink,
) -> None:
    """Thin lines through all panels, in one shape; words for those that fit, hover for all."""
    if not events:
        return
    days = [iso(event.date.start.first) for event in events]
    lines = [f"M{day},{low}L{day},{high}" for day, (low, high) in product(days, bands)]
    drawing.add_shape(
        type="path", path="".join(lines), xref="x", yref="paper",
        line={"width": 1, "color": ink.grid}, layer="below", name="event",
    )  # fmt: skip
    _add_event_strip(drawing, events, span, ink)


def _add_event_strip(
    drawing: Drawing,
    events: list[Event],
    span: tuple[pd.Timestamp, pd.Timestamp],
    ink: Ink,
) -> None:
    bottom = 1 - (EVENT_STRIP - 8) / (drawing.height - 16)
    drawing.set_layout(
        yaxis99={"domain": [bottom, 1], "range": [0, 1], "visible": False, "fixedrange": True},
        xaxis99={"matches": "x", "anchor": "y99", "visible": False, "fixedrange": True},
    )
    drawing.add_scatter(
        x=[str(event.date.start.first) for event in events],
        y=[0.06] * len(events), xaxis="x99", yaxis="y99", mode="markers", name="events",
        marker={"symbol": "triangle-down", "size": 8, "color": ink.muted},
        hovertext=[f"{event.date.words()}<br>{wrapped(event.label, 46)}" for event in events],

    )  # fmt: skip
    for event, side in choose_labels(events, span):
        drawing.add_note(
            **note(ink, wrapped(event.label, 20, most=3), x=str(event.date.start.first), y=0.16,
                 xref="x99", yref="y99", xanchor=side, yanchor="bottom", name="event",
                 font={"size": 11, "color": ink.muted}, align=side)
        )  # fmt: skip


def choose_labels(
    events: list[Event], span: tuple[pd.Timestamp, pd.Timestamp]
) -> list[tuple[Event, str]]:
    """The events whose words fit side by side on a phone, and the side they start from."""
    taken, chosen = 0.0, []
    for event in sorted(events, key=lambda event: event.date.start.first):
        at = (pd.Timestamp(event.date.start.first) - span[0]) / (span[1] - span[0])
        side = "left" if at + _EVENT_SHARE <= 1 else "right"
        begin = at if side == "left" else at - _EVENT_SHARE
        if begin >= taken:
            chosen.append((event, side))
            taken = begin + _EVENT_SHARE
    return chosen
