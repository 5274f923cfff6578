"""The rows of a page as a table that opens their figures, and the download of exactly these."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from exports.downloads import DOWNLOADS, name_file
from loaders.dates import parse_window
from pages.shared.markup import show_for_print
from pages.shared.show import open_figure
from pages.shared.text import say
from pages.shared.view import View

MOST_ROWS = 1_000
"""More are shown in pages, so that a browser is sent no more than this at a time."""
MOST_KEPT = 64
"""Tables kept ready; one of a thousand rows takes 27 ms to make and 0.2 MB to keep."""
OFFERED = ("figures.csv", "figures.xlsx", "figures.db")
"""What a reader takes away with a click; /data/ has the rest."""
_text, _number = st.column_config.TextColumn, st.column_config.NumberColumn
TABLE_COLUMNS: dict[str, Any] = {
    "claimant_name": _text("Claimant", width=200),
    "number": _number("Number", format="localized", width=90),
    "stated": _text("Stated as", width=90),
    "measure_label": _text("What is counted", width=170),
    "when": _text("Window or date", width=195),
    "unit_name": _text("Unit", width=170),
    "offence_label": _text("Offence", width=150),
    "place": _text("Place", width=120),
    "articles": _number("Articles", width=70),
    "first_outlet": _text("First article", width=140),
    "first_url": st.column_config.LinkColumn("Link", display_text="open", width=60),
    "window_end": st.column_config.DateColumn("Ends", width=90),
    "id": _text("Figure"),
}
"""In the order of reading; the first four fit side by side beside the filters."""


def show_rows(
    view: View,
    rows: pd.DataFrame,
    key: str,
    pick_several: Callable[[list[str]], None] | None = None,
) -> None:
    """The rows as a table whose rows open their figure, and the download of exactly these.

    With `pick_several`, rows are ticked instead and their ids go there.
    """
    shown, part = _turn_to(rows, key)
    event: Any = st.dataframe(
        _prepare_once((view.ledger.version, " ".join(shown["id"].tolist())), shown),
        column_config=TABLE_COLUMNS,
        column_order=[name for name in TABLE_COLUMNS if name not in _find_empty(rows)],
        hide_index=True,
        key=part if pick_several is None else f"{part}-several",
        on_select="rerun",
        selection_mode="multi-row" if pick_several else "single-row",
        placeholder="",
        alt=f"{len(shown)} figures, one a row; the same rows are in the CSV below.",
    )
    picked = [str(shown["id"].iloc[position]) for position in event["selection"]["rows"]]
    if pick_several is not None:
        pick_several(picked)
    elif picked:
        open_figure(picked[0])
    show_for_print(rows)
    show_download(view, rows, key)


def _turn_to(rows: pd.DataFrame, key: str) -> tuple[pd.DataFrame, str]:
    """Of many rows those of the page that the reader turned to, and a key of that page's own."""
    pages = ceil(len(rows) / MOST_ROWS)
    if pages < 2:
        return rows, key
    page = st.pagination(pages, key=f"{key}-page-of-{pages}")
    first = (page - 1) * MOST_ROWS
    shown = rows.iloc[first : first + MOST_ROWS]
    said = f"Rows {first + 1:,} to {first + len(shown):,} of {len(rows):,}"
    st.caption(say(f"{said}; a click on a column sorts these. The CSV has all."))
    return shown, f"{key}-{page}"


def _find_empty(rows: pd.DataFrame) -> list[str]:
    """Columns in which no row has anything."""
    return [name for name in ("offence_label", "place") if rows[name].isna().all()]


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _prepare_once(name: tuple[str, ...], _rows: pd.DataFrame) -> pa.Table:  # noqa: ARG001
    """What a browser is sent of the rows; `name` tells them from others."""
    return pa.Table.from_pandas(_for_screen(_rows), preserve_index=False)


def _for_screen(rows: pd.DataFrame) -> pd.DataFrame:
    """The table's columns for reading: the stated number, its bound or the end of its range."""
    low, high = rows["count_low"], rows["count_high"]
    is_range = (low != high).fillna(False)
    words = rows["bound"].str.replace("_", " ").where(rows["bound"] != "exact", "")
    upper = "to " + high.astype("str")
    windows = [parse_window(window).words() for window in rows["window"]]
    prefix = rows["kind"].map({"as_of": "as of "}).fillna("")
    screen = rows.assign(
        number=low.fillna(high), stated=upper.where(is_range, words), when=prefix + windows
    )
    return screen[list(TABLE_COLUMNS)]


def show_download(view: View, rows: pd.DataFrame, key: str) -> None:
    """Download exactly these rows; the address gives the same bytes to a program."""
    with st.container(horizontal=True):
        for name in OFFERED:
            download = DOWNLOADS[name]
            st.download_button(
                f"Download {download.title}",
                data=partial(download.write, view.ledger, rows, view.filters),
                file_name=name_file(view.ledger, name),
                mime=download.media_type.partition(";")[0],
                key=f"{key}-{name.partition('.')[2]}",
                on_click="ignore",
            )
    if len(rows) == len(view.rows):
        query = f"?{view.filters.query()}" if view.filters else ""
        st.markdown(f":small[The same bytes:] `/data/figures.csv{query}`")
