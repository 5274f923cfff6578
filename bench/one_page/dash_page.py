"""The page in Dash: gunicorn dash_page:server"""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dash_table, dcc, html
from rows import COLUMNS, FORCES, draw, measures, read_rows, select

rows = read_rows()
columns = [{"name": name, "id": name} for name in COLUMNS]
app = Dash(__name__)
server = app.server
app.layout = html.Div(
    [
        dcc.RadioItems(FORCES, "any", id="force", inline=True),
        dcc.Dropdown(measures(rows), "any", id="measure", clearable=False),
        dcc.Graph(id="chart"),
        dash_table.DataTable(columns=columns, id="table", page_size=15),
    ]
)


@app.callback(
    [Output("chart", "figure"), Output("table", "data")],
    [Input("force", "value"), Input("measure", "value")],
)
def show(force: str, measure: str) -> tuple[Any, list[Any]]:
    shown = select(rows, force, measure)
    return draw(shown), shown.to_dict("records")
