"""Bars from zero, one a row: for what was calculated, not claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.adding.bounds import Bounds
from charts.look.axes import count_axis, span_counts
from charts.look.drawing import Drawing
from charts.look.style import Ink, fade, wrap, wrapped
from charts.marks.rows import WIDTH, Label, lay_rows, lead_in

_ROOM = 30


@dataclass(frozen=True)
class Meter:
    """One bar: solid as far as is known for sure, hollow where it is about or may be more."""

    lead: str
    words: str
    bounds: Bounds
    figure: str = ""
    """Id of the figure that a click opens."""
    color: str = ""


def draw_meters(meters: Sequence[Meter], axis: str, verdict: str, ink: Ink) -> Drawing:
    """The bars from the top down over one axis, and a verdict in words below them."""
    counts = span_counts((meter.bounds.numbers.high for meter in meters), log=False)
    rows = [Label(lead_in(meter.lead, meter.words), _ROOM) for meter in meters]
    if verdict:
        rows.append(Label(wrap(verdict, WIDTH), 0))
    drawing, heights = lay_rows(rows, count_axis(ink, counts), ink, axis)
    for meter, y in zip(meters, heights, strict=False):
        _add_meter(drawing, meter, y)
    return drawing


def _add_meter(drawing: Drawing, meter: Meter, y: int) -> None:
    color, bounds = meter.color or drawing.ink.neutral, meter.bounds
    low, high = bounds.numbers.low, bounds.numbers.high
    shades = [(high, fade(color, 0.12))] if high > low else []
    for value, fill in [*shades, (low, fade(color, 0.0 if bounds.approximate else 0.55))]:
        drawing.add_bar(
            x=[value], y=[y], width=12, orientation="h", customdata=[meter.figure],
            marker={"color": fill, "line": {"color": color, "width": 1.2}},
            hovertext=[f"{wrapped(meter.lead, 46)}<br>{wrapped(meter.words, 46)}"],
        )  # fmt: skip
    if bounds.low is None or bounds.high is None:
        dx = 22 if bounds.high is None else -22
        drawing.add_arrow(color, dx, 0, x=high, y=y, xref="x", yref="y")
