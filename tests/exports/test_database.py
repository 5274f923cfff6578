"""The database: every table and key, words found whatever their accents, the same bytes twice."""

from __future__ import annotations

import sqlite3

import pandas as pd
import pytest

from exports.catalogue import TABLES, tabulate_all
from exports.database import SEARCHED, write_database
from loaders.selection import Filters, select

EVERYTHING = Filters()
SOME = Filters(claimant=("idite-lesom",), words=("desert",))


def open_database(ledger, table, filters=EVERYTHING) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(write_database(ledger, select(ledger, table, filters), filters))
    return database


@pytest.mark.parametrize("filters", [EVERYTHING, SOME, Filters(words=("no such word",))])
def test_every_key_points_at_a_row_that_is_there(ledger, table, filters):
    database = open_database(ledger, table, filters)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (keys,) = database.execute("SELECT count(*) FROM pragma_foreign_key_list('citations')")
    assert keys == (2,)


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_what_the_table_holds(ledger, table, name):
    database = open_database(ledger, table)
    expected = tabulate_all(ledger, table, EVERYTHING)[name]
    found = pd.read_sql(f"SELECT * FROM {name}", database)
    back = found.astype(dict(expected.dtypes.items()))
    pd.testing.assert_frame_equal(back, expected)


def test_words_are_found_by_the_index(ledger, table):
    database = open_database(ledger, table)
    query = """
        SELECT id FROM figures JOIN figures_fts ON figures.rowid = figures_fts.rowid
        WHERE figures_fts MATCH 'sentence : mediazona'
    """
    found = {id for (id,) in database.execute(query)}
    assert found == set(table[table["sentence"].str.contains("Mediazona")]["id"])
    assert set(SEARCHED) == {"figures", "articles"}


def test_it_says_which_data_it_is_and_what_may_be_done_with_it(ledger, table):
    about = dict(open_database(ledger, table).execute("SELECT name, text FROM about"))
    assert about["version"] == ledger.version
    assert "CC-BY-4.0" in about["licence"]


def test_the_same_rows_give_the_same_bytes(ledger, table):
    assert write_database(ledger, table, SOME) == write_database(ledger, table, SOME)
