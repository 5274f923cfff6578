"""Rows in, CSV bytes out, and the exact way back.

What a reader downloads and what `/data/figures.csv` answers are these bytes: RFC 4180 (commas,
CRLF), one row a figure, columns in the order of the column dictionary.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.table import COLUMNS, Column

_FORMULA = tuple("=+-@＝＋－＠\t\r\n'")
_BLANKS = " \u00a0\u202f\u3000"


def write_csv(rows: pd.DataFrame, columns: Mapping[str, Column] = COLUMNS) -> bytes:
    """The rows as UTF-8 with a byte order mark, without which Excel garbles every Cyrillic title.

    A missing value is an empty cell, a whole number plain digits, a day ISO 8601. Text that a
    spreadsheet could run as a formula gets an apostrophe in front (`defuse`). The same rows give
    the same bytes.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    written = [_write_column(rows[name], column) for name, column in columns.items()]
    writer.writerows(zip(*written, strict=True))
    return buffer.getvalue().encode("utf-8-sig")


def read_csv(data: bytes, columns: Mapping[str, Column] = COLUMNS) -> pd.DataFrame:
    """What `write_csv` was given, numbered from 0. Raises ValueError for other columns."""
    header, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    if header != list(columns):
        raise ValueError(f"expected the columns {', '.join(columns)}; found {', '.join(header)}")
    cells = zip(*lines, strict=True) if lines else ((),) * len(columns)
    return pd.DataFrame(
        {
            name: _read_column(texts, column)
            for (name, column), texts in zip(columns.items(), cells, strict=True)
        }
    )


def defuse(text: str) -> str:
    """Text that no spreadsheet takes for a formula; `restore` gives the text back.

    An apostrophe goes in front of = + - @ (full-width ones and those behind blanks too), of a
    tab or line break, of an apostrophe, and stands alone for text that is empty. So it does behind
    each ; for who opens the file as if the columns had ; between them.
    """
    return ";".join(map(_defuse, text.split(";"))) if text else "'"


def _defuse(text: str) -> str:
    return f"'{text}" if text.lstrip(_BLANKS).startswith(_FORMULA) else text


def restore(cell: str) -> str:
    """The text that `defuse` was given."""
    return ";".join(part.removeprefix("'") for part in cell.split(";"))


def _write_column(values: pd.Series, column: Column) -> list[str]:
    if column.dtype == "str":
        return ["" if pd.isna(value) else defuse(value) for value in values]
    if column.dtype == "bool":
        return [str(bool(value)).lower() for value in values]
    if column.dtype == "Float64":
        return ["" if pd.isna(value) else repr(float(value)).removesuffix(".0") for value in values]
    if column.dtype == "Int64":
        return ["" if pd.isna(value) else str(int(value)) for value in values]
    return ["" if pd.isna(value) else value.date().isoformat() for value in values]


def _read_column(cells: tuple[str, ...], column: Column) -> pd.Series:
    values: list[Any] = [None if cell == "" else cell for cell in cells]
    if column.dtype == "str":
        values = [None if value is None else restore(value) for value in values]
    elif column.dtype == "bool":
        values = [value == "true" for value in values]
    return pd.Series(values, dtype=column.dtype)
