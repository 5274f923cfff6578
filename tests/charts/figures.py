"""Charts as plotly's own figures: checked by plotly, and easy to look into."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from charts.look.drawing import Drawing
from charts.marks.panels import Look


def looked(draw: Callable[..., Drawing | None]) -> Callable[..., Any]:
    """The same of a chart over time, whose options stand in a look."""
    return seen(lambda rows, ink, **options: draw(rows, Look(ink, **options)))


def marks_of(figure: Any) -> list[Any]:
    """The traces that are no words."""
    return [trace for trace in figure.data if not _is_words(trace)]


def words_of(figure: Any, name: str) -> list[str]:
    """The words of this name, whether they are a trace or notes."""
    traces = [trace.text for trace in figure.data if _is_words(trace) and trace.name == name]
    notes = [note.text for note in figure.layout.annotations if note.name == name]
    return [
        " ".join(re.split("[\u00a0\u2005 ]+", one)).strip() for one in (*notes, *sum(traces, ()))
    ]


def _is_words(trace: Any) -> bool:
    return bool(trace.type == "scatter" and trace.mode == "text")


def seen(draw: Callable[..., Drawing | None]) -> Callable[..., Any]:
    """The same, but what it draws is a figure; nothing stays None."""

    @wraps(draw)
    def figure(*given: Any, **options: Any) -> Any:
        drawing = draw(*given, **options)
        return None if drawing is None else drawing.figure()

    return figure
