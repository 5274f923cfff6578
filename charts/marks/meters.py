"""Bars from zero, one a row, each row's words above it: for what was calculated, not claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.bounds import Bounds
from charts.look.axes import count_axis, span_counts
from charts.look.drawing import Drawing, arrow, note
from charts.look.style import Ink, fade, plain, wrap, wrapped

_LINE, _BAR, _AXIS, _TOP = 16, 30, 46, 6
"""Pixels: a line of words, the room of a bar, the axis above all rows, the gap below it."""
_WIDTH = 57


@dataclass(frozen=True)
class Meter:
    """One bar: solid as far as is known for sure, hollow where it is about or may be more."""

    lead: str
    words: str
    bounds: Bounds
    figure: str = ""
    """Id of the figure that a click opens."""
    color: str = ""

    @property
    def lines(self) -> list[str]:
        lead = [f"<b>{line}</b>" for line in wrap(self.lead, _WIDTH - 4, most=2)]
        return [*lead, *wrap(self.words, _WIDTH, most=2)]

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE + _BAR


def draw_meters(meters: Sequence[Meter], axis: str, verdict: str, ink: Ink) -> Drawing:
    """The bars from the top down over one axis, and a verdict in words below them."""
    lines = wrap(verdict, _WIDTH)
    height = sum(meter.height for meter in meters) + _TOP
    drawing = Drawing(ink, height + _AXIS + 12 + len(lines) * _LINE)
    counts = span_counts((meter.bounds.numbers.high for meter in meters), log=False)
    drawing.update_layout(
        margin={"l": 14, "r": 14, "t": _AXIS, "b": 12 + len(lines) * _LINE},
        xaxis={**count_axis(ink, counts), "side": "top", "ticks": ""},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        barmode="overlay",
    )
    place = {"x": 0, "xref": "paper", "yref": "paper", "xanchor": "left", "xshift": -4}
    drawing.add_annotation(**note(ink, plain(axis), **place, y=1, yanchor="bottom", yshift=22))
    if lines:
        words = {"text": "<br>".join(lines), "yanchor": "top", "yshift": -6, "name": "verdict"}
        drawing.add_annotation(**place, y=0, **words)
    top = _TOP
    for meter in meters:
        _add_meter(drawing, meter, top, ink)
        top += meter.height
    return drawing


def _add_meter(drawing: Drawing, meter: Meter, top: int, ink: Ink) -> None:
    color, bounds = meter.color or ink.neutral, meter.bounds
    y, low, high = top + meter.height - _BAR + 9, bounds.numbers.low, bounds.numbers.high
    drawing.add_words(meter.lines, top)
    shades = [(high, fade(color, 0.12))] if high > low else []
    for value, fill in [*shades, (low, fade(color, 0.0 if bounds.approximate else 0.55))]:
        drawing.add_bar(
            x=[value], y=[y], width=12, orientation="h", customdata=[meter.figure],
            marker={"color": fill, "line": {"color": color, "width": 1.2}},
            hovertext=[f"{wrapped(meter.lead, 46)}<br>{wrapped(meter.words, 46)}"],
        )  # fmt: skip
    if bounds.low is None or bounds.high is None:
        out = arrow(color, 22 if bounds.high is None else -22, 0)
        drawing.add_annotation(**out, x=high, y=y, xref="x", yref="y", name="open")
