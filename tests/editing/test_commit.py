"""A save that becomes a commit, where there is a repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from editing.block import Edit
from editing.commit import NotCommitted, commit, describe_edits
from editing.written_form import write_record
from tests.editing.small import figure


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def file(tmp_path: Path) -> Path:
    git(tmp_path, "init")
    git(tmp_path, "config", "user.name", "Ada")
    git(tmp_path, "config", "user.email", "ada@x.example")
    path = tmp_path / "figures.yaml"
    path.write_text("one\n")
    git(tmp_path, "add", "figures.yaml")
    git(tmp_path, "commit", "-m", "Begin")
    return path


def test_only_the_saved_file_is_committed(file: Path) -> None:
    other = file.with_name("other.txt")
    other.write_text("x\n")
    git(file.parent, "add", "other.txt")
    file.write_text("two\n")
    assert commit(file, "Change a") is True
    assert git(file.parent, "show", "--format=%an: %s", "--name-only").split("\n")[0::2] == [
        "Ada: Change a",
        "figures.yaml",
    ]
    assert git(file.parent, "status", "--short") == "A  other.txt\n"


def test_what_git_refuses_is_told(file: Path) -> None:
    hook = file.parent / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho the checks failed >&2\nexit 1\n")
    hook.chmod(0o755)
    file.write_text("two\n")
    with pytest.raises(NotCommitted, match="saved, but not committed: the checks failed"):
        commit(file, "Change a")
    assert file.read_text() == "two\n"


def test_without_a_repository_or_git_nothing_is_committed(
    file: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("plain")
    assert commit(elsewhere / "figures.yaml", "Change a") is False
    monkeypatch.setenv("PATH", str(elsewhere))
    assert commit(file, "Change a") is False


def test_a_commit_says_what_was_added_and_what_changed() -> None:
    article = {"outlet": "x", "language": "uk", "url": "https://x.example"}
    edits = [
        Edit("articles", write_record("articles", article, "post-2024")),
        Edit("figures", figure("a", "2024")),
    ]
    assert describe_edits(edits) == "Add a, Add post-2024"
    assert describe_edits([Edit("figures", figure("a", "2024"), key="a")]) == "Change a"
    event = write_record("events", {"date": "2024", "label": "x"})
    assert describe_edits([Edit("events", event)]) == "Add event"
