"""The page without a server, beside the partial bundle of plotly.js: python static_page.py PORT"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import sys
import tempfile
from pathlib import Path

from rows import FORCES, measures, read_rows

PLOTLY = Path(__file__).parents[2] / "exports/site/assets/plotly-basic-4.1.1.min.js"
PAGE = """<!doctype html><meta charset="utf-8"><title>One page</title>
<p id="force">{radios}</p><select id="measure">{options}</select>
<div id="chart" style="height:420px"></div><table id="table"></table>
<script src="plotly.js"></script><script>
const rows = {rows};
function show() {{
  const force = document.querySelector("input:checked").value;
  const measure = document.getElementById("measure").value;
  const shown = rows.filter(row => (force == "any" || row.force == force)
    && (measure == "any" || row.measure == measure));
  const traces = ["russia", "ukraine"].map(name => {{
    const own = shown.filter(row => row.force == name);
    return {{type: "scatter", mode: "markers", name, x: own.map(row => row.day),
      y: own.map(row => row.count), hovertext: own.map(row => row.sentence)}};
  }});
  Plotly.react("chart", traces, {{yaxis: {{type: "log"}}, height: 420}});
  const lines = shown.slice(0, 15).map(row => Object.values(row));
  document.getElementById("table").replaceChildren(...lines.map(line => {{
    const tr = document.createElement("tr");
    line.forEach(text => tr.insertCell().textContent = text);
    return tr;
  }}));
}}
document.querySelectorAll("input, select").forEach(one => one.onchange = show);
show();
</script>"""


def write_page() -> str:
    rows = read_rows()
    radio = "<label><input type=radio name=f value={0} checked>{0}</label>"
    radios = map(radio.format, reversed(FORCES))  # the last one checked is: any
    options = map("<option>{}</option>".format, measures(rows))
    records = json.dumps(rows.to_dict("records"))
    return PAGE.format(radios=" ".join(radios), options="".join(options), rows=records)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files that a browser may keep for an hour; the script lies there compressed."""

    def end_headers(self) -> None:
        if self.path.endswith(".js"):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.html").write_text(write_page(), "utf-8")
        Path(folder, "plotly.js").write_bytes(gzip.compress(PLOTLY.read_bytes()))
        handler = functools.partial(Handler, directory=folder)
        http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), handler).serve_forever()
