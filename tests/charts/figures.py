"""Charts as plotly's own figures: checked by plotly, and easy to look into."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from charts.look.drawing import Drawing
from charts.marks.panels import Look


def looked(draw: Callable[..., Drawing | None]) -> Callable[..., Any]:
    """The same of a chart over time, whose options stand in a look."""
    return seen(lambda rows, ink, **options: draw(rows, Look(ink, **options)))


def seen(draw: Callable[..., Drawing | None]) -> Callable[..., Any]:
    """The same, but what it draws is a figure; nothing stays None."""

    @wraps(draw)
    def figure(*given: Any, **options: Any) -> Any:
        drawing = draw(*given, **options)
        return None if drawing is None else drawing.figure()

    return figure
