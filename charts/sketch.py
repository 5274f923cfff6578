"""A small chart of one measure for the overview: each claim at its number, over its window."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.look.drawing import Drawing, date_axis, number_axis, tick_room
from charts.look.most import keep_newest, say_too_many
from charts.look.style import Ink, counted
from charts.marks.claims import say_stated, stated, symbol_of
from charts.marks.panel import iso
from loaders.sentences import thin


def draw_sketch(rows: pd.DataFrame, ink: Ink) -> Drawing | None:
    """Counts of one measure as stated, rates left out; None where there are none.

    A window is a line over its days, a total or level a dot on its date. Pages show it still, so
    that marks carry no words. Raises ValueError for several measures.
    """
    measures = rows["measure"].unique()
    if len(measures) > 1:
        raise ValueError(f"a sketch shows one measure, found {len(measures)}")
    counts = rows[rows["kind"] != "rate"]
    if counts.empty:
        return None
    drawing = Drawing(ink, 130)
    top = float(stated(counts).max()) * 1.1
    numbers = {**number_axis(ink), "nticks": 3, "range": [0, top]}
    drawing.set_layout(
        margin={"l": tick_room(top), "r": 10, "t": 6, "b": 22},
        xaxis={**date_axis(ink), "nticks": 5},
        yaxis=numbers,
    )
    for force, own in keep_newest(counts).groupby("force", sort=False):
        color = ink.force(str(force))
        _add_windows(drawing, own[own["kind"] == "during"], color)
        _add_dates(drawing, own[own["kind"] == "as_of"], color)
    return drawing


def say_sketch(rows: pd.DataFrame) -> str:
    """The text alternative: how many claims, the largest, and what is not drawn."""
    counts = rows[rows["kind"] != "rate"]
    if counts.empty:
        return "No counts."
    most = counts.iloc[int(stated(counts).argmax())]
    said = (
        f"{counted(len(counts), 'claim')}, the largest {say_stated(most)} {most['counts']} "
        f"({most['claimant_name']}, {most['unit_name']}). {say_too_many(len(counts))}"
    )
    return thin(said.strip())


def _add_windows(drawing: Drawing, rows: pd.DataFrame, color: str) -> None:
    """Each window as a line with both its ends in reach, and nothing between windows."""
    x: list[Any] = []
    y: list[Any] = []
    for start, end, height in zip(
        rows["window_start"], rows["window_end"], stated(rows), strict=True
    ):
        x += [iso(start), iso(end), None]
        y += [height, height, None]
    if x:
        drawing.add_scatter(
            x=x, y=y, mode="lines", line={"color": color, "width": 3}, name="windows",
            hoverinfo="skip",
        )  # fmt: skip


def _add_dates(drawing: Drawing, rows: pd.DataFrame, color: str) -> None:
    if len(rows):
        drawing.add_scatter(
            x=[iso(day) for day in rows["window_end"]], y=list(stated(rows)), mode="markers",
            marker={"size": 6, "color": color, "line": {"width": 1.5, "color": color},
                    "symbol": rows["bound"].map(symbol_of).tolist()},
            hoverinfo="skip", name="dates",
        )  # fmt: skip
