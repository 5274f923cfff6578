"""What docs/data.md does in R, by address: the same numbers, days, letters and gaps as in the file.

Collected only when it is named: `make test-clients`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exports.records import describe_figures, plain_rows
from loaders.table import COLUMNS
from tests.debian import run_program
from tests.exports.test_data_page import by_address

WRITE = 'jsonlite::write_json({}, "out.json", na = "null", null = "null", digits = NA)'


@pytest.fixture
def run(address, tmp_path, monkeypatch) -> Any:
    """Runs the snippet with a mark, and gives what a name in it stands for then."""
    monkeypatch.chdir(tmp_path)

    def run(mark: str, name: str) -> Any:
        Path("snippet.R").write_text(f"{by_address('r', mark, address)}\n{WRITE.format(name)}\n")
        run_program("Rscript", "snippet.R")
        return json.loads(Path("out.json").read_text("utf-8"))

    return run


def test_r_alone_reads_the_csv_without_loss(run, table):
    found = run("read.csv(", "figures")
    assert list(found[0]) == list(COLUMNS)
    flags = [name for name, column in COLUMNS.items() if column.dtype == "bool"]
    assert all(isinstance(row[name], bool) for row in found for name in flags)
    assert found == plain_rows(table)


def test_r_takes_days_for_days_and_numbers_for_numbers(run):
    kinds = run("read.csv(", "sapply(figures, class)")
    expected = {"Int64": "integer", "datetime64[s]": "Date", "str": "character"}
    for kind, column in zip(kinds, COLUMNS.values(), strict=True):
        assert kind == expected.get(column.dtype, "logical")


def test_jsonlite_reads_the_figures_and_their_citations(run, ledger, table):
    expected = describe_figures(ledger, table)
    found = run("fromJSON", "figures[names(figures) != 'citations']")
    assert [row["sentence"] for row in found] == [row["sentence"] for row in expected]
    assert [row["count"] for row in found] == [row["count"] for row in expected]
    cited = run("fromJSON", "cited[c('article', 'title', 'published')]")
    assert cited == [
        {name: one[name] for name in ("article", "title", "published")}
        for row in expected
        for one in row["citations"]
    ]


def test_rsqlite_asks_the_database_and_its_index(run, table):
    claims = run("RSQLite", "claims")
    counted = table["claimant_name"].value_counts().to_dict()
    assert {row["claimant_name"]: row["claims"] for row in claims} == counted
    assert len(run("RSQLite", "found")) > 10
