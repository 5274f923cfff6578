"""desertion new: from an address and some answers to a block in its place."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from commands.__main__ import main
from commands.new import Dialogue
from commands.questions import Ended
from editing.block import Edit, apply
from editing.draft import (
    Draft,
    cite,
    make_article_key,
    make_key,
    make_slug,
    make_unit_key,
    write_edits,
)
from editing.form import ask_article
from loaders.load import load, read_ledger
from loaders.values import Count
from tests.editing.small import HEAD, figure

SMALL = (HEAD + "figures:\n" + figure("a", "2023-05")).encode()
LEDGER = read_ledger(SMALL)

ARTICLE = """\

https://times.example/news?utm_source=x
Army: 500 left
Times

2024-05-02
en


"""
CLAIM = """\
hur
left_unit
army


500
more_than

2024-04

intelligence
headline
Agency; Wire



doubtful
So he said.

"""
OWN_CLAIM = ARTICLE + CLAIM
OWN_BLOCKS = """\
articles:
  times-2024-05-02:
    title: "Army: 500 left"
    outlet: Times
    published: 2024-05-02
    language: en
    url: https://times.example/news
figures:
  - id: hur-army-2024-04
    claimant: hur
    measure: left_unit
    unit: army
    count: 500
    bound: more_than
    during: 2024-04
    basis: intelligence
    status: doubtful
    citations:
      - {article: times-2024-05-02, locator: headline, via: [Agency, Wire]}
    note: So he said.
"""
RELAYED = """\
hur
left
russia


5
about

2023-05

estimate


a
yes
"""
RELAY = "\nhttps://www.post.example/\n" + RELAYED


def talk(answers: str) -> tuple[Draft, str]:
    """What the first claim comes to."""
    output = io.StringIO()
    dialogue = Dialogue(SMALL, "figures.yaml", io.StringIO(answers), output)
    ask_article(dialogue, dialogue.draft)
    return dialogue.ask_claim(), output.getvalue()


def talk_on(answers: str) -> tuple[list[Edit], str]:
    """What all claims come to."""
    output = io.StringIO()
    edits = Dialogue(SMALL, "figures.yaml", io.StringIO(answers), output).run()
    return edits, output.getvalue()


def new(file: Path, answers: str, monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    file.write_bytes(SMALL)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    return main(["new", *options, str(file)])


def test_answers_become_a_block_ready_to_paste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.yaml"
    assert new(file, OWN_CLAIM, monkeypatch) == 0
    assert capsys.readouterr().out.endswith(f"\n{OWN_BLOCKS}\n")
    assert file.read_bytes() == SMALL


def test_write_puts_the_block_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.yaml"
    assert new(file, OWN_CLAIM, monkeypatch, "--write") == 0
    assert capsys.readouterr().out.endswith(f"{file}: saved\n")
    assert list(load(file).figures) == ["a", "hur-army-2024-04"]
    assert list(load(file).articles) == ["post", "times-2024-05-02"]


def test_what_is_in_the_file_already_is_offered_and_the_article_added_there() -> None:
    answers = "\nhttps://times.example\n\nTimes\n\n\nen\n\n\n" + RELAYED
    relay, said = talk(answers)
    assert "Looks like a: HUR reported 5 people (left) for Russian forces in May 2023.\n" in said
    assert "Otherwise than in a: bound: about\n" in said
    after = apply(SMALL, relay.edits(SMALL))
    cited = "      - {article: times-undated, printed: {bound: about}}\n"
    assert figure("a", "2023-05") + cited in after.decode()
    assert read_ledger(after).printed_by["times-undated"] == ("a",)


def test_an_article_of_the_file_is_known_by_its_address() -> None:
    relay, said = talk(RELAY)
    assert "This article is in the file: post\n" in said
    printed = {"article": "post", "printed": {"bound": "about"}}
    assert (relay.citations, relay.articles) == ({"a": printed}, {})


def test_the_outlet_and_language_of_a_known_site_are_offered() -> None:
    draft, said = talk("\nhttps://post.example/other\n\n\n\n\n\n\n\n" + RELAYED)
    assert "Outlet [Post]: " in said
    assert draft.articles["post-undated"] == {
        "outlet": "Post",
        "language": "en",
        "url": "https://post.example/other",
    }


def test_a_wrong_answer_is_explained_and_asked_for_again() -> None:
    wrong = OWN_CLAIM.replace("500\nmore_than", "5,00\nx\n500\nmore_t")
    wrong = wrong.replace("hur\n", "hurr\nzzz\nh\n").replace("2024-04\n", "April 2024\n2024-04\n")
    draft, said = talk("\ntimes.example" + wrong)
    assert draft == talk(OWN_CLAIM)[0]
    for fault in (
        '  expected an address that starts with http:// or https://, found "times.example"\n',
        '  nothing like "hurr"; did you mean "hur"?\n',
        '  nothing like "zzz"\n',
        '  expected a whole number, found "x"\n',
        '  expected a date written 2024, 2024-01 or 2024-01-15, found "April 2024"\n',
    ):
        assert fault in said


def test_a_question_is_explained_and_what_may_be_answered_listed() -> None:
    asked = CLAIM.replace("hur\n", "?\n\nhur\n").replace("500\n", "?\n500\n")
    _, said = talk(ARTICLE + asked)
    assert "Claimant:   Key of who produced the number.\n" in said
    assert "  hur (HUR)\nClaimant:   this cannot be left empty\n" in said
    assert "Count: plain digits such as 18000, or a range such as 60-90.\n" in said
    assert "Count:   The number as stated, or a stated range.\n" in said
    assert "Bound (may be empty): " in said
    assert "Time [during]: " in said


def test_a_new_claimant_and_a_new_unit_are_asked_for() -> None:
    answers = OWN_CLAIM.replace("hur\n", "+\nBoyko, V.\nindividual\n\n\n")
    draft, _ = talk(answers.replace("army\n", "+\n8th Army\narmy\narmy\n\n"))
    assert draft.claimants == {"boyko-v": {"name": "Boyko, V.", "kind": "individual"}}
    assert draft.units == {"8-army": {"name": "8th Army", "parent": "army", "echelon": "army"}}
    assert read_ledger(apply(SMALL, draft.edits())).figures["boyko-v-8-army-2024-04"]


SECOND = """\
yes
+
Boyko, V.
individual


