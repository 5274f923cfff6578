"""A chart in, the same chart as a picture that carries its source, out.

People cut pictures out of pages; so title, filters, caveat, version and address stand inside. A
picture has the shape of a link's preview and holds as many panels or rows as are legible in it.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

import plotly.graph_objects as go

from charts.look.drawing import Drawing
from charts.look.style import FORCE_NAMES, SMALL_SIZE, Ink, wrap

WIDTH, HEIGHT = 1200, 675
CUT = "As many as a picture holds; the address shows all."
_LINE, _TITLE_LINE, _SIDE = 19, 27, 24
_TITLE_SIZE = 21
_TITLE_WIDTH, _NOTE_WIDTH = 84, 165
"""How many characters fit on a line of the title and of the notes."""
_WORDS = 2 * _TITLE_LINE + 5 * _LINE + 36
"""Pixels of a title of two lines above the chart, and of a key and notes of four below it."""
_FEWER = (24, 16, 12, 9, 7, 5, 4, 3, 2, 1)


def draw_to_fit(
    draw: Callable[..., Drawing | None], ink: Ink, height: int = HEIGHT
) -> tuple[Drawing | None, bool]:
    """The chart with as many panels or rows as a picture holds, and whether some are left out.

    What cannot be cut (`draw` takes no `most`) makes its picture as high as it is.
    """
    chart, room = draw(ink), height - _WORDS
    if chart is None or chart.height <= room or "most" not in signature(draw).parameters:
        return chart, False
    fewer = [chart, *filter(None, (draw(ink, most=most) for most in _FEWER))]
    return next((one for one in fewer if one.height <= room), fewer[-1]), True


def frame_picture(
    chart: Drawing, title: str, notes: list[str], ink: Ink, height: int = HEIGHT
) -> go.Figure:
    """A new figure: the chart with a title above and lines of small words below."""
    head = wrap(title, _TITLE_WIDTH, most=3)
    foot = [line for words in notes for line in wrap(words, _NOTE_WIDTH)]
    if chart.forces:
        foot.insert(0, _write_key(chart.forces, ink))
    picture = chart.figure()
    margin = picture.layout.margin
    top, bottom = margin.t or 0, margin.b or 0
    above, below = len(head) * _TITLE_LINE + 20, len(foot) * _LINE + 16
    sides = {"l": (margin.l or 0) + _SIDE, "r": (margin.r or 0) + _SIDE}
    picture.update_layout(
        width=WIDTH,
        height=max(height, chart.height + above + below),
        margin={"t": top + above, "b": bottom + below, **sides},
    )
    left: dict[str, Any] = {
        "x": 0,
        "xanchor": "left",
        "align": "left",
        "xref": "paper",
        "yref": "paper",
    }
    picture.add_annotation(
        text=f"<b>{'<br>'.join(head)}</b>", font={"size": _TITLE_SIZE, "color": ink.text},
        y=1, yanchor="bottom", yshift=top + 10, showarrow=False, **left,
    )  # fmt: skip
    picture.add_annotation(
        text="<br>".join(foot), font={"size": SMALL_SIZE, "color": ink.muted},
        y=0, yanchor="top", yshift=-bottom - 4, showarrow=False, **left,
    )  # fmt: skip
    return picture


def _write_key(forces: list[str], ink: Ink) -> str:
    """`■ Ukrainian forces   ■ Russian forces`, each square in its colour."""
    squares = [f'<span style="color:{ink.force(force)}">■</span>' for force in forces]
    names = [FORCE_NAMES[force] for force in forces]
    return "\u2003".join(f"{a} {b}" for a, b in zip(squares, names, strict=True))
