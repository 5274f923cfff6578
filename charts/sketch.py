"""A small chart of one measure: each claim at its number, over its window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pandas as pd

from charts.look.axes import count_axis, date_axis, span_counts, tick_room
from charts.look.drawing import Drawing
from charts.look.style import Ink, counted
from charts.marks.bars import is_short
from charts.marks.claims import Mark, read_marks
from charts.marks.most import keep_newest, say_too_many


def draw_sketch(rows: pd.DataFrame, ink: Ink) -> Drawing | None:
    """Counts of one measure as stated, rates left out; None where there are none.

    A window is a line over its days, a short one a diamond, a total or level a dot on its date.
    Pages show it still, so that marks carry no words. Raises ValueError for several measures.
    """
    measures = rows["measure"].unique()
    if len(measures) > 1:
        raise ValueError(f"a sketch shows one measure, found {len(measures)}")
    marks = keep_newest(_read_counts(rows))
    if not marks:
        return None
    first, last = min(mark.first for mark in marks), max(mark.window_end for mark in marks)
    room = max((last - first) * 0.03, timedelta(days=6))
    counts = span_counts((mark.stated for mark in marks), log=False)
    drawing = Drawing(ink, 142)
    drawing.update_layout(
        margin={"l": tick_room(counts.high), "r": 14, "t": 6, "b": 36},
        xaxis=date_axis(ink, first - room, last + room, most=5),
        yaxis={**count_axis(ink, counts), "nticks": 3},
    )
    for force in dict.fromkeys(mark.force for mark in marks):
        own = [mark for mark in marks if mark.force == force]
        _add_marks(drawing, own, ink.force(force))
    return drawing


def say_sketch(rows: pd.DataFrame) -> str:
    """The text alternative: how many claims, the largest, and what is not drawn."""
    marks = _read_counts(rows)
    if not marks:
        return "No counts."
    most = max(marks, key=lambda mark: mark.stated)
    said = (
        f"{counted(len(marks), 'claim')}, the largest {most.number} {most.counts} "
        f"({most.claimant_name}, {most.unit_name}). {say_too_many(len(marks))}"
    )
    return said.strip()


def _read_counts(rows: pd.DataFrame) -> list[Mark]:
    return read_marks(rows[rows["kind"] != "rate"])


def _add_marks(drawing: Drawing, marks: Sequence[Mark], color: str) -> None:
    """Windows as lines with nothing between them; short ones and dates as symbols."""
    windows = [mark for mark in marks if mark.kind == "during" and not is_short(mark)]
    dates = [mark for mark in marks if mark.kind == "as_of" or is_short(mark)]
    if windows:
        drawing.add_scatter(
            x=[day for mark in windows for day in (str(mark.first), str(mark.window_end), None)],
            y=[end for mark in windows for end in (mark.stated, mark.stated, None)],
            mode="lines", line={"color": color, "width": 3}, name="windows", hoverinfo="skip",
        )  # fmt: skip
    if dates:
        shapes = [
            f"{'circle' if mark.kind == 'as_of' else 'diamond'}{mark.hollow}" for mark in dates
        ]
        drawing.add_scatter(
            x=[str(mark.middle) for mark in dates], y=[mark.stated for mark in dates],
            mode="markers", hoverinfo="skip", name="dates", cliponaxis=False,
            marker={"size": 6, "color": color, "line": {"width": 1.5, "color": color},
                    "symbol": shapes},
        )  # fmt: skip
