"""Rows from the top down over one axis, each row's words over its marks, not beside them.

So a row reads the same on a phone. One unit of the upright axis is one pixel. All words are one
trace, for plotly measures annotations one by one (docs/decisions/0032).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from charts.look.drawing import Drawing
from charts.look.style import SMALL_SIZE, Ink, plain, wrap

WIDTH = 57
"""How many characters of a row's words fit side by side on a phone."""
PUSHED = "\u2005"
"""Before words that are pushed to the right, for each 3 pixels: a quarter of any font's size."""
_LINE, _AXIS, _TOP, _MARK, _BELOW, _RISE = 16, 46, 6, 9, 8, 5
"""Pixels: a line of words, the axis above all rows, the gap below it, from words to mark, the end,
and how far plotly writes words above their place."""


class Label(NamedTuple):
    """The words of a row as plotly shows them, and the pixels below them for its marks."""

    lines: list[str]
    room: int


def lead_in(lead: str, words: str, width: int = WIDTH) -> list[str]:
    """Words after bold ones, in two lines at most, as plotly shows them."""
    left, lines = len(plain(lead)), []
    for line in wrap(f"{lead} {words}".strip(), width, most=2):
        lines.append(f"<b>{line[:left]}</b>{line[left:]}" if left > 0 else line)
        left -= len(line) + 1
    return lines


def lay_rows(
    rows: Sequence[Label], axis: dict[str, Any], ink: Ink, words: str = ""
) -> tuple[Drawing, list[int]]:
    """A drawing of the rows' words and, for each row, how far down its marks stand.

    `words` say what the axis counts.
    """
    *tops, height = accumulate((len(row.lines) * _LINE + row.room for row in rows), initial=_TOP)
    drawing = Drawing(ink, height + _AXIS + _BELOW)
    drawing.update_layout(
        margin={"l": 14, "r": 14, "t": _AXIS, "b": _BELOW},
        xaxis={**axis, "side": "top"},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        barmode="overlay",
    )
    left = axis["range"][0]
    drawing.add_words(
        x=[10**left if axis.get("type") == "log" else left] * len(rows), name="row",
        y=[top + _RISE for top in tops], text=["<br>".join(row.lines) for row in rows],
        textposition="bottom right", textfont={"size": SMALL_SIZE},
    )  # fmt: skip
    if words:
        drawing.add_note(
            words, x=0, y=1, xref="paper", yref="paper", xanchor="left", yanchor="bottom",
            xshift=-4, yshift=22, name="axis",
        )  # fmt: skip
    return drawing, [
        top + len(row.lines) * _LINE + _MARK for row, top in zip(rows, tops, strict=True)
    ]
