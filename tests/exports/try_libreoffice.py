"""The CSV and the workbook as LibreOffice opens them by their addresses: numbers, days and texts.

Collected only when it is named: `make test-clients`. Hostile texts: tests/trust/try_spreadsheet.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest

from exports.catalogue import TABLES, tabulate_all
from loaders.selection import Filters
from loaders.table import COLUMNS, Column
from tests.trust.libreoffice import Cell, open_csv, open_workbook

KINDS = {
    "str": ("string",),
    "Int64": ("float",),
    "Float64": ("float",),
    "bool": ("boolean", "float"),
    "datetime64[s]": ("date",),
}
"""What LibreOffice takes the cells of a column for; true and false of a workbook for numbers."""
TYPED = [name for name, column in COLUMNS.items() if column.dtype != "str"]


@pytest.mark.parametrize("name", TYPED)
def test_a_column_of_the_csv_has_its_numbers_and_days(by_csv, table, name):
    at = list(COLUMNS).index(name)
    compare([cells[at] for cells in by_csv[1:]], table[name], COLUMNS[name])


@pytest.mark.parametrize("sheet", TABLES)
def test_a_sheet_has_its_columns_as_what_they_are(workbook, ledger, table, sheet):
    expected = tabulate_all(ledger, table, Filters())[sheet]
    head, *rows = workbook[sheet]
    assert [cell.text for cell in head if cell.text] == list(TABLES[sheet].columns)
    for at, (name, column) in enumerate(TABLES[sheet].columns.items()):
        compare([cells[at] for cells in rows], expected[name], column)


def test_no_formula_runs_in_any_of_them(by_csv, workbook):
    sheets = [by_csv, *workbook.values()]
    assert [cell for rows in sheets for row in rows for cell in row if cell.runs] == []


@pytest.fixture(scope="module")
def by_csv(address, tmp_path_factory) -> list[list[Cell]]:
    return open_csv(f"{address}/data/figures.csv", tmp_path_factory.mktemp("csv"))


@pytest.fixture(scope="module")
def workbook(address, tmp_path_factory) -> dict[str, list[list[Cell]]]:
    return open_workbook(f"{address}/data/figures.xlsx", tmp_path_factory.mktemp("xlsx"))


def compare(cells: Sequence[Cell], expected: pd.Series, column: Column) -> None:
    """As many cells as values, each shown as it is; below them a sheet is empty."""
    for cell, value in zip(cells, expected, strict=False):
        assert cell.text == show(value)
        assert cell.kind in (("",) if pd.isna(value) else KINDS[column.dtype])
    assert not any(cell.text for cell in cells[len(expected) :])
    assert len(cells) >= len(expected)


def show(value: Any) -> str:
    """`18000`, `2024-01-31`, `TRUE`, or nothing."""
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return str(value).upper() if isinstance(value, bool) else str(value).removesuffix(".0")
