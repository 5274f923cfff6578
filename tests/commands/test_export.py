"""desertion export: the bytes of the downloads, one sentence for what is wrong, exit codes."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from commands.__main__ import main
from commands.export import find_name
from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from loaders.live import Snapshot
from loaders.load import load
from loaders.selection import Filters, select
from loaders.table import tabulate
from server.addresses import answer
from tests.editing.small import REAL, cut

FEW = cut(
    "idite-lesom-2023-01",
    "idite-lesom-2024-01",
    "hur-southern-military-district-2024-04",
    "mediazona-awol-verdicts-2024-03",
)
"""What is read anew by each run of the command."""


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("few") / "figures.yaml"
    path.write_bytes(FEW)
    return path


@pytest.fixture(autouse=True)
def beside_the_file(file, monkeypatch):
    monkeypatch.chdir(file.parent)


@pytest.fixture(scope="module")
def ledger(file):
    return load(file)


@pytest.fixture(scope="module")
def table(ledger):
    return tabulate(ledger)


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "commands", "export", *arguments]
    return subprocess.run(command, cwd=REAL.parent, capture_output=True, check=False)


def test_csv_goes_to_standard_output_as_the_page_gives_it():
    found = run("figures.csv", "--force", "russia", "--measure", "verdicts", "--measure", "refused")
    chosen = Filters(force=("russia",), measure=("verdicts", "refused"))
    ledger = load(REAL)
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout == write_csv(select(ledger, tabulate(ledger), chosen))


@pytest.mark.parametrize("name", DOWNLOADS)
def test_every_file_on_the_web_is_written_by_the_command_in_the_same_bytes(
    name, ledger, table, tmp_path
):
    file = tmp_path / name
    snapshot = Snapshot(ledger, table, datetime.now(UTC))
    on_the_web = answer(snapshot, name, [("claimant", "idite-lesom"), ("words", "desert")])
    chosen = ["--claimant", "idite-lesom", "--words", "desert"]
    assert main(["export", name, *chosen, "--out", str(file)]) == 0
    assert on_the_web.status_code == 200
    assert file.read_bytes() == on_the_web.body


def test_one_figure_is_written_by_the_command_in_the_same_bytes(ledger, table, tmp_path):
    name, file = "figures/idite-lesom-2024-01.json", tmp_path / "figure.json"
    on_the_web = answer(Snapshot(ledger, table, datetime.now(UTC)), name, [])
    assert main(["export", name, "--out", str(file)]) == 0
    assert on_the_web.status_code == 200
    assert file.read_bytes() == on_the_web.body


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["figure.csv"], 'there is no file "figure.csv"; did you mean "figures.csv"?\n'),
        (
            ["figures/idite-lesom-2024.json"],
            'there is no figure "idite-lesom-2024"; did you mean "idite-lesom-2024-01"?\n',
        ),
        (
            ["figures/idite-lesom-2024-01.json", "--force", "russia"],
            'one figure takes no filters; leave "force" out\n',
        ),
        (["changes.json", "--words", "x"], 'the changes take no filters; leave "words" out\n'),
    ],
)
def test_what_is_not_there_is_said_in_the_words_of_the_web(arguments, sentence, capsys):
    assert main(["export", *arguments]) == 2
    assert capsys.readouterr().err == sentence


def test_a_reader_who_stops_early_is_no_error():
    script = f"{sys.executable} -m commands export figures.json | head -c 100"
    found = subprocess.run(["sh", "-c", script], cwd=REAL.parent, capture_output=True, check=False)
    assert (len(found.stdout), found.stderr) == (100, b"")


def test_csv_goes_to_a_file(tmp_path, ledger, table):
    file = tmp_path / "rows.csv"
    assert main(["export", "figures.csv", "--out", str(file), "--words", "forest"]) == 0
    assert file.read_bytes() == write_csv(select(ledger, table, Filters(words=("forest",))))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--measure", "verdict"], 'unknown measure "verdict"; did you mean "verdicts"?\n'),
        (["--from", "soon"], 'from: expected a date written 2024, 2024-01 or 2024-01-15, found "'),
        (["--to", "2024", "--to", "2025"], 'the parameter "to" is given twice; give it once\n'),
        (["--out", "/nowhere/rows.csv"], "cannot write /nowhere/rows.csv: no such file or "),
        (["--file", "/nowhere.yaml"], "nowhere.yaml: "),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(arguments, sentence, capsys):
    assert main(["export", "figures.csv", *arguments]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(sentence)
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_data_with_errors_is_not_exported(tmp_path, capsys):
    file = tmp_path / "figures.yaml"
    file.write_text("measures: {}\nclaimants: {}\nunits: {}\narticles: {}\nfigure: []\n")
    assert main(["export", "figures.csv", "--file", str(file)]) == 1
    assert capsys.readouterr().err == (
        'figures.yaml:1:1: error: the section "figures:" is missing (and 1 more)\n'
    )


@pytest.mark.parametrize(
    ("word", "name"),
    [
        *(("csv", "figures.csv"), ("parquet", "figures.parquet"), ("package", "package.zip")),
        *(("gaps", "gaps.csv"), ("bibtex", "articles.bib"), ("csl", "articles.json")),
        ("units.csv", "units.csv"),
    ],
)
def test_a_word_stands_for_a_file(word, name):
    assert find_name(word) == name
