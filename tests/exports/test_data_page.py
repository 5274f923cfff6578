"""docs/data.md: every snippet that can run here does, and gives what it promises."""

from __future__ import annotations

import io
import json
import re
import shlex
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import urlopen, urlretrieve
from zipfile import ZipFile

import duckdb
import pandas as pd
import pytest
from pybtex.database import parse_string

from commands.__main__ import main
from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from loaders.selection import FILTERS, Filters, select

PAGE = Path("docs/data.md").read_text("utf-8")
FOLLOW = Path("docs/cite-and-follow.md").read_text("utf-8")
SNIPPETS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
WHAT = Filters({"measure": ("help_requests",), "from": ("2024",)})


def snippets(language: str, mark: str) -> str:
    (found,) = [text for kind, text in SNIPPETS if kind == language and mark in text]
    return str(found)


def by_address(language: str, mark: str, address: str) -> str:
    return snippets(language, mark).replace("http://localhost:8501", address)


@pytest.fixture(scope="module")
def folder(ledger, table, tmp_path_factory) -> Any:
    """A folder with every download of the whole ledger."""
    found = tmp_path_factory.mktemp("downloads")
    for name, download in DOWNLOADS.items():
        saved = "figures.zip" if name == "package.zip" else name
        (found / saved).write_bytes(download.write(ledger, table, Filters()))
    return found


@pytest.fixture
def _downloaded(folder, monkeypatch) -> None:
    """Work in that folder."""
    monkeypatch.chdir(folder)


