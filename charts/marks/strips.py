"""Rows of claims along one axis of counts: dots, ranges and open ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from charts.look.axes import CountAxis, count_axis, span_counts
from charts.look.drawing import Drawing
from charts.look.style import SMALL_SIZE, Ink
from charts.marks.claims import Mark, add_arrows, add_signs, paint
from charts.marks.rows import PUSHED, WIDTH, Label, lay_rows, lead_in
from loaders.sentences import say_per
from loaders.words import Per

_CROWD = 12
"""Rows with more claims have smaller marks that show what lies behind them."""
_NUMBER = 0.24
"""The part of a phone's width that a number beside its mark takes."""


@dataclass(frozen=True)
class Strip:
    """One row: its words, how deep they stand, and the claims drawn below them, if any."""

    lead: str
    """The first words, in bold."""
    words: str
    marks: Sequence[Mark] = ()
    depth: int = 0

    @property
    def label(self) -> Label:
        lines = lead_in(self.lead, self.words, WIDTH - 2 * self.depth)
        pushed = [PUSHED * 5 * self.depth + line for line in lines]
        return Label(pushed, 24 if self.marks else 6)


def split_axes(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows by what is counted and for what time: `people`, `verdicts a week`; most first."""
    axes = rows.groupby(["counts", "per"], sort=False, dropna=False)
    most_first = sorted(axes, key=lambda axis: len(axis[1]), reverse=True)
    return {f"{counts}{_say_pace(per)}": own for (counts, per), own in most_first}


def draw_strips(
    strips: Sequence[Strip], ink: Ink, *, log: bool = False, numbers: bool = False
) -> Drawing:
    """One row a strip, with `numbers` beside marks with room. Raises ValueError for two axes."""
    marks = [mark for strip in strips for mark in strip.marks]
    axes = list(dict.fromkeys(f"{mark.counts}{mark.pace}" for mark in marks))
    if len(axes) > 1:
        raise ValueError(f"rows that share no axis: {', '.join(axes)}")
    ends = [end for mark in marks for end in (mark.least, mark.stated)]
    counts = span_counts(ends, log, 1.4 if numbers else 1.12)
    rows, words = [strip.label for strip in strips], axes[0] + counts.words
    drawing, places = lay_rows(rows, count_axis(ink, counts), ink, words)
    heights = [y for strip, y in zip(strips, places, strict=True) for _ in strip.marks]
    _add_lines(drawing, heights)
    if numbers:
        chosen = {mark.id for strip in strips for mark in _choose_numbers(strip.marks, counts)}
        pairs = zip(marks, heights, strict=True)
        _add_numbers(drawing, [(mark, y) for mark, y in pairs if mark.id in chosen], counts)
    _add_ranges(drawing, marks, heights, counts)
    _add_dots(drawing, marks, heights, counts)
    stated = [counts.at(mark.stated) for mark in marks]
    add_arrows(drawing, stated, heights, marks, (24, 0), {"xref": "x", "yref": "y"})
    x = [counts.inside(mark.stated) for mark in marks]
    add_signs(drawing, x, heights, marks, textposition="bottom right")
    return drawing


def _say_pace(per: object) -> str:
    return say_per(next((word for word in Per if word == per), None))


def _add_lines(drawing: Drawing, heights: Sequence[int]) -> None:
    """One shape, however many rows."""
    drawing.add_shape(
        type="path", path="".join(f"M0,{y}L1,{y}" for y in dict.fromkeys(heights)), xref="paper",
        yref="y", layer="below", name="row", line={"color": drawing.ink.grid, "width": 1},
    )  # fmt: skip


def _add_ranges(
    drawing: Drawing, marks: Sequence[Mark], heights: Sequence[int], counts: CountAxis
) -> None:
    """A solid bar from the lower to the upper end of each range."""
    ranges = [(mark, y) for mark, y in zip(marks, heights, strict=True) if mark.count is None]
    if ranges:
        own = [mark for mark, _ in ranges]
        low = [counts.inside(mark.least) for mark in own]
        drawing.add_bar(
            x=[mark.stated - base for mark, base in zip(own, low, strict=True)], base=low,
            y=[y for _, y in ranges], orientation="h", width=9, name="range", **paint(own),
            marker={"color": [drawing.ink.force(mark.force) for mark in own]},
        )  # fmt: skip


def _add_dots(
    drawing: Drawing, marks: Sequence[Mark], heights: Sequence[int], counts: CountAxis
) -> None:
    """A dot for each number, smaller and paler where many lie on one row."""
    dots = [(mark, y) for mark, y in zip(marks, heights, strict=True) if mark.count is not None]
    if not dots:
        return
    crowds = {y: heights.count(y) > _CROWD for y in dict.fromkeys(heights)}
    colors = [drawing.ink.force(mark.force) for mark, _ in dots]
    drawing.add_scatter(
        x=[counts.inside(mark.stated) for mark, _ in dots], y=[y for _, y in dots],
        mode="markers", cliponaxis=False, name="number", **paint([mark for mark, _ in dots]),
        marker={
            "size": [7 if crowds[y] else 10 for _, y in dots],
            "opacity": [0.6 if crowds[y] else 1.0 for _, y in dots],
            "color": colors,
            "line": {"width": 2, "color": colors},
            "symbol": [f"circle{mark.hollow}" for mark, _ in dots],
        },
    )  # fmt: skip


def _choose_numbers(marks: Sequence[Mark], counts: CountAxis) -> Iterator[Mark]:
    """The largest, and each below it whose number has room up to the one before."""
    edge = None
    for mark in sorted(marks, key=lambda mark: mark.stated, reverse=True):
        at = counts.share(mark.stated)
        if edge is None or at + _NUMBER < edge:
            yield mark
        edge = counts.share(mark.least)


def _add_numbers(drawing: Drawing, marks: Sequence[tuple[Mark, int]], counts: CountAxis) -> None:
    """To the right of the marks and of their arrows, if they have one."""
    drawing.add_words(
        x=[counts.inside(mark.stated) for mark, _ in marks], y=[y for _, y in marks],
        text=[_write(mark) for mark, _ in marks], textposition="middle right", name="words",
        textfont={"size": SMALL_SIZE, "color": drawing.ink.muted},
    )  # fmt: skip


def _write(mark: Mark) -> str:
    words = f"{mark.stated:,}" if mark.count is not None else f"{mark.least:,}–{mark.stated:,}"
    return PUSHED * (9 if mark.count_high is None else 3) + words
