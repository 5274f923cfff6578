"""Criminal cases by month: each force on its own scale, for the overview.

Of each force the series of cases with most claims about all of it; what others count is one step
away, over time.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from charts.look.drawing import Drawing
from charts.marks.claims import read_marks
from charts.marks.panels import Look, split_series
from charts.over_time import draw_over_time
from loaders.ledger import FORCES
from loaders.sentences import lower

TITLE = "Cases, not people, by month; each force on its own scale"

LOWER = 0.68
"""Part of the usual height: forces stand side by side, and the page is short."""


def choose_by_month(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are drawn: of each force one series of cases counted within windows."""
    cases = rows[(rows["kind"] == "during") & (rows["counts"] == "cases")]
    whole = cases[cases["unit"] == cases["force"]]
    series = split_series(mark for mark in read_marks(whole) if mark.status == "current")
    chosen = {marks[0].force: marks for marks in reversed(series)}
    ids = [mark.id for marks in chosen.values() for mark in marks]
    return whole[whole["id"].isin(ids)]


def split_forces(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Of each force that has any, what is drawn."""
    chosen = choose_by_month(rows)
    return [(force, own) for force in FORCES if len(own := chosen[chosen["force"] == force])]


def say_series(rows: pd.DataFrame) -> str:
    """`Russian forces: cases received by courts, absence without leave`"""
    first = rows.iloc[0]
    labels = [first["measure_label"], *([first["offence_label"]] if first["offence"] else [])]
    return f"{first['unit_name']}: {', '.join(map(lower, labels))}"


def draw_by_month(rows: pd.DataFrame, look: Look) -> Drawing | None:
    """Their bars as over time, less high; None where no force has any."""
    drawing = draw_over_time("during", choose_by_month(rows), replace(look, same_y=False))
    if drawing is not None:
        drawing.update_layout(height=round(drawing.height * LOWER))
    return drawing
