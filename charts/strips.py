"""Rows of claims along one axis of counts: dots, ranges and open ends, each row's words above it.

The words stand over the marks, not beside them, so that a row reads the same on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import pandas as pd
import plotly.graph_objects as go

from charts.claims import color_of, stated, stated_of
from charts.style import (
    HOVER,
    SMALL_SIZE,
    Ink,
    arrow,
    hover,
    new_figure,
    note,
    number_axis,
    plain,
    wrapped,
)
from loaders.sentences import say_per
from loaders.words import Per

_LINE, _MARK, _AXIS, _TOP = 16, 24, 46, 6
"""Pixels: a line of words, the room of a mark, the axis above all rows, the gap below it."""
_WIDTH = 52
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
    pairs = zip(rows["counts"], rows["per"], strict=True)
    words = pd.Series([f"{c}{_say_pace(per)}" for c, per in pairs], rows.index, dtype="str")
    return {str(axis): rows[words == axis] for axis in words.value_counts().index}


def draw_strips(strips: Sequence[Strip], ink: Ink, *, log: bool = False) -> go.Figure:
    """One row a strip from the top down, over one axis. Raises ValueError for two axes."""
    drawn = pd.concat([strip.rows for strip in strips])
    axes = list(split_axes(drawn))
    if len(axes) > 1:
        raise ValueError(f"rows that share no axis: {', '.join(axes)}")
    height = sum(strip.height for strip in strips) + _TOP
    figure = new_figure(ink, height + _AXIS + 8)
    _add_axes(figure, drawn, height, axes[0] + (", log scale" if log else ""), ink, log)
    top = _TOP
    for strip in strips:
        _add_words(figure, strip, top)
        if not strip.rows.empty:
            _add_marks(figure, strip.rows, top + strip.height - _MARK + 9, ink, log)
        top += strip.height
    return figure


def _say_pace(per: object) -> str:
    return say_per(next((word for word in Per if word == per), None))


def _add_axes(
    figure: go.Figure, drawn: pd.DataFrame, height: int, words: str, ink: Ink, log: bool
) -> None:
    counts = stated(drawn)
    edges: list[float] = [0, counts.max() * 1.12 or 1]
    if log:
        edges = [floor(log10(max(counts.min(), 1))), ceil(log10(max(counts.max(), 10) * 1.05))]
    figure.update_layout(
        margin={"l": 14, "r": 14, "t": _AXIS, "b": 8},
        xaxis={
            **number_axis(ink, log), "side": "top", "range": edges, "ticks": "", "automargin": False
        },
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )  # fmt: skip
    figure.add_annotation(
        note(ink, plain(words), x=0, y=1, xref="paper", yref="paper", xanchor="left",
             yanchor="bottom", yshift=22, xshift=-4, name="axis")
    )  # fmt: skip


def _add_words(figure: go.Figure, strip: Strip, top: int) -> None:
    figure.add_annotation(
        text="<br>".join(strip.lines), x=0, y=top, xref="paper", yref="y", xanchor="left",
        yanchor="top", xshift=14 * strip.depth - 4, align="left", showarrow=False, name="row",
        font={"size": SMALL_SIZE},
    )  # fmt: skip


def _add_marks(figure: go.Figure, rows: pd.DataFrame, y: int, ink: Ink, log: bool) -> None:
    color = color_of(rows, ink)
    figure.add_shape(
        type="line", x0=0, x1=1, xref="paper", y0=y, y1=y, layer="below", name="row",
        line={"color": ink.grid, "width": 1},
    )  # fmt: skip
    numbers, ranges = rows[rows["count"].notna()], rows[rows["count"].isna()]
    if not ranges.empty:
        figure.add_bar(
            x=[int(high - low) for low, high in zip(ranges["count_low"], ranges["count_high"],
                                                    strict=True)],
            base=[int(low) for low in ranges["count_low"]], y=[y] * len(ranges),
            orientation="h", width=9, marker={"color": color}, customdata=list(ranges["id"]),
            hovertext=hover(ranges), hovertemplate=HOVER, name="range",
        )  # fmt: skip
    if not numbers.empty:
        figure.add_scatter(
            x=[int(count) for count in numbers["count"]], y=[y] * len(numbers),
            mode="markers", cliponaxis=False, customdata=list(numbers["id"]),
            marker={
                "size": 10, "color": color, "line": {"width": 2, "color": color},
                "symbol": ["circle-open" if b == "about" else "circle" for b in numbers["bound"]],
            },
            hovertext=hover(numbers), hovertemplate=HOVER, name="number",
        )  # fmt: skip
    for _, row in rows.iterrows():
        up, down = pd.isna(row["count_high"]), pd.isna(row["count_low"])
        if up or down:
            x = log10(max(stated_of(row), 1)) if log else stated_of(row)
            figure.add_annotation(
                **arrow(color, 24 if up else -24, 0, x=x, y=y, xref="x", yref="y", name="open")
            )
