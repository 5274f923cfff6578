"""`desertion check`: what it prints and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.__main__ import main
from loaders.problems import GROUPS
from tests.loaders.following import as_nobody
from tests.loaders.small import SMALL, small

WARNED = small(("title: A, ", ""))
WRONG = small(("count: 18000", "count: 18,000"), ("    unit: russia", "    unit: rusia"))
REAL = Path(__file__).parents[2] / "figures.yaml"
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


def test_missing_titles_are_counted_and_give_0(file, capsys):
    file.write_text(WARNED)
    assert check(file) == 0
    assert capsys.readouterr().out == (
        f"What is missing: 1 article-without-title (--all lists them)\n{SIZES}, 1 warning\n"
    )


@pytest.mark.parametrize("option", ["--all", "--rule=article-without-title"])
def test_missing_titles_are_listed_where_that_is_asked_for(file, capsys, option):
    file.write_text(WARNED)
    assert check(file, option) == 0
    assert capsys.readouterr().out == (
        "article-without-title (1): An article whose title is not known.\n"
        f"figures.yaml:15:12: warning: paper-a: has no title\n{SIZES}, 1 warning\n"
    )


def test_what_does_not_add_up_comes_before_what_is_odd_and_what_is_missing(file, capsys):
    file.write_text(
        small(
            ("title: A, ", ""),
            ("via: [Agora]", "via: [Paper]"),
            ("low: 60", "low: 19000"),
            ("high: 90", "high: 19500"),
            ("more_than", "exact"),
        )
    )
    assert check(file) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" (")[0] for line in said if not line.startswith("figures.yaml")] == [
        "part-above-whole",
        "claimant-not-used",
        "What is missing: 1 article-without-title",
        f"{SIZES}, 3 warnings",
    ]


def test_at_most_forty_lines_are_printed_and_the_rest_is_counted_by_its_rule(file, capsys):
    units = "".join(f"  u{n}: {{name: U{n}, parent: russia}}\n" for n in range(60))
    articles = "".join(
        f"  p{n}: {{title: A, outlet: P, published: 2024, language: en, url: https://p.org/{n}}}\n"
        for n in range(60)
    )
    file.write_text(small(("articles:\n", f"{units}articles:\n{articles}")))
    assert check(file) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) <= 40
    assert [line for line in said if line.startswith("…")] == [
        "… 43 more: --rule article-not-cited",
        "… 43 more: --rule unit-not-used",
    ]


def test_the_real_file_is_told_in_forty_lines_that_start_with_what_does_not_add_up(capsys):
    assert check(REAL) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) <= 40
    assert said[0].split(" (")[0] in GROUPS["does not add up"]


def test_only_what_is_new_since_the_last_commit_is_told(file, capsys):
    file.write_text(WARNED)
    git(file, "init", "-q")
    git(file, "add", file.name)
    git(file, "-c", "user.name=a", "-c", "user.email=a@b.org", "commit", "-qm", "x")
    moved = WARNED.replace("offences:", "# Moved by a line.\noffences:")
    file.write_text(moved.replace("outlet: Zeitung, published: 2024-06-01, ", "outlet: Zeitung, "))
    assert check(file, "--new", "--all") == 0
    assert capsys.readouterr().out == (
        "article-without-date (1): An article whose date of publication is not known.\n"
        f"figures.yaml:17:12: warning: paper-b: has no date of publication\n{SIZES}, 1 warning\n"
    )


def test_without_an_earlier_version_nothing_can_be_new(file, capsys):
    file.write_text(WARNED)
    assert check(file, "--new") == 2
    assert capsys.readouterr().err.endswith(
        "no earlier version to compare with; git does not know this file\n"
    )


def test_what_is_new_in_a_folder_of_another_user_is_told_with_what_to_do(file, capsys, monkeypatch):
    file.write_text(WARNED)
    subprocess.run(["git", "init", "--quiet", file.parent], check=True)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert main(["check", str(file), "--new"]) == 2
    assert capsys.readouterr().err == (
        f"{file}: no earlier version to compare with; git does not read a folder of another user; "
        f"if you trust it: git config --global --add safe.directory {file.parent}\n"
    )


def git(file, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=file.parent, check=True)


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
