"""The page in Datasette with datasette-vega: python datasette_page.py PORT

The chart is not quite the same: it knows no logarithmic axis, so the table has the logarithm as a
column; a hover says what is on the axes, not the sentence; its size is its own. It shows the rows
that the table below it shows, so that table has all rows, without pages. The filters are facets,
each a link to a page of its own.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from pathlib import Path

import numpy as np
from rows import read_rows

SETTINGS = ["--setting", "default_cache_ttl", "0", "--setting", "suggest_facets", "off"]
"""Each choice asks the server, as elsewhere, not the browser's copy of the last five seconds."""
TABLE = {
    "size": 1000,
    "facets": ["force", "measure"],
    "description_html": "Force: <a href='/page/rows'>any</a>",
}


def write_database(path: Path) -> None:
    """The rows as a table of SQLite, with the logarithm that the chart draws."""
    rows = read_rows()
    rows.insert(2, "log10_count", np.log10(rows["count"]).round(4))
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        rows.to_sql("rows", connection, index=False)


if __name__ == "__main__":
    folder = Path(os.environ["ROWS"]).parent
    write_database(folder / "page.db")
    metadata = {"databases": {"page": {"tables": {"rows": TABLE}}}}
    (folder / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    program = str(Path(sys.executable).with_name("datasette"))
    files = [str(folder / "page.db"), "--metadata", str(folder / "metadata.json")]
    os.execv(program, [program, "serve", *files, "--port", sys.argv[1], *SETTINGS])
