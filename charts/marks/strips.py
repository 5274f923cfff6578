"""Rows of claims along one axis of counts: dots, ranges and open ends, each row's words above it.

The words stand over the marks, not beside them, so that a row reads the same on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import pandas as pd

from charts.look.drawing import Drawing, arrow, note, number_axis
from charts.look.style import Ink, hover, plain, wrapped
from charts.marks.claims import add_signs, find_open, stated, symbol_of
from loaders.sentences import say_per
from loaders.words import Per

DRAWN = [
    *("id", "sentence", "status", "first_outlet", "first_published"),
    *("force", "counts", "per", "count", "bound", "count_low", "count_high"),
]
"""The columns that are drawn; many short tables of all columns would take far longer."""
_LINE, _MARK, _AXIS, _TOP = 16, 24, 46, 6
"""Pixels: a line of words, the room of a mark, the axis above all rows, the gap below it."""
_CROWD = 12
"""Rows with more claims have smaller marks that show what lies behind them."""
_WIDTH = 57
"""How many characters of a row's words fit side by side on a phone."""


@dataclass(frozen=True)
class Strip:
    """One row: its words, how deep they stand, and the claims drawn below them, if any."""

    lead: str
    """The first words, in bold."""
    words: str
    rows: pd.DataFrame
    depth: int = 0

    @property
    def lines(self) -> list[str]:
        """The words in two lines at most, as plotly shows them."""
        text = wrapped(f"{self.lead} {self.words}".strip(), _WIDTH - 2 * self.depth, most=2)
        lead = plain(self.lead)
        bold = f"<b>{lead}</b>{text[len(lead) :]}" if text.startswith(lead) else text
        return bold.split("<br>")

    @property
    def height(self) -> int:
        """In pixels."""
        return len(self.lines) * _LINE + (6 if self.rows.empty else _MARK)


def split_axes(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows by what is counted and for what time: `people`, `verdicts a week`; most first."""
    axes = rows.groupby(["counts", "per"], sort=False, dropna=False)
    most_first = sorted(axes, key=lambda axis: len(axis[1]), reverse=True)
    return {f"{counts}{_say_pace(per)}": own for (counts, per), own in most_first}


def draw_strips(strips: Sequence[Strip], ink: Ink, *, log: bool = False) -> Drawing:
    """One row a strip from the top down, over one axis. Raises ValueError for two axes."""
    drawn = pd.concat([strip.rows for strip in strips])
    axes = list(split_axes(drawn))
    if len(axes) > 1:
        raise ValueError(f"rows that share no axis: {', '.join(axes)}")
    height = sum(strip.height for strip in strips) + _TOP
    drawing = Drawing(ink, height + _AXIS + 8)
    _add_axes(drawing, drawn, height, axes[0] + (", log scale" if log else ""), ink, log)
    top, heights = _TOP, []
    for strip in strips:
        drawing.add_words(strip.lines, top, 14 * strip.depth - 4)
        heights += [top + strip.height - _MARK + 9] * len(strip.rows)
        top += strip.height
    _add_marks(drawing, drawn, pd.Series(heights, drawn.index), ink)
    _add_open_ends(drawing, drawn, heights, ink, log)
    add_signs(drawing, list(stated(drawn)), heights, drawn, ink, "bottom right")
    return drawing


def _say_pace(per: object) -> str:
    return say_per(next((word for word in Per if word == per), None))


def _add_axes(
    drawing: Drawing, drawn: pd.DataFrame, height: int, words: str, ink: Ink, log: bool
) -> None:
    counts = stated(drawn)
    edges: list[float] = [0, counts.max() * 1.12 or 1]
    if log:
        edges = [floor(log10(max(counts.min(), 1))), ceil(log10(max(counts.max(), 10) * 1.05))]
    drawing.set_layout(
        margin={"l": 14, "r": 14, "t": _AXIS, "b": 8},
        xaxis={
            **number_axis(ink, log), "side": "top", "range": edges, "ticks": ""
        },
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )  # fmt: skip
    drawing.add_note(
        **note(ink, plain(words), x=0, y=1, xref="paper", yref="paper", xanchor="left",
             yanchor="bottom", yshift=22, xshift=-4, name="axis")
    )  # fmt: skip


def _add_marks(drawing: Drawing, rows: pd.DataFrame, heights: pd.Series, ink: Ink) -> None:
    for y in heights.unique():
        drawing.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, layer="below", name="row",
            line={"color": ink.grid, "width": 1},
        )  # fmt: skip
    colors = rows["force"].map(ink.force)
    is_range = rows["count"].isna()
    ranges, numbers = rows[is_range], rows[~is_range]
    if len(ranges):
        drawing.add_bar(
            x=(ranges["count_high"] - ranges["count_low"]).astype("int64").tolist(),
            base=ranges["count_low"].astype("int64").tolist(), y=heights[is_range].tolist(),
            orientation="h", width=9, marker={"color": colors[is_range].tolist()},
            customdata=ranges["id"].tolist(), hovertext=hover(ranges), name="range",
        )  # fmt: skip
    crowded = heights[~is_range].map(heights.value_counts()) > _CROWD
    if len(numbers):
        drawing.add_scatter(
            x=numbers["count"].astype("int64").tolist(), y=heights[~is_range].tolist(),
            mode="markers",
            marker={
                "size": crowded.map({True: 7, False: 10}).tolist(),
                "opacity": crowded.map({True: 0.6, False: 1.0}).tolist(),
                "color": colors[~is_range].tolist(),
                "line": {"width": 2, "color": colors[~is_range].tolist()},
                "symbol": numbers["bound"].map(symbol_of).tolist(),
            },
            cliponaxis=False, customdata=numbers["id"].tolist(), hovertext=hover(numbers),
            name="number",
        )  # fmt: skip


def _add_open_ends(
    drawing: Drawing, rows: pd.DataFrame, heights: Sequence[int], ink: Ink, log: bool
) -> None:
    colors, stands = rows["force"].map(ink.force), stated(rows)
    for place, up in find_open(rows):
        x = log10(max(stands.iloc[place], 1)) if log else stands.iloc[place]
        out = arrow(colors.iloc[place], 24 if up else -24, 0)
        drawing.add_note(**out, x=x, y=heights[place], xref="x", yref="y", name="open")
