"""A table as LibreOffice opens it, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tests.debian import run_program

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MOST_COLUMNS = 100
"""A sheet is filled up with empty cells, which stand there once with how many they are."""


class Cell(NamedTuple):
    """One cell: what LibreOffice takes it for, its formula, what it shows."""

    kind: str
    formula: str
    text: str

    @property
    def runs(self) -> bool:
        """Whether it is a formula; LibreOffice itself puts true and false of a workbook in one."""
        return self.formula not in ("", "of:=TRUE()", "of:=FALSE()")


def open_csv(source: str, folder: Path, separator: str = ",") -> list[list[Cell]]:
    """A file or an address as a reader opens it who says UTF-8 and what stands between cells."""
    (sheet,) = _open(source, folder, f"--infilter=CSV:{ord(separator)},34,UTF8").values()
    return sheet


def open_workbook(source: str, folder: Path) -> dict[str, list[list[Cell]]]:
    """The sheets of a file or an address by their names."""
    return _open(source, folder)


def _open(source: str, folder: Path, *options: str) -> dict[str, list[list[Cell]]]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ("--headless", *options, "--convert-to", "fods", "--outdir", str(folder))
    said = run_program("soffice", profile, *convert, source)
    written = folder / Path(source).with_suffix(".fods").name
    assert written.exists(), said
    return {
        sheet.get(f"{TABLE}name", ""): [
            list(_read_cells(row)) for row in sheet.iter(f"{TABLE}table-row")
        ]
        for sheet in ElementTree.parse(written).getroot().iter(f"{TABLE}table")
    }


def _read_cells(row: ElementTree.Element) -> Iterator[Cell]:
    for cell in row.iter(f"{TABLE}table-cell"):
        text = "\n".join(_read_text(line) for line in cell.iter(f"{TEXT}p"))
        times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        kind, formula = cell.get(f"{OFFICE}value-type", ""), cell.get(f"{TABLE}formula", "")
        for _ in range(min(times, MOST_COLUMNS)):
            yield Cell(kind, formula, text)


def _read_text(element: ElementTree.Element) -> str:
    """The text of a paragraph, in which several blanks are an element of their own."""
    parts = [element.text or ""]
    for child in element:
        blanks = int(child.get(f"{TEXT}c", "1")) if child.tag == f"{TEXT}s" else 0
        parts += [" " * blanks or _read_text(child), child.tail or ""]
    return "".join(parts)