def run(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(text, names)
    return names


def test_curl_fetches_the_rows(ledger, table, address, tmp_path):
    command = by_address("sh", "curl", address)
    subprocess.run(shlex.split(command), cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "figures.csv").read_bytes() == write_csv(select(ledger, table, WHAT))


def test_pandas_reads_the_address(ledger, table, address):
    figures = run(by_address("python", 'pd.read_csv(\n    "http://', address))["figures"]
    assert list(figures["id"]) == list(select(ledger, table, WHAT)["id"])


@pytest.mark.usefixtures("_downloaded")
def test_pandas_reads_the_csv_without_loss(table):
    figures = run(snippets("python", 'dtype_backend="numpy_nullable"'))["figures"]
    back = figures.astype(dict(table.dtypes.items()))
    pd.testing.assert_frame_equal(back, table)


def test_pandas_joins_the_parquet_files_by_address(ledger, address):
    names = run(by_address("python", "printed = figures.merge", address))
    citations = [one for figure in ledger.figures.values() for one in figure.citations]
    assert len(names["printed"]) == len(citations)
    assert len(names["changed"]) == sum(one.printed is not None for one in citations)


@pytest.mark.usefixtures("_downloaded")
def test_polars_finds_the_open_ends(ledger):
    names = run(snippets("python", "pl.read_parquet("))
    open_ends = [f for f in ledger.figures.values() if f.high is None and f.low is not None]
    latest = [(f.low, str(f.during or f.as_of)) for f in open_ends]
    found = zip(names["latest"]["count_low"], names["latest"]["window"], strict=True)
    assert sorted(found) == sorted(latest)


def test_pandas_reads_the_json_by_address(ledger, table, address):
    names = run(by_address("python", "read_json", address))
    assert list(names["figures"]["id"]) == list(table["id"])
    assert len(names["cited"]) == sum(len(one.citations) for one in ledger.figures.values())


def test_polars_reads_by_address(table, address):
    names = run(by_address("python", "scan_parquet", address))
    assert names["numbers"]["id"].to_list() == list(table["id"])
    assert names["rows"]["id"].to_list() == list(table["id"])


def test_sqlite_finds_words_in_the_database_by_address(table, address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = run(by_address("python", "sqlite3", address))
    expected = table[table["sentence"].str.contains("Mediazona")]
    assert set(expected["sentence"]) <= {sentence for sentence, _ in names["found"]}


def test_pandas_reads_the_workbook_by_address(table, address):
    names = run(by_address("python", "read_excel", address))
    assert list(names["figures"]["id"]) == list(table["id"])


def test_duckdb_counts_the_origins_by_address(table, address):
    found = run(by_address("python", "import duckdb", address))["origins"]
    expected = table[table["origin_articles"] > 0]
    assert {(claimant, sentence) for claimant, sentence, _ in found} == set(
        zip(expected["claimant_name"], expected["sentence"], strict=True)
    )


@pytest.mark.usefixtures("_downloaded")
def test_duckdb_reads_a_file_by_itself(table):
    with duckdb.connect() as connection:
        found = connection.execute(snippets("sql", "SELECT")).fetchall()
    assert dict(found) == table["claimant_name"].value_counts().to_dict()


def test_frictionless_opens_the_package_by_address(ledger, address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = run(by_address("python", "package.zip", address))
    assert len(names["figures"]) == len(ledger.figures)
    assert "more_than" in names["bounds"]


def test_frictionless_fetches_a_table_by_the_definitions(ledger, address):
    names = run(by_address("python", "datapackage.json", address))
    assert {row["unit"] for row in names["units"]} == set(ledger.units)


def _read_text(url: str) -> str:
    with urlopen(url) as answer:
        return str(answer.read().decode())


def _read_database(url: str) -> list[tuple[str]]:
    file, _ = urlretrieve(url)
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT id FROM figures").fetchall()


def _read_zip(url: str) -> list[str]:
    with urlopen(url) as answer, ZipFile(io.BytesIO(answer.read())) as package:
        assert package.testzip() is None
        return package.namelist()


OPENERS: dict[str, Callable[[str], Any]] = {
    "csv": lambda url: pd.read_csv(url, keep_default_na=False, na_values=[""]),
    "parquet": pd.read_parquet,
    "xlsx": pd.read_excel,
    "json": lambda url: json.loads(_read_text(url)),
    "bib": lambda url: parse_string(_read_text(url), "bibtex").entries,
    "db": _read_database,
    "zip": _read_zip,
}


@pytest.mark.parametrize("name", DOWNLOADS)
def test_every_file_opens_by_its_address(address, name):
    found = OPENERS[name.rpartition(".")[2]](f"{address}/data/{name}")
    assert len(found) > 0


def test_the_commands_write_their_files(tmp_path, monkeypatch):
    source = Path("figures.yaml").absolute()
    lines = snippets("sh", "./desertion export figures.csv").splitlines()
    monkeypatch.chdir(tmp_path)
    for line in lines:
        arguments = shlex.split(line.removeprefix("./desertion "))
        assert main([*arguments, "--file", str(source)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "articles.bib",
        "figures.csv",
        "figures.parquet",
        "figures.zip",
    ]


@pytest.mark.parametrize("name", DOWNLOADS)
def test_every_file_is_on_the_page(name):
    stem, _, suffix = name.partition(".")
    assert name in PAGE or re.search(rf"`/data/{stem}\.\w+`.*`\.{suffix}`", PAGE)


@pytest.mark.parametrize("name", FILTERS)
def test_every_parameter_is_on_the_page(name):
    assert f"`{name}`" in PAGE


def test_the_page_on_following_gives_the_changes(address):
    (text,) = re.findall(r"```python\n(.*?)```", FOLLOW, re.DOTALL)
    names = run(text.replace("http://localhost:8501", address))
    assert names["changes"] == []  # the copy that is served lies under no git


def test_the_page_on_citing_fetches_articles_of_a_claimant_and_an_older_version_is_refused(
    address, tmp_path
):
    lines = re.findall("^curl .*$", FOLLOW, re.MULTILINE)
    for line in lines:
        command = shlex.split(line.replace("http://localhost:8501", address))
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert b"@online{" in (tmp_path / "articles.bib").read_bytes()
    assert b"there is no version" in (tmp_path / "figures.csv").read_bytes()


def test_what_is_in_r_is_run_elsewhere():
    """By try_r.py, for which `make test-clients` installs R."""
    assert {kind for kind, _ in SNIPPETS} == {"sh", "python", "sql", "r"}
    assert len([kind for kind, _ in SNIPPETS if kind == "r"]) == 3
