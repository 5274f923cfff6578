"""The workbook: days as days, numbers as numbers, texts as texts, whatever they start with."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from openpyxl import Workbook

from exports.catalogue import TABLES, tabulate_all
from exports.workbook import CUT, LONGEST_TEXT, write_workbook
from loaders.selection import Filters

EVERYTHING = Filters()
TRAPS = ["=1+1", "+1", "-1", "@A1", "x;=1+1;y", "2024-01", "http://example.org/", "_x0041_", "007"]


def read(book: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(book), data_only=False)


def rows_of(book: Workbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book[sheet].values]


@pytest.fixture(scope="module")
def written(ledger, table) -> bytes:
    return write_workbook(ledger, table, EVERYTHING)


@pytest.fixture(scope="module")
def whole(written) -> Workbook:
    return read(written)


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_what_the_table_holds(whole, ledger, table, name):
    header, *rows = rows_of(whole, name)
    assert header == list(TABLES[name].columns)
    expected = tabulate_all(ledger, table, EVERYTHING)[name]
    as_python = expected.astype(object).where(expected.notna(), None)
    assert rows == [[plain(cell) for cell in row] for row in as_python.to_numpy()]


def plain(cell: object) -> object:
    return cell.to_pydatetime() if isinstance(cell, pd.Timestamp) else cell


def test_no_text_runs_or_turns_into_something_else(ledger, table):
    rows = table.head(len(TRAPS)).assign(note=pd.Series(TRAPS, dtype="str"))
    book = read(write_workbook(ledger, rows, EVERYTHING))
    place = list(TABLES["figures"].columns).index("note")
    cells = [row[place] for row in book["figures"].iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        (text, "s", None) for text in TRAPS
    ]


def test_a_text_that_no_cell_holds_is_cut_and_says_so(ledger, table):
    rows = table.head(1).assign(note=pd.Series(["x" * (LONGEST_TEXT + 1)], dtype="str"))
    _, row = rows_of(read(write_workbook(ledger, rows, EVERYTHING)), "figures")
    cell = str(row[list(TABLES["figures"].columns).index("note")])
    assert (len(cell), cell.endswith(f"x{CUT}")) == (LONGEST_TEXT, True)


def test_the_first_sheet_says_which_data_it_is_and_what_may_be_done_with_it(whole, ledger):
    rows = rows_of(whole, "about")
    said = {row[0]: row[1] for row in rows}
    assert said["version"] == ledger.version
    assert "CC-BY-4.0" in str(said["licence"])
    assert "not independently verified" in str(said["caveat"])


def test_days_have_the_form_of_days(whole):
    place = list(TABLES["figures"].columns).index("window_end")
    cell = whole["figures"].cell(2, place + 1)
    assert isinstance(cell.value, datetime)
    assert cell.number_format == "yyyy-mm-dd"
    assert whole["figures"].cell(2, 1).number_format == "@"


def test_the_same_rows_give_the_same_bytes(written, ledger, table):
    assert write_workbook(ledger, table, EVERYTHING) == written
