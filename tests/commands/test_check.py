"""`desertion check`: what it prints and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from commands.__main__ import main
from tests.loaders.small import SMALL, small
from tests.loaders.test_live import as_nobody

WARNED = small(("title: A, ", ""))
WRONG = small(("count: 18000", "count: 18,000"), ("    unit: russia", "    unit: rusia"))
SIZES = "2 figures, 2 articles, 2 claimants: 0 errors"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "figures.yaml"


def check(*arguments: object) -> int:
    return main(["check", *map(str, arguments)])


def test_a_good_file_gives_one_line_and_0(file, capsys):
    file.write_text(SMALL)
    assert check(file) == 0
    assert capsys.readouterr().out == f"{SIZES}, 0 warnings\n"


def test_a_warning_is_printed_and_gives_0(file, capsys):
    file.write_text(WARNED)
    assert check(file) == 0
    assert capsys.readouterr().out == (
        f"figures.yaml:15:12: warning: paper-a: has no title\n{SIZES}, 1 warning\n"
    )


def test_a_warning_gives_1_under_strict(file):
    file.write_text(WARNED)
    assert check(file, "--strict") == 1


def test_an_accepted_warning_gives_0_under_strict(file, capsys):
    accepted = "as_of: 2024-06\n    note: a preprint\n    accepts: [published-too-early]"
    file.write_text(small(("as_of: 2024-04-29", accepted)))
    assert check(file, "--strict") == 0
    assert capsys.readouterr().out.endswith(f"{SIZES}, 0 warnings, 1 accepted\n")


def test_errors_are_printed_by_place_and_give_1(file, capsys):
    file.write_text(WRONG)
    assert check(file) == 1
    assert capsys.readouterr().out == (
        'figures.yaml:21:11: error: hur-russia-2024: unit: unknown unit "rusia"; '
        'did you mean "russia"?\n'
        "figures.yaml:22:12: error: hur-russia-2024: count: expected a whole number, found "
        '"18,000"; write 18000\n'
        f"{file}: 2 errors; nothing was loaded\n"
    )


def test_problems_are_data_under_json(file, capsys):
    file.write_text(WARNED)
    assert check(file, "--json") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "figures.yaml",
            "line": 15,
            "column": 12,
            "severity": "warning",
            "rule": "article-without-title",
            "record": "paper-a",
            "field": "",
            "message": "has no title",
            "accepted": False,
            "figures": [],
        }
    ]


def test_a_good_file_is_an_empty_list_under_json(file, capsys):
    file.write_text(SMALL)
    assert (check(file, "--json"), capsys.readouterr().out) == (0, "[]\n")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda _: None, "the file does not exist; check the name and the folder"),
        (lambda path: path.mkdir(), "this is a folder, not a file; name the YAML file itself"),
        (
            lambda path: path.write_text(""),
            "the file is empty; an editor may be in the middle of saving it",
        ),
        (os.mkfifo, "this is not an ordinary file; name the YAML file itself"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_sentence_and_2(file, capsys, make, sentence):
    make(file)
    assert check(file) == 2
    assert capsys.readouterr().out == f"figures.yaml: error: {sentence}\n"


def test_a_file_that_may_not_be_read_gives_one_sentence_and_2(tmp_path_factory, capsys):
    file = tmp_path_factory.getbasetemp() / "closed.yaml"
    file.write_text(SMALL)
    file.chmod(0)
    handle = os.open(file.parent, os.O_RDONLY)
    with as_nobody():
        code = check(f"/proc/self/fd/{handle}/closed.yaml")
    assert code == 2
    assert capsys.readouterr().out == (
        "closed.yaml: error: the file may not be read; check its permissions\n"
    )


def test_the_worst_of_several_files_decides(file, capsys):
    file.write_text(SMALL)
    assert check(file, file.parent / "none.yaml") == 2
    assert capsys.readouterr().out == (
        f"{SIZES}, 0 warnings\n"
        "none.yaml: error: the file does not exist; check the name and the folder\n"
    )


def test_a_broken_pipe_of_brackets_ends_the_command_and_not_the_process(file):
    """25 kB of brackets bring down a reader that recurses in C."""
    file.write_text("a: " + "[" * 25_000 + "\n")
    done = subprocess.run(
        [sys.executable, "-m", "commands", "check", file], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "figures.yaml:1:15: error: nested deeper than 12 levels\n"
        f"{file}: 1 error; nothing was loaded\n"
    )
