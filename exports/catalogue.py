"""The tables that are taken away, each with its columns, its key, what it points at, and its rows.

The CSV files, the package, the workbook and the database are the same tables in other forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from exports.registers import (
    ARTICLES,
    CLAIMANTS,
    UNITS,
    tabulate_articles,
    tabulate_claimants,
    tabulate_units,
)
from exports.relations import RELATIONS, tabulate_relations
from exports.tables import CITATIONS, GAPS, figures_of, tabulate_citations, tabulate_gaps
from loaders.ledger import Ledger
from loaders.selection import Filters
from loaders.table import COLUMNS, Column


class Table(NamedTuple):
    """One table."""

    meaning: str
    columns: Mapping[str, Column]
    tabulate: Callable[[Ledger, pd.DataFrame, Filters], pd.DataFrame]
    """Ledger, the rows that were chosen and how they were chosen -> the rows of this table."""
    key: tuple[str, ...] = ()
    """Its primary key."""
    references: Mapping[str, str] = MappingProxyType({})
    """Column -> the table whose key stands in it."""


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
        CITATIONS,
        lambda ledger, rows, _: tabulate_citations(ledger, figures_of(ledger, rows)),
        ("figure", "number"),
        {"figure": "figures", "article": "articles"},
    ),
    "relations": Table(
        "One row a relation of a figure: part of, correction of, compared with, disputed by.",
        RELATIONS,
        lambda ledger, rows, _: tabulate_relations(ledger, figures_of(ledger, rows)),
        references={"figure": "figures"},
    ),
    "gaps": Table(
        "One row a hole in what is reported.",
        GAPS,
        lambda ledger, _, filters: tabulate_gaps(ledger, filters),
        references={"claimant": "claimants", "unit": "units"},
    ),
    "articles": Table(
        "One row an article behind the figures.",
        ARTICLES,
        lambda ledger, rows, _: tabulate_articles(ledger, rows),
        ("article",),
    ),
    "claimants": Table(
        "One row a claimant, all of them.",
        CLAIMANTS,
        lambda ledger, _rows, _: tabulate_claimants(ledger),
        ("claimant",),
        {"rests_on": "claimants"},
    ),
    "units": Table(
        "One row a unit, all of them.",
        UNITS,
        lambda ledger, _rows, _: tabulate_units(ledger),
        ("unit",),
        {"parent": "units"},
    ),
}
"""Name -> the table."""


def tabulate_all(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> dict[str, pd.DataFrame]:
    """The rows of every table."""
    return {name: table.tabulate(ledger, rows, filters) for name, table in TABLES.items()}
