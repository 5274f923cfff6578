"""What edits would come to, without the file: the same as saving them, and the lines of faults."""

from __future__ import annotations

import pytest

from editing.block import Edit, apply
from editing.draft import Draft, Fields
from editing.trial import Trial, try_all
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Refused
from tests.editing.small import HEAD, figure

SMALL = (HEAD + "figures:\n" + figure("a", "2023") + figure("b", "2024")).encode()


@pytest.fixture
def ledger() -> Ledger:
    return read_ledger(SMALL)


def told(trial: Trial) -> list[tuple[int, str]]:
    return [(trial.line_of(problem), problem.message) for problem in trial.errors]


@pytest.mark.parametrize(
    "edit",
    [
        Edit("figures", figure("c", "2025", more="    note: new\n")),
        Edit("figures", figure("b", "2025"), key="b"),
        Edit("figures", figure("c", "2024"), key="b"),
        Edit("units", "  wing: {name: Wing, parent: army}"),
        Edit("units", "  army: {name: Other army, parent: ukraine}", key="army"),
        Edit("articles", "  more:\n    outlet: X\n    language: en\n    url: https://x.example"),
    ],
)
def test_a_trial_has_the_records_that_saving_would_give(ledger: Ledger, edit: Edit) -> None:
    trial = try_all(SMALL, ledger).make([edit])
    saved = read_ledger(apply(SMALL, [edit]))
    assert trial.ledger is not None
    for section in ("figures", "units", "articles", "claimants"):
        assert dict(getattr(trial.ledger, section)) == dict(getattr(saved, section))
    assert {one.message for one in trial.ledger.warnings} == {one.message for one in saved.warnings}
    assert str(ledger.figures["b"].during) == "2024"
    assert set(ledger.figures) == {"a", "b"}


def test_several_records_are_one_text_and_may_name_each_other(ledger: Ledger) -> None:
    unit = Edit("units", "  wing: {name: Wing, parent: army}")
    trial = try_all(SMALL, ledger).make([unit, Edit("figures", figure("c", "2025", unit="wing"))])
    assert trial.text.startswith(
        "units:\n  wing: {name: Wing, parent: army}\nfigures:\n  - id: c\n"
    )
    assert trial.records == {"wing", "c"}
    assert trial.figures == ("c",)


def test_a_claim_that_waits_can_be_relayed_and_changed_before_it_is_saved(ledger: Ledger) -> None:
    fields: Fields = {"id": "c", "claimant": "hur", "measure": "left_unit", "unit": "army"}
    fields |= {"count": "7", "during": "2025", "basis": "estimate"}
    fields["citations"] = [{"article": "post"}]
    waiting = try_all(SMALL, ledger).take(Draft("post", figures=[fields]))
    article = {"outlet": "X", "language": "en", "url": "https://x.example"}
    relay = Draft("x", articles={"x": article}, citations={"c": {"article": "x"}})
    tried = waiting.take(relay)
    assert tried.text.count("id: c") == 1
    assert tried.ledger is not None
    assert [one.article for one in tried.ledger.figures["c"].citations] == ["post", "x"]
    assert tried.figures == ("c",)
    assert dict(read_ledger(tried.data).figures) == dict(tried.ledger.figures)
    assert [one.proposals for one in (waiting, tried)] == [tried.proposals[:1], tried.proposals]


def test_a_fault_is_on_its_line_of_the_new_text(ledger: Ledger) -> None:
    text = figure("b", "2025", unit="navy").replace("count: 5", "count: 5,000")
    trial = try_all(SMALL, ledger).make([Edit("figures", text, key="b")])
    assert trial.ledger is None
    assert trial.figures == ()
    assert told(trial) == [
        (5, 'unknown unit "navy"'),
        (6, 'expected a whole number, found "5,000"; write 5000'),
    ]


def test_a_fault_of_another_record_has_no_line_of_the_new_text() -> None:
    data = SMALL + b"    part_of: a\n"
    trial = try_all(data, read_ledger(data)).make([Edit("figures", figure("z", "2023"), key="a")])
    assert told(trial) == [
        (0, 'unknown figure "a"; if it was deleted, put it back with status: mistaken')
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no value here; write one, or delete the line"),
        (figure("b", "2024") + figure("c", "2024"), 1, "the text must hold this one record"),
        (figure("b", "2024") + "gaps: []", 1, "the text must hold this one record"),
        ("  b: {count: 5}", 1, "the text must hold this one record"),
        ("  - id: b\n    count 5", 3, "expected `key: value`"),
    ],
)
def test_what_is_not_one_record_is_refused(
    ledger: Ledger, text: str, line: int, message: str
) -> None:
    trial = try_all(SMALL, ledger).make([Edit("figures", text, key="b")])
    assert trial.ledger is None
    ((found, said),) = told(trial)
    assert (found, said[: len(message)]) == (line, message)
    with pytest.raises(Refused):
        read_ledger(apply(SMALL, [Edit("figures", text, key="b")]))
