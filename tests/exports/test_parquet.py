"""Parquet: the same table, its types and meanings, and cells untouched."""

from __future__ import annotations

import io

import pandas as pd
import pyarrow.parquet as pq

from exports.catalogue import TABLES
from exports.parquet import write_parquet
from loaders.selection import Filters
from loaders.table import COLUMNS, Column


def test_the_whole_ledger_reads_back_as_it_was(ledger, table):
    read = pd.read_parquet(io.BytesIO(write_parquet(table, ledger.version)))
    dtypes = {name: column.dtype for name, column in COLUMNS.items()}
    pd.testing.assert_frame_equal(read.astype(dtypes), table)


def test_the_citations_read_back_as_they_were(ledger, table):
    citations = TABLES["citations"].tabulate(ledger, table, Filters())
    written = write_parquet(citations, ledger.version, TABLES["citations"].columns)
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(written)), citations)


def test_text_that_a_spreadsheet_would_run_is_untouched():
    rows = pd.DataFrame({"note": pd.Series(["=1+1", "'x", None], dtype="str")})
    read = pq.read_table(io.BytesIO(write_parquet(rows, "v", {"note": Column("str", "Text.")})))
    assert read["note"].to_pylist() == ["=1+1", "'x", None]


def test_the_file_knows_its_version_and_what_its_columns_mean(table):
    schema = pq.read_schema(io.BytesIO(write_parquet(table, "abc")))
    assert schema.metadata[b"data_version"] == b"abc"
    assert schema.metadata[b"license"] == b"CC-BY-4.0"
    assert [str(field.type) for field in schema][18:25] == [
        "int64",
        "string",
        "int64",
        "int64",
        "string",
        "string",
        "date32[day]",
    ]
    for name, column in COLUMNS.items():
        assert schema.field(name).metadata[b"description"].decode() == column.meaning


def test_the_same_rows_give_the_same_bytes(table):
    assert write_parquet(table, "abc") == write_parquet(table.copy(deep=True), "abc")
