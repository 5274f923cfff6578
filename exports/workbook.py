"""Tables in, an Excel workbook out: a sheet a table, and one that says what it is.

What a CSV cannot say a workbook does: days are days, numbers numbers, and a text is a text,
whatever it starts with, so that no formula runs and `2024-01` stays a month.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import xlsxwriter

from exports.catalogue import TABLES, tabulate_all
from exports.edition import describe_edition
from loaders.ledger import Ledger
from loaders.selection import Filters
from loaders.table import Column

LONGEST_TEXT = 32_767
"""So many characters a cell holds."""
CUT = " … (cut: a cell holds no more)"
_WIDEST = 60
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The time in the file, so that the same rows give the same bytes."""


def write_workbook(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> bytes:
    """The tables of the rows as .xlsx; the first sheet says which data it is and how to cite it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        forms = {
            "head": book.add_format({"bold": True, "num_format": "@"}),
            "datetime64[s]": book.add_format({"num_format": "yyyy-mm-dd"}),
            "str": book.add_format({"num_format": "@"}),
        }
        _add_about(book, describe_edition(ledger, filters, len(rows)), forms)
        for name, table in tabulate_all(ledger, rows, filters).items():
            _add_table(book.add_worksheet(name), table, TABLES[name].columns, forms)
    return buffer.getvalue()


def _add_about(book: Any, about: Mapping[str, str], forms: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet("about")
    for line, (name, text) in enumerate(about.items()):
        sheet.write_string(line, 0, name, forms["head"])
        sheet.write_string(line, 1, _cut(text), forms["str"])
    tables = [(name, "head", table.meaning) for name, table in TABLES.items()]
    columns = [
        (name, "str", column.meaning)
        for table in TABLES.values()
        for name, column in table.columns.items()
    ]
    for line, (name, form, meaning) in enumerate([*tables, *columns], len(about) + 1):
        sheet.write_string(line, 0, name, forms[form])
        sheet.write_string(line, 1, meaning, forms["str"])
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)


def _add_table(
    sheet: Any, table: pd.DataFrame, columns: Mapping[str, Column], forms: Mapping[str, Any]
) -> None:
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table), len(columns) - 1)
    for place, (name, column) in enumerate(columns.items()):
        sheet.write_string(0, place, name, forms["head"])
        sheet.set_column(place, place, _width(name, table[name]))
        _add_column(sheet, place, table[name], column.dtype, forms)


def _add_column(
    sheet: Any, place: int, values: Iterable[Any], dtype: str, forms: Mapping[str, Any]
) -> None:
    for line, value in enumerate(values, 1):
        if pd.isna(value):
            continue
        match dtype:
            case "str":
                sheet.write_string(line, place, _cut(value), forms["str"])
            case "bool":
                sheet.write_boolean(line, place, bool(value))
            case "datetime64[s]":
                sheet.write_datetime(line, place, value.to_pydatetime(), forms[dtype])
            case _:
                sheet.write_number(line, place, float(value))


def _cut(text: str) -> str:
    """A longer text would be left out without a word."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(CUT)] + CUT


def _width(name: str, values: pd.Series) -> int:
    longest = max((len(str(value)) for value in values.dropna()), default=0)
    return min(max(len(name) + 3, longest), _WIDEST)
