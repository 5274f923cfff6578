"""A chart in, the same chart as a picture that carries its source, out.

People cut pictures out of pages; so title, filters, caveat, version and address stand inside.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from charts.look.drawing import Drawing
from charts.look.style import SMALL_SIZE, Ink, wrapped

WIDTH = 960
_LINE = 19
_SIDE = 16
_TITLE_SIZE = 19
_TITLE_WIDTH, _NOTE_WIDTH = 88, 140
"""How many characters fit on a line of the title and of the notes."""


def frame_picture(chart: Drawing, title: str, notes: list[str], ink: Ink) -> go.Figure:
    """A new figure: the chart with a title above and lines of small words below."""
    head = wrapped(title, _TITLE_WIDTH, most=3)
    foot = [line for words in notes for line in wrapped(words, _NOTE_WIDTH).split("<br>")]
    picture = chart.figure()
    margin = picture.layout.margin
    top, bottom = margin.t or 0, margin.b or 0
    above = (head.count("<br>") + 1) * (_LINE + 6) + 20
    below = len(foot) * _LINE + 16
    picture.update_layout(
        width=WIDTH,
        height=chart.height + above + below,
        margin={
            "t": top + above,
            "b": bottom + below,
            "l": (margin.l or 0) + _SIDE,
            "r": (margin.r or 0) + _SIDE,
        },
    )
    picture.add_annotation(
        text=f"<b>{head}</b>",
        font={"size": _TITLE_SIZE, "color": ink.text},
        **_place(y=1, yanchor="bottom", yshift=top + 10),
    )
    picture.add_annotation(
        text="<br>".join(foot),
        font={"size": SMALL_SIZE, "color": ink.muted},
        **_place(y=0, yanchor="top", yshift=-bottom - 4),
    )
    return picture


def _place(**upright: Any) -> dict[str, Any]:
    """Left-aligned with the chart's own area; the rest says how high."""
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "align": "left", "yref": "paper",
        "showarrow": False, **upright,
    }  # fmt: skip
