"""The CSV as LibreOffice opens it: no cell is a formula, and every text is the one written.

Needs LibreOffice (300 MB), and so is collected only when it is named: `make test-spreadsheet`.
"""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from exports.csv import restore, write_csv
from loaders.ledger import Ledger
from loaders.table import COLUMNS, tabulate
from tests.trust.libreoffice import MEND, find_libreoffice
from tests.trust.payloads import PAYLOADS

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
AS_A_READER = "CSV:44,34,UTF8"
"""Commas, double quotes, UTF-8; all else as LibreOffice does it by itself."""

Cell = tuple[str, str, str]
"""Type, formula, text."""


def open_in_libreoffice(data: bytes, folder: Path) -> list[list[Cell]]:
    program = find_libreoffice()
    assert program, MEND
    (folder / "figures.csv").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", f"--infilter={AS_A_READER}", "--convert-to", "fods"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "figures.csv")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    root = ElementTree.parse(folder / "figures.fods").getroot()
    return [list(read_cells(row)) for row in root.iter(f"{TABLE}table-row")]


def read_cells(row: ElementTree.Element) -> Iterator[Cell]:
    for cell in row.iter(f"{TABLE}table-cell"):
        text = "\n".join(read_text(line) for line in cell.iter(f"{TEXT}p"))
        times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        kind, formula = cell.get(f"{OFFICE}value-type", ""), cell.get(f"{TABLE}formula", "")
        for _ in range(min(times, len(COLUMNS))):
            yield kind, formula, text


def read_text(element: ElementTree.Element) -> str:
    """The text of a paragraph, in which several blanks are an element of their own."""
    parts = [element.text or ""]
    for child in element:
        blanks = int(child.get(f"{TEXT}c", "1")) if child.tag == f"{TEXT}s" else 0
        parts += [" " * blanks or read_text(child), child.tail or ""]
    return "".join(parts)


@pytest.fixture(scope="module")
def opened(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> list[list[Cell]]:
    folder = tmp_path_factory.mktemp("spreadsheet")
    return open_in_libreoffice(write_csv(tabulate(ledger)), folder)


def test_no_cell_is_a_formula(opened: list[list[Cell]]) -> None:
    assert [cell for row in opened for cell in row if cell[1]] == []


def test_every_text_is_a_text_and_the_one_that_was_written(
    ledger: Ledger, opened: list[list[Cell]]
) -> None:
    written = list(csv.reader(io.StringIO(write_csv(tabulate(ledger)).decode("utf-8-sig"))))
    assert len(opened) >= len(written)
    columns = ("sentence", "claimant_name", "place", "first_outlet", "first_title", "note")
    for name in columns:
        at = list(COLUMNS).index(name)
        for row, cells in zip(written[1:], opened[1:], strict=False):
            kind, _, text = cells[at]
            assert (kind, text) == (("string", row[at]) if row[at] else ("", ""))
    notes = {restore(cells[list(COLUMNS).index("note")][2]) for cells in opened[1:]}
    assert set(PAYLOADS) <= notes


def test_without_the_apostrophe_it_would_have_been_a_formula(tmp_path: Path) -> None:
    """So that the tests above can fail."""
    rows = open_in_libreoffice(b'a\r\n"=1+1"\r\n', tmp_path)
    assert rows[1][0][1] == "of:=1+1"
