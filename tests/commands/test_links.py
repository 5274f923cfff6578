"""desertion links, against a server on this machine that plays the sites; never the network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.__main__ import main
from commands.asking import Fate, Manners, Reply, ask_pages
from loaders.load import load
from tests.commands.sites import Sites, play_sites
from tests.editing.small import HEAD, figure

FAST = Manners(pause=0.0, patience=30.0)
SITE = "http://news.example"
OPTIONS = ("--pause", "0", "--patience", "5")


@pytest.fixture
def sites(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sites]:
    for name in ("no_proxy", "all_proxy", "NO_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with play_sites() as server:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{server.server_port}")
        yield server


def ask(*urls: str) -> dict[str, Reply]:
    replies: dict[str, Reply] = {}
    ask_pages(urls, FAST, replies.__setitem__)
    return replies


@pytest.mark.parametrize(
    ("path", "fate", "words"),
    [
        ("/there", Fate.THERE, "there (200)"),
        ("/moved", Fate.MOVED, "moved to SITE/new"),
        ("/moved-twice", Fate.MOVED, "moved to SITE/new"),
        ("/slash", Fate.THERE, "there (200)"),
        ("/consent", Fate.THERE, "there (200)"),
        ("/to-the-front", Fate.GONE, "gone (leads to the front page SITE/)"),
        ("/to-gone", Fate.GONE, "gone (404)"),
        ("/gone", Fate.GONE, "gone (404)"),
        ("/removed", Fate.GONE, "gone (410)"),
        ("/shut", Fate.BLOCKED, "blocked (403)"),
        ("/lawful", Fate.BLOCKED, "blocked (451)"),
        ("/busy", Fate.BLOCKED, "blocked (429)"),
        ("/down", Fate.SILENT, "no answer (500)"),
        ("/circle", Fate.SILENT, "no answer (leads in a circle)"),
        ("/no-head", Fate.THERE, "there (200)"),
        ("/head-says-gone", Fate.THERE, "there (200)"),
    ],
)
def test_what_became_of_a_page_is_told_apart(
    sites: Sites, path: str, fate: Fate, words: str
) -> None:
    (reply,) = ask(SITE + path).values()
    assert reply.fate == fate
    assert str(reply) == words.replace("SITE", SITE)
    assert sites.asked[0] == f"HEAD news.example{path}"


def test_a_page_is_asked_for_only_where_its_head_says_nothing_good(sites: Sites) -> None:
    ask(f"{SITE}/there", f"{SITE}/gone")
    assert sites.asked == [
        "HEAD news.example/there",
        "HEAD news.example/gone",
        "GET news.example/gone",
    ]


def test_a_site_that_asks_for_a_rest_is_left_alone_and_the_others_go_on(sites: Sites) -> None:
    here = [SITE + path for path in ("/there", "/busy", "/gone")]
    other = "http://other.example/gone"
    assert set(ask(*here, other)) == {here[0], here[1], other}
    assert "GET news.example/busy" not in sites.asked


@pytest.mark.usefixtures("sites")
def test_a_site_that_does_not_answer_is_not_waited_for_without_end() -> None:
    replies: dict[str, Reply] = {}
    ask_pages([f"{SITE}/slow"], Manners(pause=0.0, patience=0.2), replies.__setitem__)
    assert [str(reply) for reply in replies.values()] == ["no answer (too slow)"]


def test_an_address_that_nobody_answers_is_no_answer(sites: Sites) -> None:
    sites.server_close()
    (reply,) = ask(f"{SITE}/there").values()
    assert (reply.fate, reply.status) == (Fate.SILENT, 0)
    assert reply.reason != ""


def article(key: str, path: str, more: str = "") -> str:
    lines = "    outlet: X\n    published: 2024-05-01\n    language: en\n"
    return f"  {key}:\n{lines}    url: {SITE}{path}\n{more}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    head = HEAD[: HEAD.index("  post:")]
    head += "".join(article(path, f"/{path}") for path in ("gone", "moved", "there"))
    head += article("kept", "/kept", "    archived: https://archive.example/kept\n")
    head += article("shut", "/shut") + article("busy", "/busy")
    head += article("after", "/after-busy")
    text = head + "\nfigures:\n" + figure("a", "2023").replace("article: post", "article: there")
    path = tmp_path / "figures.yaml"
    path.write_text(text)
    return path


@pytest.mark.usefixtures("sites")
def test_the_report_names_the_worst_first_with_their_places(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", *OPTIONS, "--file", str(file)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"figures.yaml:17:10: gone: gone (404): {SITE}/gone",
        f"figures.yaml:22:10: moved: moved to {SITE}/new: {SITE}/moved",
        f"figures.yaml:38:10: shut: blocked (403): {SITE}/shut",
        f"figures.yaml:43:10: busy: blocked (429): {SITE}/busy",
        "7 articles: 2 there, 1 gone, 1 moved, 2 blocked, "
        "1 not asked yet, the next run goes on with them",
    ]


def test_the_next_run_goes_on_where_the_last_one_ended(file: Path, sites: Sites) -> None:
    main(["links", *OPTIONS, "--file", str(file)])
    sites.asked.clear()
    main(["links", *OPTIONS, "--file", str(file)])
    assert sites.asked == ["HEAD news.example/busy"]
    kept = file.with_name(".figures.yaml.links.jsonl")
    lines = kept.read_text().splitlines()
    assert json.loads(lines[0])["fate"] == "gone"
    kept.write_text("\n".join(["[]", '{"about": "page"', *lines[1:]]) + "\n")
    sites.asked.clear()
    main(["links", *OPTIONS, "--file", str(file)])
    assert sites.asked[:2] == ["HEAD news.example/gone", "GET news.example/gone"]
    sites.asked.clear()
    main(["links", *OPTIONS, "--days", "0", "--file", str(file)])
    assert "HEAD news.example/there" in sites.asked


def test_copies_are_offered_as_lines_and_written_only_where_that_is_asked_for(
    file: Path, sites: Sites, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_text()
    ask_archive = ["links", *OPTIONS, "--archive", f"{SITE}/archive", "--file", str(file)]
    main(ask_archive)
    said = capsys.readouterr().out.splitlines()
    copy = f"https://web.archive.org/web/20240503120000/{SITE}/there"
    assert f"+    archived: {copy}" in said
    assert said[-1] == "3 copies found; --write puts them into the file"
    assert file.read_text() == before
    assert sites.days == dict.fromkeys(
        ("/gone", "/moved", "/there", "/shut", "/busy", "/after-busy"), "20240501"
    )
    sites.asked.clear()
    assert main([*ask_archive, "--write"]) == 1
    assert [asked for asked in sites.asked if asked.endswith("/archive")] == []
    assert capsys.readouterr().out.splitlines()[-1] == f"{file}: saved, 3 copies found"
    assert {key: one.archived for key, one in load(file).articles.items() if one.archived} == {
        "there": copy,
        "kept": "https://archive.example/kept",
        "busy": copy.replace("/there", "/busy"),
        "after": copy.replace("/there", "/after-busy"),
    }
    main([*ask_archive, "--write"])
    assert capsys.readouterr().out.splitlines()[-1] == "0 copies found"


@pytest.mark.usefixtures("sites")
def test_an_archive_that_answers_something_else_offers_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["links", *OPTIONS, "--archive", f"{SITE}/there", "--file", str(file)])
    assert capsys.readouterr().out.splitlines()[-1] == "0 copies found"
