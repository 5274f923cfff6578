"""The page in Dash: gunicorn dash_page:server"""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dash_table, dcc, html
from rows import COLUMNS, FORCES, draw, measures, read_rows, select

rows = read_rows()
app = Dash(__name__)
server = app.server
app.layout = html.Div(
    [
        dcc.RadioItems(FORCES, "any", id="force", inline=True),
        dcc.Dropdown(measures(rows), "any", id="measure", clearable=False),
        dcc.Graph(id="chart"),
        html.Button("CSV", id="csv"),
        dcc.Download(id="file"),
        dash_table.DataTable(columns=[{"name": c, "id": c} for c in COLUMNS], id="table",
                             page_size=15),
    ]
)  # fmt: skip


@app.callback(
    Output("chart", "figure"), Output("table", "data"),
    Input("force", "value"), Input("measure", "value"),
)  # fmt: skip
def show(force: str, measure: str) -> tuple[Any, list[Any]]:
    shown = select(rows, force, measure)
    return draw(shown), shown.to_dict("records")


@app.callback(Output("file", "data"), Input("csv", "n_clicks"), prevent_initial_call=True)
def download(_: int) -> Any:
    return dcc.send_data_frame(rows.to_csv, "figures.csv", index=False)
