"""Interval bars: a window spans its days, its height is a count per month, its area the count."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.look.drawing import Drawing
from charts.look.style import Ink, fade, hover
from charts.marks.claims import add_open_ends, add_signs, count_days, stated
from charts.marks.panel import Panel, iso
from loaders.dates import DAYS_PER_MONTH

_DAY = 86_400_000
"""Milliseconds, the unit of bar widths on a date axis."""


def scale(rows: pd.DataFrame, as_reported: bool) -> pd.Series:
    """What each count is multiplied by to give the height of its bar."""
    if as_reported:
        return pd.Series(1.0, index=rows.index)
    return (DAYS_PER_MONTH / count_days(rows)).where(rows["kind"] != "rate", 1.0)


def add_bars(drawing: Drawing, panel: Panel, factor: pd.Series, ink: Ink) -> None:
    """Long windows first, so that short ones lie in front and can be reached."""
    rows = panel.rows.loc[count_days(panel.rows).sort_values(ascending=False, kind="stable").index]
    factor, color = factor[rows.index], ink.force(rows["force"].iloc[0])
    solid = rows["count"].fillna(rows["count_low"]).astype("float64") * factor
    _add_blocks(drawing, panel, rows, solid, color, _opacities(rows))
    ranged = rows["count"].isna()
    if ranged.any():
        rest = stated(rows[ranged]) * factor[ranged] - solid[ranged]
        faint, base = [0.12] * len(rest), solid[ranged].tolist()
        _add_blocks(drawing, panel, rows[ranged], rest, color, faint, base=base)
    middles = rows["window_start"] + (rows["window_end"] - rows["window_start"]) / 2
    heights = stated(rows) * factor
    add_open_ends(drawing, panel, rows, middles, heights, color)
    add_signs(drawing, list(map(iso, middles)), list(heights), rows, ink, **panel.axes)


def _opacities(rows: pd.DataFrame) -> list[float]:
    """Hollow for `about`, faint for a window with another inside it, else solid."""
    starts, ends = rows["window_start"].to_numpy(), rows["window_end"].to_numpy()
    within = (starts >= starts[:, None]) & (ends <= ends[:, None])
    return [
        0.0 if bound == "about" else 0.45 if inside == 1 else 0.1
        for bound, inside in zip(rows["bound"].tolist(), within.sum(axis=1), strict=True)
    ]


def _add_blocks(
    drawing: Drawing,
    panel: Panel,
    rows: pd.DataFrame,
    heights: pd.Series,
    color: str,
    opacity: list[float],
    **more: Any,
) -> None:
    drawing.add_bar(
        x=[iso(day) for day in rows["window_start"]],
        y=list(heights),
        width=[days * _DAY for days in count_days(rows)],
        offset=0,
        marker={
            "color": [fade(color, part) for part in opacity],
            "line": {"color": color, "width": 1.2},
            "cornerradius": 0,
        },
        customdata=rows["id"].tolist(),
        hovertext=hover(rows),
        **panel.axes,
        **more,
    )
