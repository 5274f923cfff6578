"""What the page of a figure says of it, in the dashboard and on the static site alike."""

from __future__ import annotations

import pytest

from analysis.facts import (
    LANGUAGES,
    Cited,
    list_calculations,
    list_cited,
    list_facts,
    say_open_question,
    say_status,
    say_title,
)
from loaders.load import read_ledger
from tests.analysis.ledgers import REAL, ledger_of, text_of

BARE = """\
  bare: {outlet: Bare, url: "https://bare.example", language: en, repost_of: Post,
    archived: "https://kept.example"}
"""
MORE = "claimant: hur, count: 18000, bound: more_than, as_of: 2024-04-29"


def test_the_title_is_the_number_with_its_bound_and_what_it_counts() -> None:
    ledger = ledger_of(f"a, {MORE}")
    assert say_title(ledger, ledger.figures["a"]) == "More than 18,000 people"


def test_the_facts_are_those_that_the_figure_has_each_with_the_definition_of_its_word() -> None:
    ledger = ledger_of(f"a, {MORE}", "b, measure: verdicts, offence: awol, count: 5, during: 2024")
    assert list_facts(ledger, ledger.figures["a"]) == {
        "What is counted": "Left their unit. People who left.",
        "For whom": "Russian forces",
        "When": "Up to 29 April 2024. The claim does not say since when.",
        "Stated as": "More than: more than the number stated",
        "Counted how": "Estimate: derived or judged by the claimant, not counted",
    }
    found = list_facts(ledger, ledger.figures["b"])
    assert found["Offence"] == "Absence without leave. Art. 337."
    assert found["When"] == "In 2024."


TENFOLD = (
    "old, measure: help_requests, count: 28, during: 2023-01",
    "new, measure: help_requests, count: 284, during: 2024-01, asserts: "
    "[{times: 10, of: old, article: post}, {times: 10, of: old, article: times}, "
    "{times: 3, of: old, article: blatt}]",
)


@pytest.mark.parametrize("id", ["old", "new"])
def test_what_articles_calculate_is_told_once_with_all_that_state_it(id: str) -> None:
    ledger = ledger_of(*TENFOLD, "b, count: 5, during: 2024")
    both = "Asked for help, Russian forces, in January 2024 and in January 2023; requests, not "
    assert [(one.verdict, one.words) for one in list_calculations(ledger, ledger.figures[id])] == [
        (
            "consistent",
            f"10 times: 284 / 28 = 10.14, it bears out. {both}people who left. "
            "Stated by Post and Times.",
        ),
        (
            "inconsistent",
            f"3 times: 284 / 28 = 10.14, it does not bear out. {both}people who left. "
            "Stated by Blatt.",
        ),
    ]
    assert len(list_calculations(ledger)) == 2
    assert list_calculations(ledger, ledger.figures["b"]) == []


@pytest.mark.parametrize(
    ("figure", "question"),
    [
        ("count: 5, during: 2024", ""),
        (
            "count: 5, as_of: 2024",
            "Since when? The start of the count is not stated, so it stands for no month or year.",
        ),
        (
            "count: 5, bound: at_least, during: 2024",
            "How many exactly? Only a lower end is stated.",
        ),
        (
            "count: 5, during: 2023",
            "Who is nearest? 1 other claimant gives another number for the same time.",
        ),
        (
            "count: 5, as_of: 2024, disputed_by: [{claimant: hur, article: post}]",
            "Is it right? HUR disputes it.",
        ),
    ],
)
def test_the_gravest_open_question_of_a_figure_is_asked_first(figure: str, question: str) -> None:
    ledger = ledger_of(f"a, {figure}", "b, claimant: hur, count: 9, during: 2023")
    assert say_open_question(ledger, ledger.figures["a"]) == question


def test_a_level_or_a_total_since_a_day_is_not_said_to_lack_a_start() -> None:
    ledger = ledger_of(
        "a, count: 5, as_of: 2024-04-29, since: 2022-02-24",
        "b, measure: absent, count: 5, as_of: 2024-04-29",
    )
    for figure in ledger.figures.values():
        assert "since when" not in list_facts(ledger, figure)["When"]


def test_only_a_status_that_is_not_current_is_said() -> None:
    ledger = ledger_of(
        "a, count: 5, during: 2024", "b, status: withdrawn, count: 5, during: 2024-05"
    )
    assert say_status(ledger.figures["a"]) == ""
    assert say_status(ledger.figures["b"]) == "Withdrawn: taken back by its claimant."


def test_articles_come_in_the_order_of_the_file_with_what_each_printed_otherwise() -> None:
    text = text_of(
        "a, count: 684, during: 2024, citations: [{article: blatt, locator: p. 3, via: [Times]}, "
        "{article: bare, printed: {count: 64}}]"
    )
    ledger = read_ledger(text.replace("figures:\n", f"{BARE}figures:\n").encode())
    assert list_cited(ledger, ledger.figures["a"]) == [
        Cited("C", "https://b.example", "de", "Blatt, 3 January 2026, in German, p. 3, via Times"),
        Cited(
            "Bare",
            "https://bare.example",
            "",
            "undated, in English, a repost of Post",
            ("684 → 64",),
            "https://kept.example",
        ),
    ]


def test_every_language_of_the_data_has_a_name() -> None:
    assert {article.language for article in REAL.articles.values()} <= set(LANGUAGES)
