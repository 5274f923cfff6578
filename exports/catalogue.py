"""The tables that are taken away, each with its columns, its key, what it points at, and its rows.

The CSV files, the package, the workbook and the database are the same tables in other forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from exports import relations, tables
from loaders.ledger import Ledger
from loaders.selection import Filters
from loaders.table import COLUMNS, Column


class Type(NamedTuple):
    """What a column's type is called elsewhere."""

    sqlite: str
    frictionless: str
    arrow: str


TYPES = {
    "str": Type("TEXT", "string", "string"),
    "Int64": Type("INTEGER", "integer", "int64"),
    "Float64": Type("REAL", "number", "double"),
    "bool": Type("INTEGER", "boolean", "bool"),
    "datetime64[s]": Type("TEXT", "date", "date32"),
}


class Table(NamedTuple):
    """One table."""

    meaning: str
    columns: Mapping[str, Column]
    list_rows: Callable[[Ledger, pd.DataFrame, Filters], Iterator[tables.Row] | pd.DataFrame]
    """Ledger, the rows that were chosen and how they were chosen -> the rows of this table."""
    key: tuple[str, ...] = ()
    """Its primary key."""
    references: Mapping[str, str] = MappingProxyType({})
    """Column -> the table whose key stands in it."""

    def tabulate(self, ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        """Exactly these columns with their dtypes; what a row lacks is missing."""
        found = self.list_rows(ledger, rows, filters)
        table = pd.DataFrame(found, columns=list(self.columns))
        return table.astype({name: column.dtype for name, column in self.columns.items()})


TABLES: dict[str, Table] = {
    "figures": Table(
        "One row a figure.",
        COLUMNS,
        lambda _ledger, rows, _filters: rows,
        ("id",),
        {"claimant": "claimants", "unit": "units"},
    ),
    "citations": Table(
        "One row an article that printed a figure, with what it printed differently.",
        tables.CITATIONS,
        tables.list_citations,
        ("figure", "number"),
        {"figure": "figures", "article": "articles"},
    ),
    "relations": Table(
        "One row a relation of a figure: part of, correction of, compared with, disputed by.",
        relations.RELATIONS,
        relations.list_relations,
        references={"figure": "figures"},
    ),
    "gaps": Table(
        "One row a hole in what is reported.",
        tables.GAPS,
        tables.list_gaps,
        references={"claimant": "claimants", "unit": "units"},
    ),
    "articles": Table(
        "One row an article behind the figures.",
        tables.ARTICLES,
        tables.list_articles,
        ("article",),
    ),
    "claimants": Table(
        "One row a claimant, all of them.",
        tables.CLAIMANTS,
        tables.list_claimants,
        ("claimant",),
        {"rests_on": "claimants"},
    ),
    "units": Table(
        "One row a unit, all of them.",
        tables.UNITS,
        tables.list_units,
        ("unit",),
        {"parent": "units"},
    ),
}
"""Name -> the table."""


def tabulate_all(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> dict[str, pd.DataFrame]:
    """The rows of every table."""
    return {name: table.tabulate(ledger, rows, filters) for name, table in TABLES.items()}
