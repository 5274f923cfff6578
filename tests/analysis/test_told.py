"""What the page of a figure tells: calculations, the question to ask, and the facts one by one."""

from __future__ import annotations

import pytest

from analysis.facts import list_calculations, list_facts, say_open_question
from tests.analysis.ledgers import ledger_of


def twice(*others: str) -> str:
    return "asserts: [" + ", ".join(f"{{times: 2, of: {id}, article: post}}" for id in others) + "]"


def test_a_calculation_with_another_figure_is_another_calculation():
    ledger = ledger_of(
        f"a, count: 10, during: 2024, {twice('c', 'd')}",
        f"b, count: 10, during: 2023, {twice('c')}",
        "c, count: 5, during: 2022",
        "d, count: 5, during: 2021",
    )

    def pairs(of: str | None = None) -> list[tuple[str, str]]:
        figure = ledger.figures[of] if of else None
        return [(one.figure.id, one.other.id) for one in list_calculations(ledger, figure)]

    assert pairs() == [("a", "c"), ("a", "d"), ("b", "c")]
    assert (pairs("c"), pairs("b")) == ([("a", "c"), ("b", "c")], [("b", "c")])


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (
            "during: 2023",
            "2 times: 10 / 5 = 2.00, it bears out. "
            "Left their unit, Russian forces, in 2024 and in 2023. Stated by Post.",
        ),
        (
            "during: 2023, unit: ukraine",
            "2 times: 10 / 5 = 2.00, it bears out. Left their unit, Russian forces, in 2024 and "
            "left their unit, Ukrainian forces, in 2023. Stated by Post.",
        ),
    ],
)
def test_a_calculation_names_both_sides_as_far_as_they_differ(other: str, words: str):
    ledger = ledger_of(f"a, count: 10, during: 2024, {twice('b')}", f"b, count: 5, {other}")
    assert [one.words for one in list_calculations(ledger)] == [words]


def test_what_is_no_count_of_people_is_said_to_be_none():
    scope = "measure: verdicts, offence: awol"
    ledger = ledger_of(
        f"a, {scope}, count: 10, during: 2024, {twice('b')}", f"b, {scope}, count: 5, during: 2023"
    )
    (found,) = list_calculations(ledger)
    assert "in 2024 and in 2023; verdicts, not people who left. Stated" in found.words


@pytest.mark.parametrize(
    ("rivals", "said"),
    [
        ([], ""),
        (["b, claimant: hur, count: 6, during: 2024-01/2024-11"], ""),
        (
            ["b, claimant: hur, count: 6, during: 2024"],
            "Who is nearest? 1 other claimant gives another number for the same time.",
        ),
        (
            [
                "b, claimant: hur, count: 6, during: 2024",
                "c, claimant: agora, count: 7, during: 2024",
            ],
            "Who is nearest? 2 other claims give another number for the same time.",
        ),
    ],
)
def test_other_numbers_for_the_same_time_are_a_question(rivals: list[str], said: str):
    ledger = ledger_of("a, count: 5, during: 2024", *rivals)
    assert say_open_question(ledger, ledger.figures["a"]) == said


def test_only_facts_that_there_are_are_listed():
    ledger = ledger_of(
        "a, count: 5, during: 2024",
        "b, measure: verdicts, offence: awol, count: 5, as_of: 2024, note: A remark.",
    )
    plain, full = (list_facts(ledger, ledger.figures[id]) for id in "ab")
    names = ["What is counted", "For whom", "When", "Stated as", "Counted how"]
    assert list(plain) == names
    assert list(full) == [names[0], "Offence", *names[1:], "Note"]
    assert (full["Offence"], full["Note"]) == ("Absence without leave. Art. 337.", "A remark.")
    assert (plain["When"], full["When"]) == (
        "In 2024.",
        "Up to 2024. The claim does not say since when.",
    )
