"""The bibliographies as biber reads them, which is what biblatex has: dates, names, no complaint.

Collected only when it is named: `make test-clients`.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.request import urlretrieve
from xml.etree import ElementTree

import pytest

from exports.citations import write_bibtex
from exports.tables import articles_of
from tests.debian import run_program
from tests.exports.test_citeproc import ARTICLES

BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"
UNKNOWN = re.compile(r"Missing mandatory field ('title'|- one of 'date, year' must be defined)$")
"""What biblatex would rather have and nobody knows."""


def read(file: Path) -> tuple[list[str], dict[str, ElementTree.Element]]:
    """What biber warns of, and what it understood: key -> entry."""
    out = file.with_suffix(".bltxml")
    options = ("--tool", "--validate-datamodel", "--output-format=biblatexml", "--nolog")
    said = run_program("biber", *options, f"--output-file={out}", str(file))
    entries = ElementTree.parse(out).getroot().iter(f"{BLTX}entry")
    warnings = [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))]
    return warnings, {entry.get("id", ""): entry for entry in entries}


@pytest.mark.parametrize("name", ["articles.bib", "dataset.bib"])
def test_biber_warns_of_nothing_but_what_nobody_knows(address, tmp_path, ledger, table, name):
    file = tmp_path / name
    urlretrieve(f"{address}/data/{name}", file)
    warnings, entries = read(file)
    assert [line for line in warnings if not UNKNOWN.search(line)] == []
    assert len(entries) == (len(articles_of(ledger, table)) if name == "articles.bib" else 1)


@pytest.fixture(scope="module")
def entries(tmp_path_factory) -> dict[str, ElementTree.Element]:
    file = tmp_path_factory.mktemp("biber") / "a.bib"
    file.write_bytes(write_bibtex(ARTICLES))
    return read(file)[1]


def names(entry: ElementTree.Element) -> list[dict[str, str]]:
    """Each author by the parts that biber found in it."""
    return [
        {part.get("type", ""): " ".join("".join(part.itertext()).split()) for part in name}
        for name in entry.iter(f"{BLTX}name")
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cyrillic", [{"family": "Шевченко", "given": "Олена"}]),
        ("two-persons", [{"family": "Nowak", "given": "Anna"}, {"family": "Kos", "given": "Jan"}]),
        ("body", [{"family": "Institute for the Study of War"}]),
        ("body-with-comma", [{"family": "Office of the Prosecutor General, Ukraine"}]),
        ("particle", [{"prefix": "van der", "family": "Berg", "given": "Jan"}]),
        ("no-author", []),
    ],
)
def test_a_person_is_told_in_parts_and_a_body_is_one_name(entries, key, expected):
    assert names(entries[key]) == expected


@pytest.mark.parametrize(
    ("key", "date", "read_on"),
    [
        ("person", "2024-03-02", "2026-11-28"),
        ("cyrillic", "2024-05", None),
        ("no-title", "2023", None),
        ("no-date", None, "2026-11-01"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(entries, key, date, read_on):
    dates = {one.get("type"): one.text for one in entries[key].iter(f"{BLTX}date")}
    assert (dates.get(None), dates.get("url")) == (date, read_on)


def test_titles_in_any_letters_and_signs_are_the_ones_written(entries):
    titles = {key: entry.findtext(f"{BLTX}title") for key, entry in entries.items()}
    assert titles["cyrillic"] == "{Скільки військових пішли в СЗЧ}"
    assert titles["signs"] == r"{100 \% AWOL \& \$1\_000}"
    assert titles["no-title"] is None
