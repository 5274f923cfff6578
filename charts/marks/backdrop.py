"""What lies behind claims over time: events, and the times a claimant published nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from charts.look.drawing import Drawing
from charts.look.style import wrapped
from charts.marks.panels import EVENT_STRIP, Look, Panel, events_within
from loaders.records import Event, Gap
from loaders.words import Reason

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


def add_backdrop(drawing: Drawing, panels: Sequence[Panel], look: Look) -> None:
    """A shade over each gap, a thin line at each event."""
    for panel in panels:
        _add_gaps(drawing, panel)
    events = events_within(look, panels[0].first, panels[0].last)
    if events:
        _add_lines(drawing, panels, events)
        _add_event_strip(drawing, panels[0], events)


def add_top_note(drawing: Drawing, panel: Panel, day: date, words: str) -> None:
    """Small words at the top of a panel, above all marks, on the inner side of a day."""
    place = {"x": str(day), "y": 1, "xanchor": panel.side_of(day), "yanchor": "top", **panel.top}
    drawing.add_note(words, **place, name="note")


def say_gap(gap: Gap) -> str:
    """`withheld since November 2025`, `not yet searched`."""
    since = "" if gap.to else f" since {gap.from_.words()}"
    return REASONS[gap.reason] + since


def _add_gaps(drawing: Drawing, panel: Panel) -> None:
    """The shades, and words at the top for those whose words fit side by side."""
    taken = 0.0
    for gap in sorted(panel.gaps, key=lambda gap: gap.from_.first):
        first = max(gap.from_.first, panel.first)
        last = min(gap.to.last if gap.to else panel.last, panel.last)
        if first >= last:
            continue
        drawing.add_shape(
            type="rect", x0=str(first), x1=str(last), y0=0, y1=1, fillcolor=drawing.ink.shade,
            line={"width": 0}, layer="below", name="gap", **panel.top,
        )  # fmt: skip
        anchor = first if panel.side_of(first) == "left" else last
        begin, end = panel.reach(anchor, _NOTE_SHARE)
        if begin >= taken:
            add_top_note(drawing, panel, anchor, say_gap(gap))
            taken = end


def _add_lines(drawing: Drawing, panels: Sequence[Panel], events: list[Event]) -> None:
    """One shape a panel, however many events."""
    path = "".join(f"M{day},0L{day},1" for day in (event.date.start.first for event in events))
    line = {"width": 1, "color": drawing.ink.grid}
    for panel in panels:
        drawing.add_shape(
            type="path", path=path, line=line, layer="below", name="event", **panel.top
        )


def _add_event_strip(drawing: Drawing, panel: Panel, events: list[Event]) -> None:
    """Words for the events that have room, a mark with hover for all."""
    bottom = 1 - (EVENT_STRIP - 8) / (drawing.height - 16)
    drawing.update_layout(
        yaxis99={"domain": [bottom, 1], "range": [0, 1], "visible": False, "fixedrange": True},
        xaxis99={"matches": "x", "anchor": "y99", "visible": False, "fixedrange": True},
    )
    drawing.add_scatter(
        x=[str(event.date.start.first) for event in events],
        y=[0.06] * len(events), xaxis="x99", yaxis="y99", mode="markers", name="events",
        marker={"symbol": "triangle-down", "size": 8, "color": drawing.ink.muted},
        hovertext=[f"{event.date.words()}<br>{wrapped(event.label, 46)}" for event in events],
    )  # fmt: skip
    font = {"size": 11, "color": drawing.ink.muted}
    for event, side in choose_labels(events, panel):
        drawing.add_annotation(
            text=wrapped(event.label, 20, most=3), x=str(event.date.start.first), y=0.16,
            xref="x99", yref="y99", xanchor=side, yanchor="bottom", name="event", font=font,
            align=side,
        )  # fmt: skip


def choose_labels(events: list[Event], panel: Panel) -> list[tuple[Event, str]]:
    """The events whose words fit side by side on a phone, and the side they start from."""
    taken, chosen = 0.0, []
    for event in sorted(events, key=lambda event: event.date.start.first):
        at = panel.share(event.date.start.first)
        side = "left" if at + _EVENT_SHARE <= 1 else "right"
        begin = at if side == "left" else at - _EVENT_SHARE
        if begin >= taken:
            chosen.append((event, side))
            taken = begin + _EVENT_SHARE
    return chosen
