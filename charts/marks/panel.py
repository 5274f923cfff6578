"""One panel of a figure over time: its rows, its axes, and where words at a day may stand."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import Any

import pandas as pd

HEADROOM = 1.6
"""Axis above the highest mark, for its arrow, its number and a note at the panel's top."""


@dataclass(frozen=True)
class Panel:
    """One series, its place in the figure and the highest value its axis shows."""

    rows: pd.DataFrame
    position: int
    top: float
    log: bool
    span: tuple[pd.Timestamp, pd.Timestamp]
    """First and last day of the axis."""

    @property
    def axes(self) -> dict[str, Any]:
        """What ties a trace or an annotation to this panel."""
        number = "" if self.position == 0 else str(self.position + 1)
        return {"xaxis": f"x{number}", "yaxis": f"y{number}"}

    @property
    def refs(self) -> dict[str, Any]:
        return {"xref": self.axes["xaxis"], "yref": self.axes["yaxis"]}

    def side_of(self, day: pd.Timestamp) -> str:
        """The side that words at this day start from, so that they stay inside the panel."""
        return "left" if day - self.span[0] < (self.span[1] - self.span[0]) * 0.55 else "right"

    def reach(self, day: pd.Timestamp, share: float) -> tuple[float, float]:
        """From where to where words at this day reach, if they take `share` of the width."""
        at = (day - self.span[0]) / (self.span[1] - self.span[0])
        return (at, at + share) if self.side_of(day) == "left" else (at - share, at)

    def height_of(self, value: float) -> float:
        """A value as annotations want it: on a log axis its logarithm."""
        return log10(max(value, 1e-9)) if self.log else value

    def share_of(self, value: float) -> float:
        """About how high a value stands in the panel, from 0 to 1."""
        if self.log:
            return self.height_of(value) / max(self.height_of(self.top), 1)
        return value / (self.top * HEADROOM or 1)


def iso(day: Any) -> Any:
    return str(pd.Timestamp(day).date())
