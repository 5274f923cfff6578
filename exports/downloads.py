"""The list of what may be taken away, and how each file is written.

The data addresses, the command line, the static site and the package all offer these files, under
one name and in the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from exports.catalogue import TABLES
from exports.citations import TITLE, list_articles, list_data, write_bibtex, write_csl
from exports.csv import write_csv
from exports.database import write_database
from exports.package import write_descriptor, write_package
from exports.parquet import write_parquet
from exports.records import write_figures_json
from exports.tables import articles_of
from exports.workbook import write_workbook
from loaders.ledger import Ledger
from loaders.selection import Filters

Writer = Callable[[Ledger, pd.DataFrame, Filters], bytes]
"""Ledger, the rows that were chosen and how they were chosen -> the file's bytes."""


class Download(NamedTuple):
    """One file that may be taken away."""

    title: str
    """What a button says."""
    media_type: str
    meaning: str
    """What is in it, for a reader."""
    write: Writer

    @property
    def compress(self) -> bool:
        """Whether it gets smaller on the way."""
        return self.media_type not in _PACKED


def _write_table(name: str) -> Writer:
    table = TABLES[name]
    return lambda ledger, rows, filters: write_csv(
        table.tabulate(ledger, rows, filters), table.columns
    )


def _write_parquet(name: str) -> Writer:
    table = TABLES[name]
    return lambda ledger, rows, filters: write_parquet(
        table.tabulate(ledger, rows, filters), ledger.version, table.columns
    )


def _write_articles(write: Callable[..., bytes]) -> Writer:
    return lambda ledger, rows, _: write(list_articles(ledger, articles_of(ledger, rows)))


_CSV = "text/csv; charset=utf-8; header=present"
_PARQUET = "application/vnd.apache.parquet"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BIBTEX = "application/x-bibtex; charset=utf-8"
_CSL = "application/vnd.citationstyles.csl+json"
_PACKED = (_PARQUET, _WORKBOOK, "application/zip")


DOWNLOADS: Mapping[str, Download] = {
    "figures.csv": Download(
        "CSV",
        _CSV,
        "One row a figure, for spreadsheets.",
        _write_table("figures"),
    ),
    "figures.xlsx": Download(
        "Excel",
        _WORKBOOK,
        "All tables as sheets: days are days, numbers numbers, no text a formula.",
        write_workbook,
    ),
    "figures.json": Download(
        "JSON",
        "application/json",
        "One record a figure, its citations nested.",
        write_figures_json,
    ),
    "figures.parquet": Download(
        "Parquet",
        _PARQUET,
        "One row a figure, typed, for data tools.",
        _write_parquet("figures"),
    ),
    "figures.db": Download(
        "SQLite",
        "application/vnd.sqlite3",
        "All tables in a database, with keys and an index over the words.",
        write_database,
    ),
    **{
        f"{name}.csv": Download(f"CSV of {name}", _CSV, table.meaning, _write_table(name))
        for name, table in TABLES.items()
        if name != "figures"
    },
    "citations.parquet": Download(
        "Parquet of citations",
        _PARQUET,
        "The citations, typed, for data tools.",
        _write_parquet("citations"),
    ),
    "articles.bib": Download(
        "BibTeX",
        _BIBTEX,
        "The articles behind the figures, as BibTeX.",
        _write_articles(write_bibtex),
    ),
    "articles.json": Download(
        "CSL-JSON",
        _CSL,
        "The same articles as CSL-JSON, for Zotero and other reference managers.",
        _write_articles(write_csl),
    ),
    "dataset.bib": Download(
        "BibTeX of the data",
        _BIBTEX,
        "The data itself as BibTeX, with its version and date, to be cited.",
        lambda ledger, _rows, _filters: write_bibtex([list_data(ledger, TITLE)]),
    ),
    "dataset.json": Download(
        "CSL-JSON of the data",
        _CSL,
        "The same as CSL-JSON.",
        lambda ledger, _rows, _filters: write_csl([list_data(ledger, TITLE)]),
    ),
    "datapackage.json": Download(
        "Definitions",
        "application/json",
        "Every column and closed list of the package defined, with the hash of each file.",
        write_descriptor,
    ),
    "package.zip": Download(
        "Package",
        "application/zip",
        "All of it: tables, articles, definitions, and a README on how to read them.",
        write_package,
    ),
}
"""Name in addresses, on the command line, in the package and the site -> the file, in the order
in which they are offered."""


def name_file(ledger: Ledger, name: str) -> str:
    """`figures.csv` -> `desertion-figures-1a2b3c4.csv`: the name a reader saves it under."""
    stem, _, suffix = name.partition(".")
    stem = "figures" if name == "package.zip" else stem
    return f"desertion-{stem}-{ledger.short_version}.{suffix}"


def find_id(name: str) -> str:
    """The id in `figures/<id>.json`, the file of one figure, or nothing."""
    folder, _, file = name.partition("/")
    return file.removesuffix(".json") if folder == "figures" and file.endswith(".json") else ""
