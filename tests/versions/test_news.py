"""What became of the figures from version to version."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.ledger import Ledger
from loaders.load import load, read_ledger
from tests.analysis.ledgers import text_of
from tests.versions.test_changed_since import make_repository, version_of
from versions.news import list_news

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


def test_what_is_not_committed_has_no_changes_since_itself(tmp_path: Path) -> None:
    file = make_repository(tmp_path, FIRST)
    file.write_text(NEXT, encoding="utf-8")
    assert say(file, version_of(NEXT)) == []


def test_the_news_of_an_older_version_are_those_up_to_it(tmp_path: Path) -> None:
    file = make_repository(tmp_path, FIRST, NEXT, LAST)
    then = read_ledger(NEXT.encode())
    kinds = [one.kind for one in list_news(file, then)]
    assert kinds == ["changed", "withdrawn", "added", "added", "added"]
    assert list_news(file, then, version_of(FIRST)) == list_news(file, then)[:3]
    with pytest.raises(KeyError, match=version_of(LAST)):
        list_news(file, then, version_of(LAST))


def test_the_time_is_that_of_the_commit_or_else_the_day_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2024-05-01T12:00:00+02:00")
    file = make_repository(tmp_path, FIRST)
    assert times(file, load(file)) == {"2024-05-01T12:00:00+02:00"}
    file.write_text(NEXT, encoding="utf-8")
    os.utime(file, (1_700_000_000, 1_700_000_000))
    assert times(file, load(file), version_of(FIRST)) == {"2023-11-14T00:00:00+00:00"}
    undated = read_ledger(NEXT.encode())
    assert times(file, undated, version_of(FIRST)) == {"1970-01-01T00:00:00+00:00"}


def times(file: Path, ledger: Ledger, since: str = "") -> set[str]:
    return {one.when.isoformat() for one in list_news(file, ledger, since)}


def test_of_a_long_history_only_the_last_versions_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("versions.news.MOST_VERSIONS", 2)
    file = make_repository(tmp_path, FIRST, NEXT, LAST)
    assert say(file) == [("a", "disputed", ["disputed_by"]), ("b", "removed", [])]
    assert len(say(file, version_of(FIRST))) == 5


def test_a_version_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    broken = NEXT.replace("figures:", "figures: [")
    file = make_repository(tmp_path, FIRST, broken, NEXT)
    assert say(file)[:3] == say(file, version_of(FIRST))
    assert [kind for _, kind, _ in say(file)] == [
        *("changed", "withdrawn", "added"),
        *("added", "added"),
    ]
    with pytest.raises(KeyError, match=version_of(broken)):
        say(file, version_of(broken))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", "status: withdrawn", "withdrawn"),
        ("", "status: doubtful", "changed"),
        ("status: withdrawn", "", "changed"),
        ("", "note: withdrawn", "changed"),
        ("", "disputed_by: [{claimant: hur, article: post}]", "disputed"),
        ("disputed_by: [{claimant: hur, article: post}]", "", "changed"),
        (
            "disputed_by: [{claimant: hur, article: post}]",
            "disputed_by: [{claimant: hur, article: times}]",
            "changed",
        ),
        (
            "disputed_by: [{claimant: hur, article: post}]",
            "disputed_by: [{claimant: hur, article: post}, {claimant: agora, article: post}]",
            "disputed",
        ),
        ("", "citations: [{article: post}, {article: times}]", "changed"),
    ],
)
def test_a_change_is_called_what_it_means(
    tmp_path: Path, before: str, after: str, kind: str
) -> None:
    def text(more: str) -> str:
        return text_of(", ".join(["a, count: 5, during: 2024"] + [more] * bool(more)))

    file = make_repository(tmp_path, text(before))
    file.write_text(text(after), encoding="utf-8")
    assert [word for _, word, _ in say(file, version_of(text(before)))] == [kind]


@pytest.mark.parametrize("since", ["0000000", version_of(FIRST)[:6], f"{version_of(FIRST)}x"])
def test_a_version_that_git_does_not_know_is_refused(tmp_path: Path, since: str) -> None:
    file = make_repository(tmp_path, FIRST)
    with pytest.raises(KeyError, match=since):
        list_news(file, load(file), since)


def test_without_git_there_is_no_news(tmp_path: Path) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(FIRST, encoding="utf-8")
    assert say(file) == []
