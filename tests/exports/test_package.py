"""The package: valid by the standard, the same bytes for the same question, the same table back."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from frictionless import Package, validate

from exports.catalogue import TABLES
from exports.downloads import DOWNLOADS
from exports.package import write_package
from loaders.ledger import Ledger
from loaders.selection import Filters, select
from loaders.words import Bound
from tests.exports.back import read_csv

NAMES = [
    "README.md",
    "articles.bib",
    "articles.csv",
    "articles.json",
    "citations.csv",
    "claimants.csv",
    "datapackage.json",
    "figures.csv",
    "gaps.csv",
    "relations.csv",
    "units.csv",
]
EVERYTHING = Filters()
SOME = Filters(claimant=("idite-lesom",), words=("desert",))


def unpack(ledger: Ledger, table, filters: Filters) -> dict[str, bytes]:
    package = write_package(ledger, select(ledger, table, filters), filters)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("filters", [EVERYTHING, SOME, Filters(words=("no such word",))])
def test_the_package_is_valid_by_the_standard(ledger, table, filters, tmp_path):
    for name, body in unpack(ledger, table, filters).items():
        (tmp_path / name).write_bytes(body)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert len(report.tasks) == 10


def test_a_cell_that_the_definitions_do_not_allow_is_found(ledger, table, tmp_path):
    """The test above can fail: the definitions are strict and the checksums are read."""
    files = unpack(ledger, table, SOME)
    for name, body in files.items():
        (tmp_path / name).write_bytes(body)
    spoilt = files["figures.csv"].replace(b",exact,", b",exactly,", 1)
    (tmp_path / "figures.csv").write_bytes(spoilt)
    found = validate(str(tmp_path / "datapackage.json")).flatten(["type"])
    assert ["constraint-error"] in found
    assert ["hash-count"] in found


@pytest.mark.parametrize("filters", [EVERYTHING, SOME])
def test_the_same_data_and_filters_give_the_same_bytes(ledger, table, filters):
    rows = select(ledger, table, filters)
    assert write_package(ledger, rows, filters) == write_package(ledger, rows.copy(), filters)


def test_reading_the_package_back_gives_the_same_tables(ledger, table):
    files = unpack(ledger, table, EVERYTHING)
    assert list(files) == NAMES
    assert read_csv(files["figures.csv"]).equals(table)
    citations = TABLES["citations"].tabulate(ledger, table, EVERYTHING)
    assert read_csv(files["citations.csv"], TABLES["citations"].columns).equals(citations)
    gaps = TABLES["gaps"].tabulate(ledger, table, EVERYTHING)
    assert read_csv(files["gaps.csv"], TABLES["gaps"].columns).equals(gaps)
    assert len(gaps) == len(ledger.gaps)


def test_a_reader_of_the_standard_sees_numbers_days_and_missing_values(ledger, table, tmp_path):
    file = tmp_path / "figures.zip"
    file.write_bytes(write_package(ledger, table, EVERYTHING))
    rows = {row["id"]: row for row in Package(str(file)).get_table_resource("figures").read_rows()}
    assert list(rows) == list(ledger.figures)
    for id, figure in ledger.figures.items():
        assert (rows[id]["count_low"], rows[id]["count_high"]) == (figure.low, figure.high)
        assert rows[id]["window_end"] == figure.end.last
        assert rows[id]["note"] == figure.note


def test_the_articles_are_exactly_those_of_the_rows(ledger, table):
    files = unpack(ledger, table, SOME)
    keys = [item["id"] for item in json.loads(files["articles.json"])]
    cited = read_csv(files["citations.csv"], TABLES["citations"].columns)["article"]
    assert set(cited) <= set(keys) < set(ledger.articles)
    for key in keys:
        assert f"@online{{{key},\n".encode() in files["articles.bib"]


def test_every_column_has_its_meaning_and_closed_lists_have_their_words(ledger, table):
    descriptor = json.loads(unpack(ledger, table, EVERYTHING)["datapackage.json"])
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["version"] == ledger.version
    assert [licence["name"] for licence in descriptor["licenses"]] == ["CC-BY-4.0"]
    resources = {one["path"]: one for one in descriptor["resources"]}
    for name, table_ in TABLES.items():
        fields = resources[f"{name}.csv"]["schema"]["fields"]
        assert [(field["name"], field["description"]) for field in fields] == [
            (column, entry.meaning) for column, entry in table_.columns.items()
        ]
    figures = {field["name"]: field for field in resources["figures.csv"]["schema"]["fields"]}
    assert figures["bound"]["categories"] == [
        {"value": word.value, "label": word.definition} for word in Bound
    ]
    assert figures["measure"]["constraints"]["enum"] == list(ledger.measures)
    assert figures["count_high"]["missingValues"] == [
        {"value": "", "label": "the bound leaves this end open"}
    ]


def test_the_readme_says_what_was_chosen_and_what_was_left_out(ledger, table):
    rows = select(ledger, table, SOME)
    readme = unpack(ledger, table, SOME)["README.md"].decode()
    assert "    Idite Lesom, with the words “desert”\n" in readme
    assert (
        f"    /data/package.zip?claimant=idite-lesom&words=desert&v={ledger.short_version}\n"
        in readme
    )
    assert f"{len(rows)} of {len(ledger.figures)} figures." in readme
    assert f"Figures that the filters do not keep: {len(ledger.figures) - len(rows)}." in readme
    assert "* `more_than`: more than the number stated\n" in readme
    assert "not independently verified" in readme


def test_the_files_have_one_fixed_time(ledger, table):
    package = write_package(ledger, select(ledger, table, SOME), SOME)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", sorted(set(DOWNLOADS) & set(NAMES)))
def test_what_a_package_holds_is_what_its_own_address_gives(ledger, table, name):
    alone = DOWNLOADS[name].write(ledger, select(ledger, table, SOME), SOME)
    assert unpack(ledger, table, SOME)[name] == alone


def test_gaps_follow_the_filters_they_share(ledger, table):
    def gaps(**chosen) -> set[str]:
        return set(TABLES["gaps"].tabulate(ledger, table, Filters(**chosen))["claimant"])

    everyone = {gap.claimant for gap in ledger.gaps.values()}
    assert gaps(words="nothing", status=("withdrawn",)) == everyone
    assert gaps(claimant=("idite-lesom",)) <= {"idite-lesom"}
    assert gaps(force=("russia",)) | gaps(force=("ukraine",)) == everyone
