"""Tables in, an SQLite database out: keys that point at each other, and an index over the words.

Written with Python's own sqlite3 (docs/decisions/0017). Names of tables and columns are those of
`TABLES`, never of the data; everything else is a parameter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pandas as pd

from exports.catalogue import TABLES, TYPES, Table, tabulate_all
from exports.edition import describe_edition
from exports.records import plain_rows
from loaders.ledger import Ledger
from loaders.selection import Filters

SEARCHED = {
    "figures": ("sentence", "place", "outlets", "first_title", "note"),
    "articles": ("title", "outlet", "author"),
}
"""Table -> the columns whose words `TABLE_fts` finds, as Datasette looks for it."""


def write_database(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> bytes:
    """The tables of the rows; `about` says which data it is. The same rows give the same bytes."""
    with closing(sqlite3.connect(":memory:")) as database:
        for name, table in tabulate_all(ledger, rows, filters).items():
            _add_table(database, name, table)
        for name in SEARCHED:
            _add_index(database, name)
        database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, text TEXT NOT NULL)")
        about = describe_edition(ledger, filters, len(rows))
        database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        database.commit()
        return bytes(database.serialize())


def _add_table(database: sqlite3.Connection, name: str, rows: pd.DataFrame) -> None:
    columns = TABLES[name].columns
    database.execute(f'CREATE TABLE "{name}" ({", ".join(_define(TABLES[name]))})')
    insert = f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})'  # noqa: S608
    cells = [tuple(row.values()) for row in plain_rows(rows, columns)]
    database.executemany(insert, cells)


def _define(table: Table) -> Iterator[str]:
    for name, column in table.columns.items():
        yield f'"{name}" {TYPES[column.dtype].sqlite}'
    if table.key:
        yield f"PRIMARY KEY ({_list(table.key)})"
    for name, other in table.references.items():
        yield f'FOREIGN KEY ("{name}") REFERENCES "{other}" ({_list(TABLES[other].key)})'


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _add_index(database: sqlite3.Connection, name: str) -> None:
    columns = _list(SEARCHED[name])
    options = f"content='{name}', tokenize='unicode61 remove_diacritics 2'"
    database.execute(f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({columns}, {options})')
    database.execute(f'INSERT INTO "{name}_fts" ("{name}_fts") VALUES (?)', ("rebuild",))  # noqa: S608