left
+
8th Brigade
+
8th Army
army
army

brigade



7


2024-05

estimate
paragraph 4

claimant
count

HUR
1,5
60-90
hur-army-2024-04



army-total

"""


def test_several_claims_of_one_article_are_taken_in_one_go() -> None:
    edits, said = talk_on(OWN_CLAIM + SECOND)
    assert 'expected a whole number, found "1,5"' in said
    ledger = read_ledger(apply(SMALL, edits))
    assert list(ledger.figures) == ["a", "hur-army-2024-04", "army-total"]
    assert list(ledger.articles) == ["post", "times-2024-05-02"]
    assert ledger.path("8-brigade") == ("russia", "army", "8-army", "8-brigade")
    figure = ledger.figures["army-total"]
    assert (figure.claimant, figure.unit, figure.part_of) == (
        *("boyko-v", "8-brigade", "hur-army-2024-04"),
    )
    (citation,) = figure.citations
    assert citation.locator == "paragraph 4"
    assert citation.printed is not None
    assert citation.printed.claimant == "HUR"
    assert citation.printed.count == Count(60, 90)


def test_what_several_claims_come_to_is_one_block_with_each_section_once() -> None:
    text = write_edits(talk_on(OWN_CLAIM + SECOND)[0])
    for section in ("claimants", "units", "articles", "figures"):
        assert text.count(f"{section}:\n") == 1


def test_a_claim_that_the_file_could_not_hold_is_told_and_asked_for_again() -> None:
    wrong = OWN_CLAIM.replace("doubtful\nSo he said.\n", "mistaken\n\n")
    edits, said = talk_on(wrong + CLAIM)
    assert "  This cannot be added; its questions come again:\n" in said
    assert [edit.section for edit in edits] == ["articles", "figures"]
    assert list(read_ledger(apply(SMALL, edits)).figures) == ["a", "hur-army-2024-04"]


def test_a_key_begins_as_the_file_has_it_for_that_outlet() -> None:
    articles = SMALL.replace(b"  post:", b"  the-p-2022-05-b:").replace(
        b": post}", b": the-p-2022-05-b}"
    )
    ledger = read_ledger(articles)
    assert make_article_key(ledger, "Post", "2022-05") == "the-p-2022-05"
    assert make_article_key(ledger, "The New Post (blog)", None) == "new-post-undated"
    assert make_article_key(ledger, "The", "2024") == "the-2024"


def test_answers_that_stop_early_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.yaml"
    assert new(file, OWN_CLAIM[:60], monkeypatch, "--write") == 1
    assert capsys.readouterr().out.endswith("\nno more answers; nothing was written\n")
    assert file.read_bytes() == SMALL
    with pytest.raises(Ended):
        talk("")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "    citations:\n    - article: post\n      locator: 'x'\n",
            "    citations:\n      - {article: post, locator: x}\n      - {article: new}\n",
        ),
        (
            "    citations: [{article: post}]\n",
            "    citations:\n      - {article: post}\n      - {article: new}\n",
        ),
        (
            "    citations:\n      - {article: post}\n    note: x\n",
            "    citations:\n      - {article: post}\n      - {article: new}\n    note: x\n",
        ),
    ],
)
def test_a_relay_is_added_behind_the_citations_in_the_one_written_form(
    before: str, after: str
) -> None:
    usual = "    citations:\n      - {article: post}\n"
    data = SMALL.decode().replace(usual, before).encode()
    edit = cite(data, "a", {"article": "new"})
    assert edit.text + "\n" == figure("a", "2023-05").replace(usual, after)


def test_a_relay_is_added_to_a_figure_in_braces() -> None:
    in_braces = "- {id: a, claimant: hur, measure: left_unit, unit: russia, count: 5, "
    in_braces += "during: 2023, basis: estimate, citations: [{article: post}]}\n"
    edit = cite((HEAD + "figures:\n" + in_braces).encode(), "a", {"article": "new"})
    cited = "      - {article: new}\n"
    assert edit.text.replace("\n", "\n  ") == (figure("a", "2023") + cited).strip()


def test_a_remark_inside_a_figure_stands_above_it_once_a_relay_is_added() -> None:
    usual = "    citations:\n      - {article: post}\n"
    typed = "    citations: [{article: post}]  # why\n"
    data = SMALL.decode().replace(usual, typed).encode()
    edit = cite(data, "a", {"article": "new"})
    assert edit.text + "\n" == "  # why\n" + figure("a", "2023-05") + "      - {article: new}\n"
    assert apply(data, [edit]).decode() == SMALL.decode().replace(
        figure("a", "2023-05"), edit.text + "\n"
    )


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("58th Combined Arms Army", "58-combined-arms-army"),
        ("423rd Guards Motor Rifle Regiment", "423-guards-motor-rifle-regiment"),
        ("1st Guards Tank Army", "1-guards-tank-army"),
        ("4th Military Base (South Ossetia)", "4-military-base"),
        ("Military unit 16871", "military-unit-16871"),
        ("Northern Fleet", "northern-fleet"),
    ],
)
def test_the_key_of_a_unit_is_made_as_those_of_the_file_are(name: str, key: str) -> None:
    assert make_unit_key({}, name) == key


def test_keys_are_made_of_plain_letters_and_never_taken_twice() -> None:
    assert make_slug("Le Monde (été)  2024") == "le-monde-ete-2024"
    assert make_key({"post", "post-b"}, "Post") == "post-c"
    assert make_key({}, "Громадське", "24") == "x-24"
    assert make_article_key(LEDGER, "Post", None) == "post-undated"
