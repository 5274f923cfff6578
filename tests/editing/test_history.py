"""The versions of one figure, from a repository made for the test."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from analysis.history import Change, read_history
from commands.__main__ import main
from tests.editing.small import HEAD, figure

A, B = figure("a", "2023"), figure("b", "2024")


def git(folder: Path, *arguments: str, day: int = 1) -> None:
    who = {"NAME": "Ada Nováková", "EMAIL": "a@x.example", "DATE": f"2024-05-{day:02}T12:00:00Z"}
    environ = {
        f"GIT_{role}_{name}": value
        for role in ("AUTHOR", "COMMITTER")
        for name, value in who.items()
    }
    command = ["git", "-c", "init.defaultBranch=main", "-C", str(folder), *arguments]
    subprocess.run(
        command, check=True, env={**environ, "PATH": "/usr/bin:/bin"}, capture_output=True
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    git(tmp_path, "init")
    return tmp_path / "figures.yaml"


def commit(file: Path, *figures: str, day: int = 1, message: str = "Change") -> None:
    file.write_text(HEAD + "figures:\n" + "".join(figures))
    git(file.parent, "add", file.name)
    git(file.parent, "commit", "-m", message, day=day)


def test_the_versions_of_a_figure_are_those_that_changed_its_fields(file: Path) -> None:
    commit(file, A, day=1)
    commit(file, A, B, day=2, message="Add b")
    commit(file, A.replace("count: 5", "count: 6"), B, day=3)
    commit(file, A, "  # counted twice\n" + B.replace("count: 5", "count: '5'"), day=4)
    noted = B.replace("count: 5", "count: 7") + "    note: Corrected.\n"
    commit(file, noted, A, day=5, message="Correct b")
    changed, added = read_history(file, "b")
    assert (added.kind, added.subject, added.author) == ("added", "Add b", "Ada Nováková")
    assert added.date.isoformat() == "2024-05-02T12:00:00+00:00"
    assert added.changes[0] == Change("id", None, "b")
    assert (changed.kind, changed.subject, changed.date.day) == ("changed", "Correct b", 5)
    assert changed.changes == (Change("count", "5", "7"), Change("note", None, "Corrected."))


def test_a_figure_that_was_taken_out_and_put_back_shows_both(file: Path) -> None:
    commit(file, A, B, day=1)
    commit(file, A, day=2)
    commit(file, A, B, day=3)
    assert [version.kind for version in read_history(file, "b")] == ["added", "removed", "added"]


def test_a_version_that_could_not_be_read_is_passed_over(file: Path) -> None:
    commit(file, B, day=1)
    commit(file, B.replace("count: 5", 'count: "5'), day=2)
    commit(file, B.replace("count: 5", "count: 6"), day=3)
    assert [version.changes for version in read_history(file, "b")][:-1] == [
        (Change("count", "5", "6"),)
    ]


def test_a_merge_is_one_change_of_the_main_line(file: Path) -> None:
    commit(file, B, day=1)
    git(file.parent, "switch", "-c", "side")
    commit(file, B.replace("count: 5", "count: 6"), day=2)
    commit(file, B.replace("count: 5", "count: 7"), day=3)
    git(file.parent, "switch", "main")
    git(file.parent, "merge", "--no-ff", "-m", "Merge side", "side", day=4)
    changed, _ = read_history(file, "b")
    assert (changed.subject, changed.changes) == ("Merge side", (Change("count", "5", "7"),))


@pytest.mark.parametrize(
    "text",
    [
        "figures:\n- claimant: hur\n  citations:\n  - article: x\n  id: b\n  count: 5\n",
        "figures:\n    -   {place: x,\n         id: 'b', count: 5}\n    - {id: bb}\n",
        "figures:\r\n  - id: b\r\n    claimant: hur\r\n\r\n    count: 5\r\n  - id: bb\r\n",
        "figures:\n  - id: c\n    part_of: b\n    claimant: x\n  - id: b\n    count: 5\ngaps: []\n",
    ],
)
def test_a_figure_is_found_in_whatever_style_it_was_typed(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    git(file.parent, "add", file.name)
    git(file.parent, "commit", "-m", "Add")
    (version,) = read_history(file, "b")
    assert {change.field: change.after for change in version.changes}["count"] == "5"


def test_without_a_repository_a_commit_or_git_there_is_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(HEAD + "figures:\n" + B)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_history(file, "b") == []
    git(tmp_path, "init")
    assert read_history(file, "b") == []
    commit(file, B)
    assert len(read_history(file, "b")) == 1
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(file, "b") == []


def test_the_command_lists_the_versions_and_their_changes(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(file, A, B, day=1, message="Add both")
    more = B.replace("count: 5", "count: {low: 5, high: 7}") + "    place: Kursk\n"
    commit(file, A, more, day=2, message="Say where")
    assert main(["history", "b", "--file", str(file)]) == 0
    versions = read_history(file, "b")
    assert capsys.readouterr().out.splitlines() == [
        f"2024-05-02 Ada Nováková: changed ({versions[0].commit[:7]} Say where)",
        "  count: 5, now 5 to 7",
        "  place: nothing, now Kursk",
        f"2024-05-01 Ada Nováková: added ({versions[1].commit[:7]} Add both)",
    ]
    assert main(["history", "b", "--json", "--file", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["changes"][1]["after"] == "Kursk"


def test_the_command_says_where_there_is_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(HEAD + "figures:\n" + B)
    monkeypatch.setenv("PATH", "")
    assert main(["history", "b", "--file", str(file)]) == 1
    assert capsys.readouterr().out == "no history: git does not know this file\n"
