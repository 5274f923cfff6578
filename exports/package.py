"""Rows and filters in, figures.zip out: the tables, their articles, and how to read them.

The same data, code and filters give the same bytes: entries have one fixed time stamp.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping

import pandas as pd

from exports.citations import TITLE, articles_of, cite_view, list_articles, write_bibtex, write_csl
from exports.csv import write_csv
from exports.descriptor import Table, describe_package
from exports.records import CAVEAT
from exports.relations import RELATIONS, tabulate_relations
from exports.tables import CITATIONS, GAPS, figures_of, tabulate_citations, tabulate_gaps
from exports.templates import fill
from loaders.ledger import Ledger
from loaders.selection import Filters, describe
from loaders.table import COLUMNS
from loaders.words import Bound, Status

TABLES: dict[str, Table] = {
    "figures.csv": Table("One row a figure.", COLUMNS, ("id",)),
    "citations.csv": Table(
        "One row an article that printed a figure, with what it printed differently.",
        CITATIONS,
        ("figure", "number"),
        "figure",
    ),
    "relations.csv": Table(
        "One row a relation of a figure: part of, correction of, compared with, disputed by.",
        RELATIONS,
        figure="figure",
    ),
    "gaps.csv": Table("One row a hole in what is reported.", GAPS),
}
_OTHERS = {
    "articles.json": "The articles of these rows as CSL-JSON, for reference managers.",
    "articles.bib": "The same articles as BibTeX.",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip entry can have, for all entries."""


def write_package(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> bytes:
    """The zip of the rows; `filters` is how they were chosen, for the README and the gaps."""
    tables = _tabulate(ledger, rows, filters)
    files = {name: write_csv(table, TABLES[name].columns) for name, table in tables.items()}
    articles = list_articles(ledger, articles_of(ledger, rows))
    files["articles.json"] = write_csl(articles)
    files["articles.bib"] = write_bibtex(articles)
    files["README.md"] = _write_readme(ledger, rows, filters, tables).encode()
    sentence = cite_view(ledger, filters, len(rows))
    descriptor = describe_package(ledger, TABLES, files, sentence)
    files["datapackage.json"] = (
        json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
    ).encode()
    return _zip(files)


def _tabulate(ledger: Ledger, rows: pd.DataFrame, filters: Filters) -> dict[str, pd.DataFrame]:
    figures = figures_of(ledger, rows)
    return {
        "figures.csv": rows,
        "citations.csv": tabulate_citations(ledger, figures),
        "relations.csv": tabulate_relations(ledger, figures),
        "gaps.csv": tabulate_gaps(ledger, filters),
    }


def _write_readme(
    ledger: Ledger, rows: pd.DataFrame, filters: Filters, tables: Mapping[str, pd.DataFrame]
) -> str:
    query = "&".join(part for part in (filters.query(), f"v={ledger.short_version}") if part)
    used = set(rows["measure"].unique())
    sizes = [(name, TABLES[name].meaning, len(table)) for name, table in tables.items()]
    return fill(
        "package.md",
        title=TITLE,
        caveat=CAVEAT,
        ledger=ledger,
        shown=len(rows),
        filters=filters,
        words=describe(filters, ledger),
        address=f"/data/package.zip?{query}",
        files=[*sizes, *((name, meaning, None) for name, meaning in _OTHERS.items())],
        bounds=Bound,
        measures=[measure for key, measure in ledger.measures.items() if key in used],
        left_out=list(_say_left_out(ledger, rows, len(tables["gaps.csv"]))),
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
