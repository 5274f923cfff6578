"""What a chart is made of: house layout, axes, bars, dots, lines, notes and arrows."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from plotly.io import to_json

from charts.look.style import FONT, GROUP_SPACE, HOVER, SMALL_SIZE, TEXT_SIZE, Ink


class Drawing:
    """A chart: collected first, then given to the browser as JSON or to plotly as a figure.

    Plotly's checks of what a figure holds are most of the time a large one takes. Pages do without
    them; the tests have every chart checked that any of them draws (tests/conftest.py). In the
    browser plotly draws a figure again for each margin that it finds itself and for each template.
    Bars, dots and lines are all that readers' browsers get of plotly.js (docs/decisions/0010).
    """

    def __init__(self, ink: Ink, height: int) -> None:
        self._layout: dict[str, Any] = {**_house_style(ink), "height": height}
        self._traces: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []
        self._notes: list[dict[str, Any]] = []

    def add_bar(self, **trace: Any) -> None:
        self._add("bar", **trace)

    def add_scatter(self, **trace: Any) -> None:
        self._add("scatter", **trace)

    def _add(self, kind: str, **trace: Any) -> None:
        """A trace; with `hovertext` it gets the one hover template."""
        shown = {"hovertemplate": HOVER} if "hovertext" in trace else {}
        self._traces.append({"type": kind, **shown, **trace})

    def add_shape(self, **shape: Any) -> None:
        self._shapes.append(shape)

    def add_note(self, **words: Any) -> None:
        """An annotation; without an arrow unless it says otherwise."""
        self._notes.append({"showarrow": False, "align": "left", **words})

    def add_words(self, lines: list[str], top: int, shift: int = -4) -> None:
        """The words of a row, as plotly shows them, `top` pixels below the first row's."""
        self.add_note(
            text="<br>".join(lines), x=0, y=top, xref="paper", yref="y", xanchor="left",
            yanchor="top", xshift=shift, name="row", font={"size": SMALL_SIZE},
        )  # fmt: skip

    def set_layout(self, **layout: Any) -> None:
        self._layout |= layout

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self._layout["height"])

    def to_json(self) -> str:
        """What plotly.js draws from: `data` and `layout`."""
        return str(to_json(self._spec(), validate=False))

    def figure(self) -> go.Figure:
        """A figure of plotly's own. Raises ValueError for what plotly does not know."""
        figure = go.Figure(self._spec())
        figure.layout.template = None
        return figure

    def _spec(self) -> dict[str, Any]:
        layout = {**self._layout, "shapes": self._shapes, "annotations": self._notes}
        return {"data": self._traces, "layout": layout}


def _house_style(ink: Ink) -> dict[str, Any]:
    """No legend, small margins, thin spaces in numbers."""
    font = {"family": FONT, "size": TEXT_SIZE, "color": ink.text}
    return {
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        "paper_bgcolor": ink.paper,
        "plot_bgcolor": ink.paper,
        "font": font,
        "separators": f".{GROUP_SPACE}",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "clickmode": "event",
        "hoverlabel": {
            "bgcolor": ink.shade,
            "bordercolor": ink.muted,
            "font": font,
            "align": "left",
        },
    }


def number_axis(ink: Ink, log: bool = False) -> dict[str, Any]:
    """An axis for counts: thin spaces, from zero; on a log scale one tick a power of ten."""
    scale: dict[str, Any] = {"type": "log", "dtick": 1} if log else {"rangemode": "tozero"}
    return {**_axis(ink), "tickformat": ",~f", "nticks": 5, **scale}


def tick_room(top: float) -> int:
    """Pixels for the ticks left of an axis of counts that ends at `top`."""
    return 8 + round(max(len(f"{top:,.0f}"), 3) * 0.54 * SMALL_SIZE)


def date_axis(ink: Ink) -> dict[str, Any]:
    """An axis for days: years where years fit, then months with their year below."""
    stops = [
        {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
        {"dtickrange": ["M1", "M6"], "value": "%b\n%Y"},
        {"dtickrange": ["M12", None], "value": "%Y"},
    ]
    return {
        **_axis(ink),
        "type": "date",
        "tickformatstops": stops,
        "nticks": 7,
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": ink.muted,
        "showline": True,
        "linecolor": ink.muted,
    }


def _axis(ink: Ink) -> dict[str, Any]:
    return {
        "gridcolor": ink.grid,
        "zeroline": False,
        "automargin": False,
        "fixedrange": True,
        "tickfont": {"size": SMALL_SIZE, "color": ink.muted},
    }


def note(ink: Ink, text: str, **place: Any) -> dict[str, Any]:
    """A line of small muted words, for `Drawing.add_note`."""
    return {"text": text, "font": {"size": SMALL_SIZE, "color": ink.muted}, **place}


def arrow(color: str, dx: int, dy: int, **place: Any) -> dict[str, Any]:
    """An arrow of fixed length from a stated number out to the open side; pixels, y downwards."""
    return {
        "text": "",
        "showarrow": True,
        "ax": dx,
        "ay": dy,
        "arrowside": "start",
        "startarrowhead": 2,
        "startarrowsize": 1,
        "arrowwidth": 1.6,
        "arrowcolor": color,
        "standoff": 0,
        **place,
    }
