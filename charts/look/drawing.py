"""What a chart is made of: house layout, bars, dots, lines, notes and arrows.

The words are those of plotly's own figures (`add_bar`, `add_annotation`, `update_layout`, …).
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from plotly.io import to_json

from charts.look.style import FONT, FORCE_NAMES, HOVER, SMALL_SIZE, TEXT_SIZE, Ink, forms_of, plain


class Drawing:
    """A chart: collected first, then given to the browser as JSON or to plotly as a figure.

    Plotly's checks of what a figure holds are most of the time a large one takes. Pages do without
    them; the tests have every chart checked that any of them draws (tests/conftest.py). In the
    browser plotly draws a figure again for each margin that it finds itself and for each template.
    Bars, dots and lines are all that readers' browsers get of plotly.js (docs/decisions/0010).
    """

    def __init__(self, ink: Ink, height: int) -> None:
        self.ink = ink
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

    def add_words(self, **trace: Any) -> None:
        """Words, each at a point of its own: plotly measures annotations, but not these."""
        words = {"mode": "text", "cliponaxis": False, "hoverinfo": "skip"}
        self._add("scatter", **words, **trace)

    def add_shape(self, **shape: Any) -> None:
        self._shapes.append(shape)

    def add_annotation(self, **words: Any) -> None:
        """An annotation; without an arrow unless it says otherwise."""
        self._notes.append({"showarrow": False, "align": "left", **words})

    def add_note(self, text: str, **place: Any) -> None:
        """A line of small muted words."""
        font = {"size": SMALL_SIZE, "color": self.ink.muted}
        self.add_annotation(text=plain(text), font=font, **place)

    def add_arrow(self, color: str, dx: int, dy: int, **place: Any) -> None:
        """From a stated number out to the open side, so many pixels long; y downwards."""
        self.add_annotation(
            text="", showarrow=True, ax=dx, ay=dy, arrowside="start", startarrowhead=2,
            startarrowsize=1, arrowwidth=1.6, arrowcolor=color, standoff=0, name="open", **place,
        )  # fmt: skip

    def update_layout(self, **layout: Any) -> None:
        self._layout |= layout

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self._layout["height"])

    @property
    def ids(self) -> set[str]:
        """The figures whose marks it has."""
        return {str(id) for trace in self._traces for id in trace.get("customdata", ())}

    @property
    def forces(self) -> list[str]:
        """The forces in whose colours it draws, for a key of colours."""
        drawn = f"{self._traces}{self._shapes}{self._notes}"
        return [
            force
            for force in FORCE_NAMES
            if any(color in drawn for color in forms_of(self.ink.force(force)))
        ]

    def to_json(self) -> str:
        """What plotly.js draws from: `data` and `layout`."""
        return str(to_json(self.spec(), validate=False))

    def figure(self) -> go.Figure:
        """A figure of plotly's own. Raises ValueError for what plotly does not know."""
        figure = go.Figure(self.spec())
        figure.layout.template = None
        return figure

    def spec(self) -> dict[str, Any]:
        layout = {**self._layout, "shapes": self._shapes, "annotations": self._notes}
        return {"data": self._traces, "layout": layout}


def _house_style(ink: Ink) -> dict[str, Any]:
    """No legend, small margins, numbers as on the pages: 18,000."""
    font = {"family": FONT, "size": TEXT_SIZE, "color": ink.text}
    return {
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        "paper_bgcolor": ink.paper,
        "plot_bgcolor": ink.paper,
        "font": font,
        "separators": ".,",
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
