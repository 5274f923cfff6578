"""One file committed, where there is a repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from loaders.git import NotCommitted, commit, find_refusal, read_committed


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
    hook.write_text("#!/bin/sh\nprintf 'the checks failed in M\\374nchen\\n' >&2\nexit 1\n")
    hook.chmod(0o755)
    file.write_text("two\n")
    with pytest.raises(NotCommitted) as refused:
        commit(file, "Change a")
    assert str(refused.value) == "saved, but not committed: the checks failed in M\ufffdnchen"
    assert file.read_text() == "two\n"
    assert git(file.parent, "status", "--short") == " M figures.yaml\n"


def test_the_committed_version_is_read_where_there_is_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("two\n")
    assert read_committed(file) == b"one\n"
    assert read_committed(file.with_name("more.yaml")) is None
    monkeypatch.setenv("PATH", str(file.parent))
    assert read_committed(file) is None


def test_a_file_that_git_does_not_know_yet_is_taken_in(file: Path) -> None:
    new = file.with_name("more.yaml")
    new.write_text("one\n")
    assert commit(new, "Add more") is True
    assert git(file.parent, "log", "-1", "--format=%s", "--", "more.yaml") == "Add more\n"


def test_a_file_that_git_is_told_to_ignore_stays_out_and_it_is_said_why(file: Path) -> None:
    file.with_name(".gitignore").write_text("mine.yaml\n")
    mine = file.with_name("mine.yaml")
    mine.write_text("one\n")
    with pytest.raises(NotCommitted) as refused:
        commit(mine, "Add mine")
    assert str(refused.value) == (
        "saved, but not committed: git is told to ignore mine.yaml; "
        "git add --force mine.yaml takes it in"
    )


def test_a_repository_of_another_user_is_told_apart_from_none(
    file: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_refusal(file) == ""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert find_refusal(file) == (
        "git does not read a folder of another user; if you trust it: "
        f"git config --global --add safe.directory {file.parent}"
    )
    assert find_refusal(tmp_path_factory.mktemp("plain") / "figures.yaml") == ""


def test_without_a_repository_or_git_nothing_is_committed(
    file: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("plain")
    assert commit(elsewhere / "figures.yaml", "Change a") is False
    monkeypatch.setenv("PATH", str(elsewhere))
    assert commit(file, "Change a") is False
    assert find_refusal(file) == ""


def test_the_repository_is_the_files_own_whatever_the_environment_names(
    file: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    git(other, "init")
    file.write_text("two\n")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert commit(file, "Change a") is True
    monkeypatch.undo()
    assert git(file.parent, "log", "--format=%s").split("\n")[0] == "Change a"
