"""The list of what may be taken away, and how each file is written.

The data addresses, the command line, the static site and the package all offer these files, under
one name and in the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from exports.catalogue import TABLES
from exports.citations import TITLE, articles_of, list_articles, list_data, write_bibtex, write_csl
from exports.csv import write_csv
from exports.database import write_database
from exports.package import write_descriptor, write_package
from exports.parquet import write_parquet
from exports.records import write_figures_json
from exports.workbook import write_workbook
from loaders.ledger import Ledger
from loaders.selection import Filters

Writer = Callable[[Ledger, pd.DataFrame, Filters], bytes]
"""Ledger, the rows that were chosen and how they were chosen -> the file's bytes."""


class Download(NamedTuple):
    """One file that may be taken away."""

    title: str
    """What a button says."""
    file_name: str
    """Its name in addresses, on the command line, in the package and in the static site."""
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


def _write_bibtex(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_bibtex(list_articles(ledger, articles_of(ledger, rows)))


def _write_csl(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_csl(list_articles(ledger, articles_of(ledger, rows)))


_CSV = "text/csv; charset=utf-8; header=present"
_PARQUET = "application/vnd.apache.parquet"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BIBTEX = "application/x-bibtex; charset=utf-8"
_CSL = "application/vnd.citationstyles.csl+json"
_PACKED = (_PARQUET, _WORKBOOK, "application/zip")


_ALL = (
    Download(
        "CSV",
        "figures.csv",
        _CSV,
        "One row a figure, for spreadsheets.",
        _write_table("figures"),
    ),
    Download(
        "Excel",
        "figures.xlsx",
        _WORKBOOK,
        "All tables as sheets: days are days, numbers numbers, no text a formula.",
        write_workbook,
    ),
    Download(
        "JSON",
        "figures.json",
        "application/json",
        "One record a figure, its citations nested.",
        write_figures_json,
    ),
    Download(
        "Parquet",
        "figures.parquet",
        _PARQUET,
        "One row a figure, typed, for data tools.",
        _write_parquet("figures"),
    ),
    Download(
        "SQLite",
        "figures.db",
        "application/vnd.sqlite3",
        "All tables in a database, with keys and an index over the words.",
        write_database,
    ),
    *(
        Download(f"CSV of {name}", f"{name}.csv", _CSV, table.meaning, _write_table(name))
        for name, table in TABLES.items()
        if name != "figures"
    ),
    Download(
        "Parquet of citations",
        "citations.parquet",
        _PARQUET,
        "The citations, typed, for data tools.",
        _write_parquet("citations"),
    ),
    Download(
        "BibTeX",
        "articles.bib",
        _BIBTEX,
        "The articles behind the figures, as BibTeX.",
        _write_bibtex,
    ),
    Download(
        "CSL-JSON",
        "articles.json",
        _CSL,
        "The same articles as CSL-JSON, for Zotero and other reference managers.",
        _write_csl,
    ),
    Download(
        "BibTeX of the data",
        "dataset.bib",
        _BIBTEX,
        "The data itself as BibTeX, with its version and date, to be cited.",
        lambda ledger, _rows, _filters: write_bibtex([list_data(ledger, TITLE)]),
    ),
    Download(
        "CSL-JSON of the data",
        "dataset.json",
        _CSL,
        "The same as CSL-JSON.",
        lambda ledger, _rows, _filters: write_csl([list_data(ledger, TITLE)]),
    ),
    Download(
        "Definitions",
        "datapackage.json",
        "application/json",
        "Every column and closed list of the package defined, with the hash of each file.",
        write_descriptor,
    ),
    Download(
        "Package",
        "package.zip",
        "application/zip",
        "All of it: tables, articles, definitions, and a README on how to read them.",
        write_package,
    ),
)
"""In the order in which they are offered."""
DOWNLOADS: Mapping[str, Download] = {one.file_name: one for one in _ALL}
"""File name -> the download."""


def name_file(ledger: Ledger, name: str) -> str:
    """`figures.csv` -> `desertion-figures-1a2b3c4.csv`: the name a reader saves it under."""
    stem, _, suffix = name.partition(".")
    stem = "figures" if name == "package.zip" else stem
    return f"desertion-{stem}-{ledger.short_version}.{suffix}"


def find_id(name: str) -> str:
    """The id in `figures/<id>.json`, the file of one figure, or nothing."""
    folder, _, file = name.partition("/")
    return file.removesuffix(".json") if folder == "figures" and file.endswith(".json") else ""
