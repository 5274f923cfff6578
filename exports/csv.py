"""Rows in, CSV bytes out, from which the exact way leads back (tests/exports/back.py).

What a reader downloads and what `/data/figures.csv` answers are these bytes: RFC 4180 (commas,
CRLF), one row a figure, columns in the order of the column dictionary.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.records import plain_rows
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
    for row in plain_rows(rows, columns):
        writer.writerow(map(_write_cell, row.values()))
    return buffer.getvalue().encode("utf-8-sig")


def defuse(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    An apostrophe goes in front of = + - @ (full-width ones and those behind blanks too), of a
    tab or line break, of an apostrophe, and stands alone for text that is empty. So it does behind
    each ; for who opens the file as if the columns had ; between them.
    """
    return ";".join(map(_defuse, text.split(";"))) if text else "'"


def _defuse(text: str) -> str:
    return f"'{text}" if text.lstrip(_BLANKS).startswith(_FORMULA) else text


def _write_cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return repr(value).removesuffix(".0")
    return defuse(value) if isinstance(value, str) else str(value)
