"""Rows and filters in, figures.zip out: the tables, their articles, and how to read them.

The same data, code and filters give the same bytes: entries have one fixed time stamp.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import pandas as pd

from exports.catalogue import TABLES, tabulate_all
from exports.citations import cite_view, list_articles, write_bibtex, write_csl
from exports.csv import write_csv
from exports.descriptor import describe_package
from exports.records import encode
from exports.tables import articles_of
from exports.templates import fill
from loaders.ledger import Ledger
from loaders.selection import Filters, describe
from loaders.words import Bound, Status

_OTHERS = {
    "articles.json": "The articles of these rows as CSL-JSON, for reference managers.",
    "articles.bib": "The same articles as BibTeX.",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip entry can have, for all entries."""


def write_package(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> bytes:
    """The zip of the rows; `filters` is how they were chosen, for the README and the gaps."""
    return _zip(_make_files(ledger, rows, filters))


def write_descriptor(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> bytes:
    """The package's datapackage.json alone: what to poll, as it holds the hash of every file."""
    return _make_files(ledger, rows, filters)["datapackage.json"]


def _make_files(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> dict[str, bytes]:
    tables = tabulate_all(ledger, rows, filters)
    files = {f"{name}.csv": write_csv(rows, TABLES[name].columns) for name, rows in tables.items()}
    articles = list_articles(ledger, articles_of(ledger, rows))
    files["articles.json"] = write_csl(articles)
    files["articles.bib"] = write_bibtex(articles)
    files["README.md"] = _write_readme(ledger, rows, filters, tables).encode()
    descriptor = describe_package(ledger, files, cite_view(ledger, filters, len(rows)))
    return {**files, "datapackage.json": encode(descriptor)}


def _write_readme(
    ledger: Ledger, rows: pd.DataFrame, filters: Filters, tables: Mapping[str, pd.DataFrame]
) -> str:
    query = "&".join(part for part in (filters.query(), f"v={ledger.short_version}") if part)
    used = set(rows["measure"].unique())
    sizes = [(f"{name}.csv", TABLES[name].meaning, len(table)) for name, table in tables.items()]
    return fill(
        "package.md",
        ledger=ledger,
        shown=len(rows),
        filters=filters,
        words=describe(filters, ledger),
        address=f"/data/package.zip?{query}",
        files=[*sizes, *((name, meaning, None) for name, meaning in _OTHERS.items())],
        bounds=Bound,
        measures=[measure for key, measure in ledger.measures.items() if key in used],
        left_out=list(_say_left_out(ledger, rows, len(tables["gaps"]))),
        citation=cite_view(ledger, filters, len(rows)),
    )


def _say_left_out(ledger: Ledger, rows: pd.DataFrame, gaps: int) -> Iterator[str]:
    left = len(ledger.figures) - len(rows)
    yield f"Figures that the filters do not keep: {left}."
    yield f"Gaps that the filters do not keep: {len(ledger.gaps) - gaps}."
    yield "Filters on outlet, basis, status and words do not narrow the gaps."
    marked = {status: int((rows["status"] == status.value).sum()) for status in Status}
    for status in (Status.SUPERSEDED, Status.WITHDRAWN, Status.DOUBTFUL):
        if marked[status]:
            yield f"Not left out: {marked[status]} marked {status.value} in the column status."
    yield "The articles themselves: a citation says where a figure was printed, not how it reads."


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()
