"""What a pasted article adds to the file, and the command that says it."""

from __future__ import annotations

import json

import pytest

from analysis.reading.article import read_article
from commands.__main__ import main
from editing.article_draft import draft_article, guess_language
from loaders.tracking import strip_tracking
from tests.analysis.ledgers import ledger_of, text_of

FIGURES = ("a, count: 500, during: 2024-01", "b, claimant: hur, count: 40, during: 2024-02")
TEXT = """\
As many as 500 soldiers deserted in January 2024, Mediazona said.

HUR counted about 77 deserters by 3 May 2024. Then 12 more men fled.
"""


def test_an_article_is_written_once_with_its_citations_and_new_figures():
    ledger = ledger_of(*FIGURES)
    reading = read_article(ledger, TEXT)
    draft = draft_article(
        ledger, reading, TEXT, "https://n.example/x?utm_source=f&id=5", "New Voice", "2024-05-04"
    )
    assert (
        draft.text()
        == """\
articles:
  new-voice-2024-05-04:
    outlet: New Voice
    published: 2024-05-04
    language: en
    url: https://n.example/x?id=5
citations:  # each is a line below `citations` of its figure
  a:
    - {article: new-voice-2024-05-04, locator: paragraph 1, printed: {bound: up_to}}
figures:
  - id: hur-to-be-named-2024-05
    claimant: hur
    measure: left_unit
    unit: to-be-named
    count: 77
    bound: about
    as_of: 2024-05-03
    basis: to_be_named
    citations:
      - {article: new-voice-2024-05-04, locator: paragraph 2}
    note: "Drafted from the text: check every field."
  - id: to-be-named-to-be-named-2024-05
    claimant: to-be-named
    measure: left_unit
    unit: to-be-named
    count: 12
    as_of: 2024-05-04
    basis: to_be_named
    citations:
      - {article: new-voice-2024-05-04, locator: paragraph 2}
    note: "Drafted from the text: check every field."
"""
    )


def test_a_draft_is_edits_of_the_file_too():
    ledger, text = ledger_of(*FIGURES), "As many as 500 soldiers deserted in January 2024."
    draft = draft_article(ledger, read_article(ledger, text), text, "https://n.example/x", "News")
    edits = list(draft.edits(text_of(*FIGURES).encode()))
    assert [(edit.section, edit.key) for edit in edits] == [("articles", None), ("figures", "a")]
    assert "printed: {bound: up_to}" in edits[1].text


def test_an_article_of_the_file_keeps_its_key():
    ledger = ledger_of(*FIGURES)
    draft = draft_article(ledger, read_article(ledger, TEXT), TEXT, "https://t.example", "Times")
    assert (draft.article, draft.fields) == ("times", {})


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/b?utm_source=x&id=5&fbclid=1#top", "https://a.example/b?id=5"),
        ("https://a.example/b?id=5%20x", "https://a.example/b?id=5%20x"),
        (" https://a.example/b ", "https://a.example/b"),
        ("https://a.example/?a=1+2&b=&c", "https://a.example/?a=1+2&b=&c"),
        ("https://a.example/?REF=x#!/news/5", "https://a.example/#!/news/5"),
    ],
)
def test_only_what_tracks_a_reader_is_taken_off_an_address(url, expected):
    assert strip_tracking(url) == expected


@pytest.mark.parametrize(
    ("text", "language"), [("Він пішов", "uk"), ("Он ушёл", "ru"), ("He left", "en")]
)
def test_a_language_is_known_by_its_letters(text, language):
    assert guess_language(text) == language


@pytest.fixture
def data(tmp_path):
    (tmp_path / "figures.yaml").write_text(text_of(*FIGURES))
    (tmp_path / "article.txt").write_text(TEXT)
    return ["--file", str(tmp_path / "figures.yaml"), str(tmp_path / "article.txt")]


def test_the_command_prints_lines(data, capsys):
    assert main(["read", *data]) == 0
    assert capsys.readouterr().out.startswith(
        "3 numbers: 1 known claim, 1 of them changed, 2 not in the data\n"
    )


def test_the_command_prints_json(data, capsys):
    assert main(["read", "--json", *data]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["summary"] == "3 numbers: 1 known claim, 1 of them changed, 2 not in the data"
    assert [one["text"] for one in found["findings"]] == ["As many as 500", "about 77", "12"]


def test_a_draft_needs_an_address_and_an_outlet(data, capsys):
    assert main(["read", "--draft", *data]) == 2
    assert capsys.readouterr().err == "--draft needs --url\n"


def test_a_text_that_is_not_utf_8_is_refused(data, tmp_path, capsys):
    (tmp_path / "article.txt").write_bytes("Він".encode("cp1251"))
    assert main(["read", *data]) == 2
    assert capsys.readouterr().err == "expected a text in UTF-8\n"
