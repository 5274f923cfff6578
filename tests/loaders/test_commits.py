"""The date of the data: of its commit, or of the file where it is not as committed; its commits."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from loaders.git import NO_BLOBS, Log, find_date, list_commits, read_blobs
from loaders.load import load
from tests.loaders.small import SMALL, small
from tests.versions.test_changed_since import make_repository
from versions.named import name_versions, read_version

FIRST, NEXT = SMALL, small(("count: 18000", "count: 18001"))


def set_time(file: Path, noon: int = 1_700_000_000) -> None:
    os.utime(file, (noon, noon))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T23:30:00+02:00")
    file = make_repository(tmp_path, FIRST, NEXT)
    set_time(file)
    return file


def test_the_data_is_of_the_day_of_its_commit(file: Path) -> None:
    ledger = load(file)
    assert ledger.dated == date(2026, 11, 20)
    assert ledger.edition == f"data of 20 November 2026, version {ledger.short_version}"


def test_a_file_that_is_not_as_committed_is_of_its_own_day(file: Path) -> None:
    file.write_text(small(("count: 18000", "count: 18002")), encoding="utf-8")
    set_time(file)
    assert load(file).dated == date(2023, 11, 14)


def test_without_git_the_file_has_its_own_day(tmp_path: Path) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(SMALL, encoding="utf-8")
    set_time(file)
    assert load(file).dated == date(2023, 11, 14)
    assert find_date(tmp_path / "none.yaml", b"") is None


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_repository_of_longer_hashes_gives_the_day_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T23:30:00+02:00")
    file = make_repository(tmp_path, FIRST)
    set_time(file)
    assert load(file).dated == date(2026, 11, 20)


def test_a_file_may_be_called_as_a_branch_is(tmp_path: Path) -> None:
    git(tmp_path, "init", "--initial-branch=figures")
    (tmp_path / "figures").write_text(FIRST)
    git(tmp_path, "add", "figures")
    git(tmp_path, "commit", "-m", "Add")
    assert [one.subject for one in list_commits(tmp_path / "figures").commits] == ["Add"]


def test_commits_of_other_files_are_none_of_this_one(file: Path) -> None:
    file.with_name("other").write_text("x")
    git(file.parent, "add", "other")
    git(file.parent, "commit", "-m", "Another file")
    found = list_commits(file)
    assert [one.subject for one in found.commits] == ["x", "x"]
    assert list_commits(file, "--max-count=1") == Log(found.commits[:1])
    assert list_commits(file.with_name("third")) == Log([])


def test_a_merge_is_listed_as_one_commit_of_the_main_line(file: Path) -> None:
    git(file.parent, "switch", "-c", "side")
    file.write_text("x")
    git(file.parent, "commit", "-a", "-m", "Side")
    git(file.parent, "switch", "-")
    git(file.parent, "merge", "--no-ff", "-m", "Merge side", "side")
    assert [one.subject for one in list_commits(file).commits] == ["Merge side", "x", "x"]


def test_a_shallow_clone_in_which_the_file_was_added_lacks_nothing(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    file = make_repository(source, FIRST)
    git(source, "rm", file.name)
    git(source, "commit", "-m", "Delete")
    for text in (FIRST, NEXT):
        file.write_text(text)
        git(source, "add", file.name)
        git(source, "commit", "-m", "Put back")
    notes = {}
    for depth in ("2", "3"):
        git(tmp_path, "clone", f"--depth={depth}", f"file://{source}", depth)
        notes[depth] = list_commits(tmp_path / depth / file.name).note
    assert notes == {
        "2": "Older versions are not here: this is a shallow clone. "
        "`git fetch --unshallow` brings them.",
        "3": "",
    }


def test_a_clone_without_contents_knows_no_versions_and_fetches_none(file: Path) -> None:
    git(file.parent, "config", "uploadpack.allowFilter", "true")
    options = ("--filter=blob:none", "--no-checkout")
    git(file.parent, "clone", *options, f"file://{file.parent}", "clone")
    here = file.parent / "clone" / file.name
    assert len(list_commits(here).commits) == 2
    assert name_versions(here, "") == {}
    (commit, _) = list_commits(here).commits
    assert read_version(here, commit) == b""


@pytest.fixture
def clone_of_commits(file: Path) -> Path:
    """A clone that has not even the lists of files, and nowhere to fetch them from."""
    git(file.parent, "config", "uploadpack.allowFilter", "true")
    here = file.parent.with_name(f"{file.parent.name}-clone")
    options = ("--filter=tree:0", "--no-checkout")
    git(file.parent, "clone", *options, f"file://{file.parent}", str(here))
    return here / file.name


def test_why_git_lists_no_versions_is_told_in_its_last_line(
    file: Path, clone_of_commits: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list_commits(clone_of_commits) == Log([], NO_BLOBS)
    first, last = git(file.parent, "rev-list", "HEAD").split()[::-1]
    (file.parent / ".git" / "objects" / first[:2] / first[2:]).unlink()
    assert list_commits(file) == Log(
        [],
        "git does not list the versions: "
        f"fatal: cannot simplify commit {last} (because of {first})",
    )
    silent = tmp_path / "bin" / "git"
    silent.parent.mkdir()
    silent.write_text("#!/bin/sh\nexit 1\n")
    silent.chmod(0o755)
    monkeypatch.setenv("PATH", str(silent.parent))
    assert list_commits(file) == Log([], "git does not list the versions: it does not say why")


def test_a_version_in_which_the_file_was_deleted_is_empty(file: Path) -> None:
    git(file.parent, "rm", file.name)
    git(file.parent, "commit", "-m", "Delete")
    commits = list_commits(file).commits
    assert list(read_blobs(file, commits)) == [b"", NEXT.encode(), FIRST.encode()]
