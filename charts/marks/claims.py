"""What one row states: its number in words, its days, its open end, its status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.look.drawing import Drawing, arrow
from charts.look.style import Ink
from charts.marks.panel import Panel, iso
from loaders.records import Count
from loaders.sentences import say_number
from loaders.words import Bound

BOUNDS = {str(word): word for word in Bound}
SIGNS = {"doubtful": "?", "superseded": "×", "withdrawn": "×"}
"""Beside the mark of a claim with this status."""


def stated(rows: pd.DataFrame) -> pd.Series:
    """The number each claim states; of a stated range its upper end."""
    return rows["count"].fillna(rows["count_high"]).astype("float64")


def stated_of(row: pd.Series) -> float:
    return float(row["count_high"] if pd.isna(row["count"]) else row["count"])


def say_stated(row: pd.Series) -> str:
    """`more than 18,000`, `60 to 90`."""
    low, high = (
        (row["count_low"], row["count_high"]) if pd.isna(row["count"]) else [row["count"]] * 2
    )
    return say_number(Count(int(low), int(high)), BOUNDS[row["bound"]])


def add_signs(
    drawing: Drawing,
    x: Sequence[Any],
    y: Sequence[float],
    rows: pd.DataFrame,
    ink: Ink,
    side: str = "top right",
    **axes: Any,
) -> None:
    """Beside the marks of claims that do not simply stand: ? or ×."""
    signs = [
        (a, b, SIGNS.get(status))
        for a, b, status in zip(x, y, rows["status"].tolist(), strict=True)
    ]
    shown = [(a, b, sign) for a, b, sign in signs if sign]
    if shown:
        drawing.add_scatter(
            x=[a for a, _, _ in shown], y=[b for _, b, _ in shown], mode="text", name="status",
            text=[f"<b>{sign}</b>" for _, _, sign in shown], textposition=side, cliponaxis=False,
            textfont={"size": 14, "color": ink.text}, hoverinfo="skip", **axes,
        )  # fmt: skip


def symbol_of(bound: str) -> str:
    """The mark of a number: hollow where it is stated as `about`."""
    return "circle-open" if bound == "about" else "circle"


def find_last(rows: pd.DataFrame) -> pd.Series:
    """The row whose window ends last."""
    last: pd.Series = rows.loc[rows["window_end"].sort_values(kind="stable").index[-1]]
    return last


def count_days(rows: pd.DataFrame) -> pd.Series:
    """How many days each window has."""
    return (rows["window_end"] - rows["window_start"]).dt.days + 1


def find_open(rows: pd.DataFrame) -> list[tuple[int, bool]]:
    """Places of the rows whose bound leaves a side open, and whether it is the upper one."""
    up = rows["count_high"].isna().tolist()
    down = rows["count_low"].isna().tolist()
    return [(place, up[place]) for place in range(len(rows)) if up[place] or down[place]]


def add_open_ends(
    drawing: Drawing, panel: Panel, rows: pd.DataFrame, x: pd.Series, y: pd.Series, color: str
) -> None:
    """Arrows from the stated numbers where a bound leaves one side open."""
    for place, up in find_open(rows):
        at = {"x": iso(x.iloc[place]), "y": panel.height_of(y.iloc[place]), **panel.refs}
        drawing.add_note(**arrow(color, 0, -20 if up else 20, name="open", **at))
