"""Rows from the top down over one axis, each row's words over its marks, not beside them.

So a row reads the same on a phone. One unit of the upright axis is one pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from charts.look.drawing import Drawing, note
from charts.look.style import SMALL_SIZE, Ink, plain

WIDTH = 57
"""How many characters of a row's words fit side by side on a phone."""
LINE, _AXIS, _TOP, _MARK = 16, 46, 6, 9
"""Pixels: a line of words, the axis above all rows, the gap below it, from words to mark."""


class Label(NamedTuple):
    """The words of a row as plotly shows them, and the pixels below them for its marks."""

    lines: list[str]
    room: int
    indent: int = 0


def lay_rows(
    rows: Sequence[Label], axis: dict[str, Any], ink: Ink, words: str = "", foot: Sequence[str] = ()
) -> tuple[Drawing, list[int]]:
    """A drawing of the rows' words and, for each row, how far down its marks stand.

    `words` say what the axis counts; lines of `foot` stand below the last row.
    """
    *tops, height = accumulate((len(row.lines) * LINE + row.room for row in rows), initial=_TOP)
    below = 8 + len(foot) * (LINE + 2)
    drawing = Drawing(ink, height + _AXIS + below)
    drawing.update_layout(
        margin={"l": 14, "r": 14, "t": _AXIS, "b": below},
        xaxis={**axis, "side": "top"},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        barmode="overlay",
    )
    for row, top in zip(rows, tops, strict=True):
        drawing.add_annotation(
            text="<br>".join(row.lines), x=0, y=top, xref="paper", yref="y", xanchor="left",
            yanchor="top", xshift=row.indent - 4, name="row", font={"size": SMALL_SIZE},
        )  # fmt: skip
    place = {"x": 0, "xref": "paper", "yref": "paper", "xanchor": "left", "xshift": -4}
    if words:
        at = {"y": 1, "yanchor": "bottom", "yshift": 22, "name": "axis"}
        drawing.add_annotation(**note(ink, plain(words), **place, **at))
    if foot:
        at = {"y": 0, "yanchor": "top", "yshift": -6, "name": "foot"}
        drawing.add_annotation(text="<br>".join(foot), **place, **at)
    return drawing, [
        top + len(row.lines) * LINE + _MARK for row, top in zip(rows, tops, strict=True)
    ]
