"""Older versions by address, and what has changed since: what was cited can be fetched."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.responses import Response

from commands.__main__ import main
from exports.changes import CHANGES
from exports.downloads import DOWNLOADS
from exports.site.build import write_site
from loaders.git import start_git
from loaders.live import Live
from loaders.load import load
from loaders.table import tabulate
from server.addresses import answer
from tests.analysis.ledgers import text_of
from tests.exports.back import read_csv
from tests.versions.test_changed_since import make_repository, version_of

OLD = text_of("a, count: 5, during: 2024-01", "b, count: 6, during: 2024-02")
NEW = text_of("a, count: 7, during: 2024-01", "c, count: 6, during: 2024-02, note: <b>&")
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T12:00:00+00:00")
    file = make_repository(tmp_path, "not: [a, ledger]\n", OLD, NEW)
    monkeypatch.setenv("DESERTION_DATA", str(file))
    return file


def ask(file: Path, name: str, *query: tuple[str, str]) -> Response:
    return answer(Live(str(file)).current(), name, query)


def test_an_older_version_is_answered_with_its_own_rows(file):
    found = ask(file, "figures.csv", ("v", version_of(OLD)))
    assert list(read_csv(bytes(found.body))["count"]) == [5, 6]
    assert found.headers["Data-Version"] == version_of(OLD)
    assert found.headers["Last-Modified"] == "Fri, 20 Nov 2026 12:00:00 GMT"
    assert version_of(OLD) in found.headers["Content-Disposition"]
    assert list(read_csv(bytes(ask(file, "figures.csv").body))["count"]) == [7, 6]


def test_a_figure_that_is_gone_is_found_in_its_version(file):
    assert ask(file, "figures/b.json").status_code == 404
    assert ask(file, "figures/b.json", ("v", version_of(OLD))).status_code == 200


@pytest.mark.parametrize("version", ["0000000", "x", "a" * 65, "0" * 6])
def test_an_unknown_version_is_answered_404_and_not_with_the_data_of_today(file, version):
    found = ask(file, "figures.csv", ("v", version))
    assert found.status_code == 404
    assert json.loads(bytes(found.body))["detail"] == (
        f'there is no version "{version[:64]}" of the data here; without v= it is {version_of(NEW)}'
    )


def test_a_version_that_cannot_be_read_any_more_says_so(file):
    version = version_of("not: [a, ledger]\n")
    found = ask(file, "figures.csv", ("v", version))
    said = json.loads(bytes(found.body))["detail"]
    assert found.status_code == 404
    assert said.startswith(f"version {version} of the data cannot be read any more: ")


def test_git_is_asked_once_whatever_versions_are_asked_for(file, monkeypatch):
    live = Live(str(file)).current()
    asked: list[str] = []

    def note(file, *arguments, **options):
        asked.extend(one for one in arguments if one in ("log", "cat-file"))
        return start_git(file, *arguments, **options)

    monkeypatch.setattr("loaders.git.start_git", note)
    for version in ("0123456", "1234567", "2345678"):
        for name in ("", "figures.csv", "figures/a.json", "changes.json"):
            assert answer(live, name, [("v", version)]).status_code == 404
        for name in CHANGES:
            assert answer(live, name, [("since", version)]).status_code == 404
    assert asked.count("log") == 1
    read = len(asked)
    broken = version_of("not: [a, ledger]\n")
    for name in DOWNLOADS:
        assert answer(live, name, [("v", broken)]).status_code == 404
    assert asked[read:] == ["cat-file"]


def test_the_changes_since_a_version_name_figures_fields_and_dates(file):
    found = json.loads(bytes(ask(file, "changes.json", ("since", version_of(OLD))).body))
    assert found["date"] == "2026-11-20"
    by_figure = {one["figure"]: one for one in found["changes"]}
    assert {id: one["change"] for id, one in by_figure.items()} == {
        "a": "changed",
        "b": "removed",
        "c": "added",
    }
    assert by_figure["a"]["fields"] == [{"field": "count", "before": "5", "after": "7"}]
    assert by_figure["a"]["date"] == "2026-11-20T12:00:00+00:00"
    assert by_figure["b"]["sentence"] is None


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        (("since", "0000000"), 404, 'there is no version "0000000" of the data here'),
        (("force", "russia"), 400, 'the changes take no filters; leave "force" out'),
    ],
)
def test_what_the_changes_cannot_answer_is_said(file, query, status, sentence):
    found = ask(file, "changes.json", query)
    assert (found.status_code, json.loads(bytes(found.body))["detail"]) == (status, sentence)


def test_the_feed_is_atom_with_a_link_to_each_figure(file):
    feed = ElementTree.fromstring(bytes(ask(file, "changes.atom").body))
    entries = feed.findall("atom:entry", ATOM)
    links = [link.get("href") for link in feed.findall("atom:entry/atom:link", ATOM)]
    assert links[:3] == [f"../figure?id={id}" for id in "acb"]
    assert len({entry.findtext("atom:id", "", ATOM) for entry in entries}) == len(entries)
    assert feed.findtext("atom:updated", "", ATOM) == "2026-11-20T12:00:00+00:00"
    assert entries[0].findtext("atom:summary", "", ATOM) == "count: 5, now 7"


@pytest.mark.parametrize("name", ["changes.json", "changes.atom"])
@pytest.mark.parametrize("since", ["", version_of(OLD)])
def test_the_command_writes_the_same_bytes(file, tmp_path, name, since):
    out = tmp_path / name
    assert main(["export", name, "--since", since, "--file", str(file), "--out", str(out)]) == 0
    assert out.read_bytes() == ask(file, name, ("since", since)).body


def test_the_static_site_has_the_feed_with_links_to_its_own_pages(file, tmp_path):
    ledger = load(file)
    write_site(ledger, tabulate(ledger), tmp_path / "out", "https://example.org/", str(file))
    feed = (tmp_path / "out" / "data" / "changes.atom").read_text()
    assert '<link href="https://example.org/figures/a.html"/>' in feed
    assert (tmp_path / "out" / "data" / "changes.json").exists()
