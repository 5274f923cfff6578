"""What a pasted article adds to the file, and the command that says it."""

from __future__ import annotations

import json
import re

import pytest

from commands.__main__ import main
from editing.article_draft import ONE_CITATION, PastedDraft, draft_article, guess_language
from editing.block import IN_BRACKETS
from editing.save import preview
from editing.trial import try_edits
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.records import Printed
from loaders.tracking import strip_tracking
from loaders.words import Bound
from reading.article import read_article
from tests.analysis.ledgers import ledger_of, text_of

FIGURES = ("a, count: 500, during: 2024-01", "b, claimant: hur, count: 40, during: 2024-02")
DATA = text_of(*FIGURES).encode()
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
figures:  # drafted from the text: check every field
  - id: hur-to_be_named-2024-05
    claimant: hur
    measure: left_unit
    unit: to-be-named
    count: 77
    bound: about
    as_of: 2024-05-03
    basis: to_be_named
    citations:
      - {article: new-voice-2024-05-04, locator: paragraph 2}
  - id: to_be_named-to_be_named-2024-05
    claimant: to-be-named
    measure: left_unit
    unit: to-be-named
    count: 12
    as_of: 2024-05-04
    basis: to_be_named
    citations:
      - {article: new-voice-2024-05-04, locator: paragraph 2}
"""
    )


def draft(text: str) -> str:
    """The block of a text."""
    ledger = ledger_of(*FIGURES)
    reading = read_article(ledger, text)
    return draft_article(ledger, reading, text, "https://n.example/x", "News", "2024-05").text()


def test_what_the_text_leaves_open_is_refused_until_it_is_named():
    trial = try_edits(ledger_of(*FIGURES), PastedDraft(draft(TEXT)).edits(DATA))
    assert trial.ledger is None
    assert [one.field for one in trial.errors] == [
        *("id", "unit", "basis"),
        *("id", "claimant", "unit", "basis"),
    ]
    assert all(re.search("to.be.named", one.message) for one in trial.errors)


def test_a_block_that_was_corrected_is_saved_with_its_article_citations_and_figures():
    block = draft(TEXT).partition("  - id: to_be_named")[0]
    block = block.replace("hur-to_be_named", "hur-army").replace("to-be-named", "russia")
    edits = PastedDraft(block.replace("to_be_named", "estimate")).edits(DATA)
    after = read_ledger(preview(DATA, edits))
    assert after.printed_by["news-2024-05"] == ("a", "hur-army-2024-05")
    assert after.figures["a"].citations[-1].printed == Printed(bound=Bound.UP_TO)


def test_a_block_may_hold_records_of_any_section_in_any_column_and_order():
    block = """\
figures:
- {id: c, claimant: ada, measure: left_unit, unit: russia, count: 7, during: 2024-03, \
basis: estimate, citations: [{article: times}]}
claimants:
      ada: {name: Ada, kind: individual}
"""
    after = read_ledger(preview(DATA, PastedDraft(block).edits(DATA)))
    assert after.claimants["ada"].name == "Ada"
    assert after.figures["c"].claimant == "ada"


@pytest.mark.parametrize(
    ("block", "line", "message"),
    [
        ("\nfigure: []", 2, 'unknown section "figure"; did you mean "figures"?'),
        ("figures: x", 1, 'expected records below "figures:"'),
        ("citations:\n  zz:\n    - {article: times}", 2, 'unknown figure "zz"'),
        ("citations:\n  a: {article: times}", 2, ONE_CITATION),
        ("citations:\n  a: []", 2, ONE_CITATION),
        ("figures: [{id: c}]", 1, IN_BRACKETS),
    ],
)
def test_a_block_that_is_none_is_refused_on_its_line(block, line, message):
    with pytest.raises(Refused) as refused:
        PastedDraft(block).edits(DATA)
    (problem,) = refused.value.problems
    assert (problem.place.line, problem.message) == (line, message)


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


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("\n\n {0}.\n\n{0}.\n\n\n{0}.", [1, 2, 3]),
        ("{0}.\n{0}.\n\n{0}.\n", [1, 1, 2]),
        ("{0}.\n{0}.\n", [1, 2]),
    ],
)
def test_a_number_is_placed_by_its_paragraph(text, places):
    block = draft(text.format("In 2022, 7,777 men fled"))
    assert [int(one) for one in re.findall(r"locator: paragraph (\d)", block)] == places


def test_a_text_of_one_line_needs_no_place():
    assert "locator" not in draft(" In 2022, 7,777 men fled.\n")


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
