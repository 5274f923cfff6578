"""Hostile texts as LibreOffice opens them: no cell is a formula, and every text is the one written.

Collected only when it is named: `make test-clients`.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from loaders.ledger import Ledger
from loaders.selection import Filters
from loaders.table import COLUMNS, tabulate
from tests.trust.libreoffice import Cell, open_csv, open_workbook
from tests.trust.payloads import PAYLOADS

TEXTS = ("sentence", "claimant_name", "place", "first_outlet", "first_title", "note")


@pytest.fixture(scope="module")
def opened(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> list[list[Cell]]:
    return open_csv(write(ledger, "figures.csv", tmp_path_factory), tmp_path_factory.mktemp("csv"))


def write(ledger: Ledger, name: str, paths: pytest.TempPathFactory) -> str:
    """The path of a download of the hostile ledger."""
    file = paths.mktemp("hostile") / name
    file.write_bytes(DOWNLOADS[name].write(ledger, tabulate(ledger), Filters()))
    return str(file)


def formulas(rows: list[list[Cell]]) -> list[Cell]:
    return [cell for row in rows for cell in row if cell.runs]


def test_no_cell_is_a_formula(opened: list[list[Cell]]) -> None:
    assert formulas(opened) == []


def test_none_is_where_the_file_is_split_at_semicolons(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """As a double click does where the decimal sign is a comma."""
    rows = open_csv(write(ledger, "figures.csv", tmp_path_factory), tmp_path, ";")
    assert len(rows) > len(PAYLOADS)
    assert formulas(rows) == []


def test_every_text_is_a_text_and_the_one_that_was_written(
    ledger: Ledger, opened: list[list[Cell]]
) -> None:
    written = list(csv.reader(io.StringIO(write_csv(tabulate(ledger)).decode("utf-8-sig"))))
    assert len(opened) >= len(written)
    for name in TEXTS:
        at = list(COLUMNS).index(name)
        for row, cells in zip(written[1:], opened[1:], strict=False):
            kind, _, text = cells[at]
            assert (kind, text) == (("string", row[at]) if row[at] else ("", ""))


def test_the_workbook_has_every_text_as_it_is_in_the_file_and_no_formula(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    sheets = open_workbook(write(ledger, "figures.xlsx", tmp_path_factory), tmp_path)
    assert [formulas(rows) for rows in sheets.values()] == [[]] * len(sheets)
    at = list(COLUMNS).index("note")
    notes = {cells[at].text for cells in sheets["figures"][1:]}
    assert notes >= set(PAYLOADS)


def test_without_the_apostrophe_it_would_have_been_a_formula(tmp_path: Path) -> None:
    """So that the tests above can fail."""
    (tmp_path / "figures.csv").write_bytes(b'a\r\n"x;=1+1;y"\r\n"=1+1"\r\n')
    by_comma = open_csv(str(tmp_path / "figures.csv"), tmp_path)
    assert [cell.formula for cell in formulas(by_comma)] == ["of:=1+1"]
    (tmp_path / "figures.csv").write_bytes(b"a\r\nx;=1+1;y\r\n")
    by_semicolon = open_csv(str(tmp_path / "figures.csv"), tmp_path, ";")
    assert [cell.formula for cell in formulas(by_semicolon)] == ["of:=1+1"]
