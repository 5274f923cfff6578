"""The page in Panel: panel serve panel_page.py"""

from __future__ import annotations

import panel as pn
from rows import FORCES, draw, measures, read_rows, select

pn.extension("plotly", "tabulator")
rows = read_rows()
force = pn.widgets.RadioBoxGroup(name="Force", options=list(FORCES), inline=True)
measure = pn.widgets.Select(name="Measure", options=measures(rows))
chart = pn.pane.Plotly(draw(rows), sizing_mode="stretch_width", height=420)
table = pn.widgets.Tabulator(rows, show_index=False, pagination="remote", page_size=15)


def show(_: object) -> None:
    shown = select(rows, force.value, measure.value)
    chart.object, table.value = draw(shown), shown


force.param.watch(show, "value")
measure.param.watch(show, "value")
pn.Column(force, measure, chart, table, sizing_mode="stretch_width").servable()
