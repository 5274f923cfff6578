"""A chart in the reader's browser: drawn by a few lines of script with a part of plotly.js.

Streamlit's own chart loads all of plotly.js and is built anew for whatever changes; this one loads
the bundle of the static site and is drawn in place (docs/decisions/0010).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from charts.look.drawing import Drawing

SCRIPT = Path(__file__).parents[1] / "static" / "chart.js"
_mount = st.components.v2.component(
    "chart",
    html='<div role="figure" aria-busy="true"></div><div role="listbox" tabindex="0" hidden></div>',
    js=SCRIPT.read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Plot:
    """A chart and what the browser draws it from."""

    chart: Drawing
    spec: bytes
    """JSON: its words (`alt`), whether it is `still`, and plotly's `data` and `layout`."""
    forces: tuple[str, ...]
    """The forces whose colours it has."""


def make_plot(chart: Drawing | None, alt: str, still: bool = False) -> Plot | None:
    """None of no chart; `still` charts answer to nothing."""
    if chart is None:
        return None
    words = json.dumps({"alt": alt, "still": still})
    spec = f"{words[:-1]},{chart.to_json()[1:]}".encode()
    return Plot(chart, spec, tuple(chart.forces))


def place_plot(plot: Plot, key: str) -> str | None:
    """The id of the figure whose mark was chosen, in the run after the click only."""
    found = _mount(data=plot.spec, key=key, height=plot.chart.height, on_chosen_change=_pass)
    return str(found.chosen) if found.chosen else None


def _pass() -> None:
    """What is chosen is read where the chart is placed."""
