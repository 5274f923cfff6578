"""What every version of the page shows: the rows in the file that ROWS names, and a figure.

The peers run it in their own environment: nothing of the dashboard is imported here.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd

FORCES = ("any", "ukraine", "russia")
COLUMNS = ("day", "count", "force", "measure", "claimant", "sentence")


def read_rows() -> pd.DataFrame:
    return pd.DataFrame(json.loads(Path(os.environ["ROWS"]).read_text("utf-8")), columns=COLUMNS)


def measures(rows: pd.DataFrame) -> list[str]:
    return ["any", *sorted(rows["measure"].unique())]


def select(rows: pd.DataFrame, force: str, measure: str) -> pd.DataFrame:
    """The rows that pass both filters."""
    if force != "any":
        rows = rows[rows["force"] == force]
    return rows if measure == "any" else rows[rows["measure"] == measure]


def list_traces(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """One trace a force, as plotly takes them."""
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": str(force),
            "x": list(own["day"]),
            "y": list(own["count"]),
            "hovertext": list(own["sentence"]),
        }
        for force, own in rows.groupby("force")
    ]


def draw(rows: pd.DataFrame) -> Any:
    """The peers' figure."""
    import plotly.graph_objects as go

    layout = {"yaxis": {"type": "log"}, "height": 420, "template": "none"}
    return go.Figure(list_traces(rows), layout)
