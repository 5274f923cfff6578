"""Several edits at once, in any order, and new records where the file is typed unusually."""

from __future__ import annotations

from itertools import permutations

import pytest

from editing.block import IN_BRACKETS, ONE_RECORD, Edit, apply, find_block, name_of
from loaders.load import read_ledger
from loaders.problems import Refused
from tests.editing.small import HEAD, figure

SMALL = (
    HEAD + "figures:\n" + figure("a", "2022") + figure("b", "2023") + figure("c", "2024")
).encode()


def change(id: str, during: str, more: str = "") -> Edit:
    return Edit("figures", figure(id, during, more), key=id)


def refusal(data: bytes, *edits: Edit) -> str:
    with pytest.raises(Refused) as refused:
        apply(data, edits)
    return str(refused.value)


@pytest.mark.parametrize("id", ["a", "b", "c"])
def test_a_block_ends_where_the_next_begins(id: str):
    during = {"a": "2022", "b": "2023", "c": "2024"}[id]
    assert find_block(SMALL, "figures", id) + "\n" == figure(id, during)


def test_no_edits_leave_the_file_as_it_is():
    assert apply(SMALL, []) == SMALL


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_figures_are_replaced_together_in_any_order(order: tuple[str, ...]):
    more = {"a": "    note: one\n", "b": "", "c": "    note: two\n    place: Kursk\n"}
    after = apply(SMALL, [change(id, "2025", more[id]) for id in order])
    figures = "".join(figure(id, "2025", more[id]) for id in "abc")
    assert after == (HEAD + "figures:\n" + figures).encode()


def test_of_two_texts_for_one_record_the_last_stays():
    after = apply(SMALL, [change("a", "2025", "    note: x\n"), change("a", "2021")])
    assert after == SMALL.replace(b"during: 2022", b"during: 2021")


def test_comments_inside_the_new_texts_come_and_go_with_them():
    text = SMALL.decode().replace("  - id: b", "  # about b\n  - id: b") + "# the end\n"
    more = "    # a remark\n    note: x\n    # another\n"
    once = apply(text.encode(), [change("c", "2024", more), change("a", "2022", more)])
    first, last = figure("a", "2022"), figure("c", "2024")
    grown = text.replace(first, first + more).replace(last, last + more)
    assert once.decode() == grown
    assert apply(once, [change("a", "2022"), change("c", "2024")]).decode() == text


def test_records_of_two_sections_are_replaced_in_turn():
    claimant = "  hur: {name: GUR, kind: state_body}"
    edits = [change("a", "2025"), Edit("claimants", claimant, key="hur"), change("b", "2025")]
    ledger = read_ledger(apply(SMALL, edits))
    assert ledger.claimants["hur"].name == "GUR"
    assert [str(one.during) for one in ledger.figures.values()] == ["2025", "2025", "2024"]


def test_a_record_is_added_and_then_replaced():
    edits = [Edit("figures", figure("d", "2025")), change("d", "2026"), change("a", "2021")]
    ledger = read_ledger(apply(SMALL, edits))
    assert {id: str(one.during) for id, one in ledger.figures.items()} == {
        "a": "2021",
        "b": "2023",
        "c": "2024",
        "d": "2026",
    }


def test_two_records_are_added_before_and_after_a_replacement():
    edits = [
        Edit("figures", figure("d", "2025")),
        Edit("figures", figure("e", "2026")),
        change("e", "2027"),
        Edit("figures", figure("f", "2028")),
    ]
    assert list(read_ledger(apply(SMALL, edits)).figures) == ["a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize("typed", ["- {date: 2024, label: y}", "  - {date: 2024, label: y}"])
def test_a_first_record_is_brought_to_its_column(typed: str):
    after = apply(SMALL + b"events: []\n", [Edit("events", typed)])
    assert after == SMALL + b"events:\n  - {date: 2024, label: y}\n"


def test_empty_brackets_below_their_section_are_refused():
    new = Edit("events", "- {date: 2024, label: y}")
    said = refusal(SMALL + b"events:\n  []\n", new)
    assert said == f"figures.yaml:48:1: error: {IN_BRACKETS}"


def test_a_new_record_keeps_the_blank_line_above_its_neighbour_where_it_is():
    text = HEAD + "figures:\n" + figure("a", "2022") + "\n" + figure("c", "2024", unit="ukraine")
    new = figure("x", "2020", unit="ukraine")
    after = apply(text.encode(), [Edit("figures", new)]).decode()
    assert after == text.replace("\n\n  - id: c", f"\n\n{new}  - id: c")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_mark_and_the_line_ends_of_a_file_stay(mark: str, end: str):
    data = (mark + SMALL.decode().replace("\n", end)).encode()
    after = apply(data, [change("a", "2025", "    note: x\n")])
    text = SMALL.decode().replace(figure("a", "2022"), figure("a", "2025", "    note: x\n"))
    assert after == (mark + text.replace("\n", end)).encode()


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("figures", "  new: {id: new}"),
        ("articles", "  - {outlet: x}"),
        ("articles", "  x: {outlet: x}\n  y: {outlet: y}"),
        ("events", "- {date: 2024, label: x}\n- {date: 2024, label: y}"),
    ],
)
def test_what_is_not_one_record_of_its_section_is_no_new_record(section: str, text: str):
    data = SMALL + b"events: []\n"
    assert refusal(data, Edit(section, text)) == f"new text:1:1: error: {ONE_RECORD}"


@pytest.mark.parametrize(
    ("text", "line"),
    [("  - {id: c, note: [\n", 2), ('  - {id: c, note: "x\n', 1), ("  - id: c\n    note: }\n", 2)],
)
def test_a_fault_in_new_text_is_told_at_its_line_of_that_text(text: str, line: int):
    assert refusal(SMALL, Edit("figures", text)).startswith(f"new text:{line}:")


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (Edit("figures", figure("d", "2025")), "d"),
        (Edit("figures", figure("d", "2025"), key="c"), "c"),
        (Edit("articles", "  new: {outlet: x}"), "new"),
        (Edit("events", "- {date: 2024, label: x}"), "event"),
        (Edit("gaps", "- {claimant: hur}"), "gap"),
        (Edit("figures", "- x"), "1"),
    ],
)
def test_an_edit_is_named_by_the_record_it_is_about(edit: Edit, name: str):
    assert name_of(edit) == name
