"""What became of the figures from version to version."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.versions.news import list_news
from loaders.load import load
from tests.analysis.ledgers import text_of
from tests.analysis.test_changed_since import make_repository, version_of

FIRST = text_of("a, count: 5, during: 2024-01", "b, count: 6, during: 2024-02")
NEXT = text_of(
    "a, count: 7, during: 2024-01",
    "b, count: 6, during: 2024-02, status: withdrawn",
    "c, count: 6, during: 2024-03",
)
LAST = text_of(
    "a, count: 7, during: 2024-01, disputed_by: [{claimant: MoD, article: post}]",
    "c, count: 6, during: 2024-03",
)


def say(file: Path, since: str = "") -> list[tuple[str, str, list[str]]]:
    news = list_news(file, load(file), since)
    return [(one.figure, one.kind, [change.field for change in one.changes]) for one in news]


def test_every_version_says_what_came_changed_and_went_the_newest_first(tmp_path: Path) -> None:
    file = make_repository(tmp_path, FIRST, NEXT, LAST)
    last = [("a", "disputed", ["disputed_by"]), ("b", "removed", [])]
    following = [
        ("a", "changed", ["count"]),
        ("b", "withdrawn", ["status"]),
        ("c", "added", []),
    ]
    assert say(file) == [*last, *following, ("a", "added", []), ("b", "added", [])]
    assert say(file, version_of(FIRST)) == [*last, *following]
    assert say(file, version_of(NEXT)) == last
    assert say(file, version_of(LAST)) == []


def test_what_is_not_committed_yet_is_the_newest(tmp_path: Path) -> None:
    file = make_repository(tmp_path, FIRST)
    file.write_text(NEXT, encoding="utf-8")
    news = list_news(file, load(file), version_of(FIRST))
    assert [(one.figure, one.version[:7]) for one in news] == [
        (id, version_of(NEXT)) for id in "abc"
    ]


def test_a_version_that_git_does_not_know_is_refused(tmp_path: Path) -> None:
    file = make_repository(tmp_path, FIRST)
    with pytest.raises(KeyError, match="0000000"):
        list_news(file, load(file), "0000000")


def test_without_git_there_is_no_news(tmp_path: Path) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(FIRST, encoding="utf-8")
    assert say(file) == []
