"""The page in Gradio: python gradio_page.py PORT"""

from __future__ import annotations

import sys
from typing import Any

import gradio as gr
from rows import FORCES, draw, measures, read_rows, select

rows = read_rows()


def show(force: str, measure: str) -> tuple[Any, Any]:
    shown = select(rows, force, measure)
    return draw(shown), shown


with gr.Blocks() as page:
    force = gr.Radio(list(FORCES), value="any", label="Force")
    measure = gr.Dropdown(measures(rows), value="any", label="Measure")
    chart = gr.Plot(draw(rows))
    table = gr.Dataframe(rows)
    for choice in (force, measure):
        choice.change(show, [force, measure], [chart, table])

page.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), quiet=True)
