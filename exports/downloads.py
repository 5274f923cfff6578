"""The list of what may be taken away, and how each file is written.

The data addresses, the command line, the static site and the package all offer these files.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from exports.citations import articles_of, list_articles, write_bibtex, write_csl
from exports.csv import write_csv
from exports.package import write_package
from exports.parquet import write_parquet
from exports.records import write_figures_json
from exports.relations import RELATIONS, tabulate_relations
from exports.tables import CITATIONS, GAPS, figures_of, tabulate_citations, tabulate_gaps
from loaders.ledger import Ledger
from loaders.selection import Filters

Writer = Callable[[Ledger, pd.DataFrame, Filters], bytes]
"""Ledger, the rows that were chosen and how they were chosen -> the file's bytes."""


class Download(NamedTuple):
    """One kind of file."""

    meaning: str
    """What is in it, for a reader."""
    media_type: str
    write: Writer
    compress: bool = True
    """Whether gzip is worth it on the way."""


def _write_figures_csv(_ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_csv(rows)


def _write_citations_csv(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_csv(tabulate_citations(ledger, figures_of(ledger, rows)), CITATIONS)


def _write_relations_csv(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_csv(tabulate_relations(ledger, figures_of(ledger, rows)), RELATIONS)


def _write_gaps_csv(ledger: Ledger, _rows: pd.DataFrame, filters: Filters) -> bytes:
    return write_csv(tabulate_gaps(ledger, filters), GAPS)


def _write_figures_parquet(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_parquet(rows, ledger.version)


def _write_citations_parquet(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    table = tabulate_citations(ledger, figures_of(ledger, rows))
    return write_parquet(table, ledger.version, CITATIONS)


def _write_articles_bib(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_bibtex(list_articles(ledger, articles_of(ledger, rows)))


def _write_articles_json(ledger: Ledger, rows: pd.DataFrame, _filters: Filters) -> bytes:
    return write_csl(list_articles(ledger, articles_of(ledger, rows)))


_CSV = "text/csv; charset=utf-8; header=present"
_PARQUET = "application/vnd.apache.parquet"

DOWNLOADS: dict[str, Download] = {
    "figures.csv": Download("One row a figure, for spreadsheets.", _CSV, _write_figures_csv),
    "figures.json": Download(
        "One record a figure, its citations nested.", "application/json", write_figures_json
    ),
    "citations.csv": Download(
        "One row an article that printed a figure, with what it printed.",
        _CSV,
        _write_citations_csv,
    ),
    "relations.csv": Download(
        "One row a relation between figures: part of, correction of, compared with, disputed by.",
        _CSV,
        _write_relations_csv,
    ),
    "gaps.csv": Download("One row a hole in what is reported.", _CSV, _write_gaps_csv),
    "figures.parquet": Download(
        "One row a figure, typed, for data tools.", _PARQUET, _write_figures_parquet, compress=False
    ),
    "citations.parquet": Download(
        "The citations, typed, for data tools.", _PARQUET, _write_citations_parquet, compress=False
    ),
    "articles.bib": Download(
        "The articles behind the figures, as BibTeX.",
        "application/x-bibtex; charset=utf-8",
        _write_articles_bib,
    ),
    "articles.json": Download(
        "The same articles as CSL-JSON, for Zotero and other reference managers.",
        "application/vnd.citationstyles.csl+json",
        _write_articles_json,
    ),
    "package.zip": Download(
        "All of it: tables, articles, definitions, and a README on how to read them.",
        "application/zip",
        write_package,
        compress=False,
    ),
}
"""File name -> what it is and how it is written."""


def name_file(ledger: Ledger, name: str) -> str:
    """`figures.csv` -> `desertion-figures-1a2b3c4.csv`: the name a reader saves it under."""
    stem, _, suffix = name.partition(".")
    stem = "figures" if name == "package.zip" else stem
    return f"desertion-{stem}-{ledger.short_version}.{suffix}"
