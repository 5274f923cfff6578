"""What an older link's reader is told."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from loaders.git import start_git
from loaders.load import load
from tests.analysis.ledgers import ledger_of, text_of
from versions.history import read_section
from versions.named import name_versions
from versions.news import Since, compare, list_news, say_since

OLD = text_of("a, count: 5, during: 2024-01", "b, count: 6, during: 2024-02")
NEW = text_of("a, count: 7, during: 2024-01", "c, count: 6, during: 2024-02")


def make_repository(folder: Path, *texts: str) -> Path:
    file = folder / "figures.yaml"
    git = ["git", "-C", str(folder), "-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for text in texts:
        file.write_text(text, encoding="utf-8")
        subprocess.run([*git, "add", "figures.yaml"], check=True)
        subprocess.run([*git, "commit", "-qm", "x"], check=True)
    return file


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def version_of(text: str) -> str:
    return sha256(text)[:7]


def test_an_older_link_says_how_many_figures_were_added_changed_and_removed(tmp_path: Path) -> None:
    file = make_repository(tmp_path, OLD, NEW)
    said = say_since(file, load(file), version_of(OLD))
    now = version_of(NEW)
    assert said == (
        f"This link was made for version {version_of(OLD)} of the data; this is {now}. "
        "Since then: 1 figure added: c; 1 changed: a; 1 removed: b."
    )


def test_a_link_of_the_present_version_says_nothing(tmp_path: Path) -> None:
    file = make_repository(tmp_path, NEW)
    assert say_since(file, load(file), version_of(NEW)) == ""


def test_a_version_that_history_does_not_know_is_said_so(tmp_path: Path) -> None:
    file = make_repository(tmp_path, NEW)
    assert say_since(file, load(file), "01234567" * 8) == (
        f"This link was made for version 0123456 of the data; this is {version_of(NEW)}. "
        "What has changed since is not known here."
    )


def test_of_a_version_that_cannot_be_read_nothing_is_said_to_be_new(tmp_path: Path) -> None:
    broken = OLD.replace("figures:", "figures: [")
    file = make_repository(tmp_path, broken, NEW)
    assert "is not known here" in say_since(file, load(file), version_of(broken))


def test_git_is_asked_once_however_many_versions_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = f"{OLD}# this test\n"
    file = make_repository(tmp_path, older, f"{NEW}# this test\n")
    ledger = load(file)
    asked: list[str] = []

    def note(file: Path, *arguments: str, **options: int) -> subprocess.Popen[bytes] | None:
        asked.extend(one for one in arguments if one in ("log", "cat-file"))
        return start_git(file, *arguments, **options)

    monkeypatch.setattr("loaders.git.start_git", note)
    for version in ("0123456", "1234567", "2345678"):
        assert "is not known here" in say_since(file, ledger, version)
        with pytest.raises(KeyError):
            list_news(file, ledger, version)
    assert asked == ["log", "cat-file"]
    for length in (7, 8, 64):
        assert "1 figure added" in say_since(file, ledger, sha256(older)[:length])
    assert asked == ["log", "cat-file", "cat-file"]
    assert len(name_versions(file, "other data")) == 2
    assert asked == ["log", "cat-file", "cat-file", "log"]


def test_without_git_the_older_version_is_not_known(tmp_path: Path) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(NEW, encoding="utf-8")
    assert "is not known here" in say_since(file, load(file), version_of(OLD))


@pytest.mark.parametrize(
    "version", ["![x](http://evil.example/)", version_of(NEW)[:6], f"{version_of(NEW)}x"]
)
def test_what_is_no_version_is_not_repeated_to_the_reader(tmp_path: Path, version: str) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(NEW, encoding="utf-8")
    said = say_since(file, load(file), version)
    assert said == f"This link names no version of the data; this is {version_of(NEW)}."


def test_an_article_that_changed_is_no_change_of_a_figure() -> None:
    ledger = ledger_of("a, count: 5, during: 2024-01", "b, count: 6, during: 2024-02")
    old = read_section(OLD.encode(), "figures")
    assert old is not None
    assert compare(old, ledger).words == "no figure has changed"


@pytest.mark.parametrize(
    ("added", "words"),
    [
        ("a", "1 figure added: a"),
        ("abcde", "5 figures added: a, b, c, d, e"),
        ("abcdef", "6 figures added: a, b, c, d, e, 1 more"),
        ("abcdefgh", "8 figures added: a, b, c, d, e, 3 more"),
    ],
)
def test_of_many_figures_the_first_five_are_named(added: str, words: str) -> None:
    assert Since(tuple(added), (), ()).words == words
