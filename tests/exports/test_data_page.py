"""docs/data.md: every snippet that can run here does, and gives what it promises."""

from __future__ import annotations

import re
import shlex
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import duckdb
import pandas as pd
import pytest

from commands.__main__ import main
from commands.export import KINDS
from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from exports.package import TABLES
from loaders.dates import parse_date
from loaders.selection import PARAMETERS, Filters, select
from server.addresses import answer

PAGE = Path("docs/data.md").read_text("utf-8")
SNIPPETS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
WHAT = Filters(measure=("help_requests",), from_=parse_date("2024"))


def snippets(language: str, mark: str) -> str:
    (found,) = [text for kind, text in SNIPPETS if kind == language and mark in text]
    return str(found)


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


@pytest.fixture
def site(ledger, table) -> Iterator[str]:
    """The addresses under /data/, served on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            found = answer(ledger, table, asked.path, parse_qsl(asked.query), headers)
            self.send_response(found.status)
            for name, value in found.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(found.body)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(text, names)
    return names


def test_curl_fetches_the_rows(table, site, tmp_path):
    command = snippets("sh", "curl").replace("http://localhost:8501", site)
    subprocess.run(shlex.split(command), cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "figures.csv").read_bytes() == write_csv(select(table, WHAT))


def test_pandas_reads_the_address(table, site):
    text = snippets("python", "http://").replace("http://localhost:8501", site)
    figures = run(text)["figures"]
    assert list(figures["id"]) == list(select(table, WHAT)["id"])


@pytest.mark.usefixtures("_downloaded")
def test_pandas_reads_the_csv_without_loss(table):
    figures = run(snippets("python", 'dtype_backend="numpy_nullable"'))["figures"]
    back = figures.astype(dict(table.dtypes.items()))
    pd.testing.assert_frame_equal(back, table)


@pytest.mark.usefixtures("_downloaded")
def test_pandas_joins_the_parquet_files(ledger):
    names = run(snippets("python", "citations.parquet"))
    citations = [one for figure in ledger.figures.values() for one in figure.citations]
    assert len(names["printed"]) == len(citations)
    assert len(names["changed"]) == sum(one.printed is not None for one in citations)


@pytest.mark.usefixtures("_downloaded")
def test_polars_finds_the_open_ends(ledger):
    names = run(snippets("python", "polars"))
    open_ends = [f for f in ledger.figures.values() if f.high is None and f.low is not None]
    latest = [(f.low, str(f.during or f.as_of)) for f in open_ends]
    found = zip(names["latest"]["count_low"], names["latest"]["window"], strict=True)
    assert sorted(found) == sorted(latest)


@pytest.mark.usefixtures("_downloaded")
def test_duckdb_counts_the_origins(table):
    with duckdb.connect() as connection:
        found = connection.execute(snippets("sql", "SELECT")).fetchall()
    expected = table[table["origin_articles"] > 0]
    assert {(claimant, sentence) for claimant, sentence, _ in found} == set(
        zip(expected["claimant_name"], expected["sentence"], strict=True)
    )


@pytest.mark.usefixtures("_downloaded")
def test_frictionless_opens_the_package(ledger):
    names = run(snippets("python", "frictionless"))
    assert len(names["figures"]) == len(ledger.figures)
    assert "more_than" in names["bounds"]


def test_the_commands_write_their_files(tmp_path, monkeypatch):
    source = Path("figures.yaml").absolute()
    lines = snippets("sh", "./desertion export csv").splitlines()
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


@pytest.mark.parametrize("name", [*DOWNLOADS, *TABLES])
def test_every_file_is_on_the_page(name):
    stem, _, suffix = name.partition(".")
    assert name in PAGE or re.search(rf"`/data/{stem}\.\w+`.*`\.{suffix}`", PAGE)


@pytest.mark.parametrize("name", [*PARAMETERS, *KINDS])
def test_every_parameter_and_command_is_on_the_page(name):
    assert f"`{name}`" in PAGE or f"./desertion export {name}" in PAGE


def test_only_r_is_not_run():
    assert {kind for kind, _ in SNIPPETS} == {"sh", "python", "sql", "r"}
