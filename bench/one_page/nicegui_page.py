"""The page in NiceGUI: python nicegui_page.py PORT"""

from __future__ import annotations

import sys

from nicegui import ui
from rows import COLUMNS, FORCES, draw, measures, read_rows, select

rows = read_rows()


@ui.page("/")
def page() -> None:
    def show() -> None:
        shown = select(rows, force.value, measure.value)
        chart.update_figure(draw(shown))
        table.rows = shown.to_dict("records")

    force = ui.radio(list(FORCES), value="any", on_change=show).props("inline")
    measure = ui.select(measures(rows), value="any", on_change=show)
    chart = ui.plotly(draw(rows)).classes("w-full")
    columns = [{"name": name, "label": name, "field": name} for name in COLUMNS]
    table = ui.table(columns=columns, rows=rows.to_dict("records"), pagination=15)


ui.run(host="127.0.0.1", port=int(sys.argv[1]), reload=False, show=False)
