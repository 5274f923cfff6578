"""Cells of the CSV one by one: each kind of column as text, and the text read back."""

from __future__ import annotations

import pandas as pd
import pytest

from exports.csv import defuse, write_csv
from loaders.table import Column
from tests.exports.back import read_csv, restore


def written(dtype: str, *values: object) -> list[str]:
    """The cells of one column, below its header."""
    rows = pd.DataFrame({"x": pd.Series(list(values), dtype=dtype)})
    return write_csv(rows, {"x": Column(dtype, "")}).decode("utf-8-sig").split("\r\n")[1:-1]


@pytest.mark.parametrize(
    ("dtype", "values", "cells"),
    [
        ("Float64", (1.0, 0.5, 100.25, None), ["1", "0.5", "100.25", '""']),
        ("Int64", (1, 0, None), ["1", "0", '""']),
        ("bool", (True, False), ["true", "false"]),
        ("str", ("a", "", "a;b", None), ["a", "'", "a;b", '""']),
    ],
)
def test_each_kind_of_value_is_written_plainly(
    dtype: str, values: tuple[object, ...], cells: list[str]
):
    assert written(dtype, *values) == cells


@pytest.mark.parametrize(
    ("dtype", "values"),
    [
        ("Float64", [1.0, 0.5, None]),
        ("Int64", [2**53 + 1, None]),
        ("bool", [True, False, True]),
        ("str", ["a", "", "=1", None]),
        ("datetime64[s]", [pd.Timestamp("2024-02-29"), pd.NaT]),
    ],
)
def test_each_kind_of_value_reads_back(dtype: str, values: list[object]):
    rows = pd.DataFrame({"x": pd.Series(values, dtype=dtype), "y": pd.Series(["z"] * len(values))})
    columns = {"x": Column(dtype, ""), "y": Column("str", "")}
    read = read_csv(write_csv(rows, columns), columns)
    pd.testing.assert_frame_equal(read, rows.astype({"y": "str"}))


def test_a_file_without_rows_reads_back_with_its_columns():
    columns = {"x": Column("Int64", ""), "y": Column("str", "")}
    read = read_csv(b"\xef\xbb\xbfx,y\r\n", columns)
    assert (list(read.columns), len(read), [str(one) for one in read.dtypes]) == (
        ["x", "y"],
        0,
        ["Int64", "str"],
    )


def test_columns_in_another_order_are_refused():
    columns = {"x": Column("Int64", ""), "y": Column("str", "")}
    with pytest.raises(ValueError) as refused:
        read_csv(b"y,x\r\n", columns)
    assert str(refused.value) == "expected the columns x, y; found y, x"


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠\t\r\n'"))
@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u202f", "\u3000", " \u00a0 "])
def test_each_sign_that_starts_a_formula_is_defused_behind_any_blank(sign: str, blank: str):
    text = f"{blank}{sign}1"
    assert defuse(text) == f"'{text}"
    assert restore(defuse(text)) == text


@pytest.mark.parametrize("text", ["1-2", "a=b", "a'b", " a", "\u2009=1"])
def test_what_starts_with_another_sign_stays_as_it_is(text: str):
    assert defuse(text) == text
