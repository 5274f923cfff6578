"""The CSV: exact bytes, nothing a spreadsheet runs, and the same table back."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.csv import defuse, write_csv
from loaders.table import COLUMNS, Column
from tests.exports.back import read_csv, restore

SMALL = {
    "id": Column("str", "Key."),
    "count": Column("Int64", "Number."),
    "window_start": Column("datetime64[s]", "Day."),
    "disputed": Column("bool", "Flag."),
    "note": Column("str", "Text."),
}


Row = tuple[Any, ...]


def frame(*rows: Row) -> pd.DataFrame:
    values = zip(*rows, strict=True) if rows else ((),) * len(SMALL)
    return pd.DataFrame(
        {
            name: pd.Series(list(cells), dtype=column.dtype)
            for (name, column), cells in zip(SMALL.items(), values, strict=True)
        }
    )


def test_the_bytes_are_utf8_with_a_mark_comma_separated_with_crlf():
    rows = frame(
        ("hur-2024", 18000, "2024-04-29", True, "Втеча, “tekst”"),
        ("mediazona-2024", None, None, False, None),
    )
    assert write_csv(rows, SMALL) == (
        b"\xef\xbb\xbfid,count,window_start,disputed,note\r\n"
        + 'hur-2024,18000,2024-04-29,true,"Втеча, “tekst”"\r\n'.encode()
        + b"mediazona-2024,,,false,\r\n"
    )


def test_quotes_and_line_breaks_in_a_note_stay_inside_their_cell():
    rows = frame(("a", 1, "2024-01-01", False, 'He said "no"\nand left'))
    assert write_csv(rows, SMALL).endswith(b',"He said ""no""\nand left"\r\n')


def test_no_rows_leave_the_header_alone():
    assert write_csv(frame(), SMALL) == b"\xef\xbb\xbfid,count,window_start,disputed,note\r\n"


def test_a_number_larger_than_a_float_can_hold_stays_exact():
    rows = frame(("a", 2**53 + 1, None, False, None), ("b", None, None, False, None))
    assert b"a,9007199254740993,," in write_csv(rows, SMALL)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'),
        ("+380 44 000", "'+380 44 000"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1+1", "'＝1+1"),
        ("  =1+1", "'  =1+1"),
        ("'quoted'", "''quoted'"),
        ("", "'"),
        ("18,000 left", "18,000 left"),
        ("x;=1+1;y", "x;'=1+1;y"),
        ("x; =1+1;", "x;' =1+1;"),
        (";-1", ";'-1"),
        ("=1;+1;'a", "'=1;'+1;''a"),
        ("Zeitung; Paper", "Zeitung; Paper"),
        ("in a - b", "in a - b"),
    ],
)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text: str, cell: str):
    assert defuse(text) == cell
    assert restore(cell) == text


@given(st.text())
def test_no_cell_starts_a_formula_and_every_cell_reads_back(text: str):
    cell = defuse(text)
    for part in cell.split(";"):
        assert not part.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert restore(cell) == text


_TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"]))
_DAYS = st.none() | st.dates()
_NUMBERS = st.none() | st.integers(-(2**63), 2**63 - 1)


@given(st.lists(st.tuples(_TEXT, _NUMBERS, _DAYS, st.booleans(), _TEXT), max_size=4))
def test_any_rows_read_back_as_they_were(rows: list[Row]):
    given_rows = frame(*rows)
    pd.testing.assert_frame_equal(read_csv(write_csv(given_rows, SMALL), SMALL), given_rows)


def test_the_whole_ledger_reads_back_as_it_was(table: pd.DataFrame):
    pd.testing.assert_frame_equal(read_csv(write_csv(table)), table)


def test_the_same_rows_give_the_same_bytes(table: pd.DataFrame):
    assert write_csv(table) == write_csv(read_csv(write_csv(table)))


def test_the_columns_are_those_of_the_dictionary_in_its_order(table: pd.DataFrame):
    shuffled = table[sorted(table.columns)]
    assert write_csv(shuffled).decode("utf-8-sig").split("\r\n")[0] == ",".join(COLUMNS)


def test_a_plain_reader_sees_the_same_numbers(table: pd.DataFrame):
    read = pd.read_csv(io.BytesIO(write_csv(table)), keep_default_na=False)
    assert list(read["id"]) == list(table["id"])
    assert [int(text) for text in read["count"] if text] == table["count"].dropna().tolist()


def test_writing_leaves_the_rows_unchanged(table: pd.DataFrame):
    before = table.copy(deep=True)
    write_csv(table)
    pd.testing.assert_frame_equal(table, before)


def test_other_columns_are_refused_in_a_sentence():
    with pytest.raises(ValueError, match=r"^expected the columns id, count, .*; found a, b$"):
        read_csv(b"a,b\r\n1,2\r\n", SMALL)
