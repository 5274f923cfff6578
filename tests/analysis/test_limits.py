"""The wording to copy and its limits: every sentence that can follow a claim, word for word."""

from __future__ import annotations

import pytest

from analysis.wording import safest_wording, say_covered, say_inferred, say_limits
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.sentences import has_open_start, join_names
from tests.analysis.ledgers import ledger_of, text_of

CLAIM = "a, count: 5, during: 2024"
CASES = "a, measure: cases_opened, offence: awol, count: 5, during: 2024"


def word(claim: str) -> str:
    ledger = ledger_of(claim)
    return safest_wording(ledger, ledger.figures["a"])


def limits(claim: str) -> list[str]:
    ledger = ledger_of(claim)
    return list(say_limits(ledger, ledger.figures["a"]))


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (
            CLAIM,
            "5 people (left their unit), Russian forces, in 2024, according to Mediazona, "
            "as reported by Post (1 January 2026); not independently verified.",
        ),
        (
            "a, count: 5, bound: more_than, as_of: 2024-04-29",
            "More than 5 people (left their unit), Russian forces, up to 29 April 2024 "
            "(the start of the count is not stated), according to Mediazona, "
            "as reported by Post (1 January 2026); not independently verified.",
        ),
        (
            "a, count: 5, during: 2027, basis: forecast",
            "5 people (left their unit), Russian forces, in 2027, expected by Mediazona, "
            "as reported by Post (1 January 2026); not independently verified.",
        ),
        (
            f"{CASES}, status: doubtful",
            "5 cases (opened, absence without leave), Russian forces, in 2024, "
            "according to Mediazona, as reported by Post (1 January 2026); "
            "marked doubtful in this file; not independently verified.",
        ),
        (
            "a, measure: help_requests, count: 1, during: 2024, unit: army-8, place: Kursk",
            "1 request (asked for help), 8th Army, Kursk, in 2024, according to Mediazona, "
            "as reported by Post (1 January 2026); not independently verified.",
        ),
    ],
)
def test_the_safest_wording_says_claimant_article_and_doubts(claim: str, words: str):
    assert word(claim) == words


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (CLAIM, []),
        (f"{CLAIM}, bound: about", ["a round number; how near it is to the count is not said"]),
        (f"{CLAIM}, bound: almost", ["an upper end, not the count"]),
        (f"{CLAIM}, bound: at_least", ["a lower end, not the count"]),
        (f"{CLAIM}, bound: more_than", ["a lower end, not the count"]),
        (f"{CLAIM}, bound: up_to", ["an upper end, not the count"]),
        (f"{CLAIM}, bound: less_than", ["an upper end, not the count"]),
        (CASES, ["criminal cases, not people", "absence without leave only"]),
        (f"{CLAIM}, measure: help_requests", ["requests, not people who left"]),
        (
            "a, measure: verdicts, offence: awol, count: 5, during: 2024",
            ["verdicts, not people who left", "absence without leave only"],
        ),
        (f"{CLAIM}, unit: army-8", ["8th Army only, not all Russian forces"]),
        (f"{CLAIM}, category: contract, place: Kursk", ["contract only", "Kursk only"]),
        (f"{CLAIM}, per: month", ["a pace, not a total"]),
        ("a, measure: absent, count: 5, as_of: 2024", ["a level on one date, not a total"]),
        (
            "a, count: 5, as_of: 2024, since: 2022",
            ["a running total, not a number for one month or year"],
        ),
        ("a, count: 5, as_of: 2024", ["the start of the count is not stated"]),
        (f"{CLAIM}, basis: forecast", ["expected, not counted"]),
        (f"{CLAIM}, claimant: hur", ["said by one side of the war about the other"]),
        (
            f"{CLAIM}, claimant: hur, unit: ukraine",
            ["said by one side of the war about its own forces"],
        ),
        (f"{CLAIM}, status: doubtful", ["marked doubtful in this file"]),
        (f"{CLAIM}, status: superseded", ["corrected since by its claimant"]),
        (f"{CLAIM}, status: withdrawn", ["taken back since by its claimant"]),
        (f"{CLAIM}, status: mistaken, note: x", ["entered in error in this file"]),
        (f"{CLAIM}, inferred: [during]", ["the time is worked out, not stated"]),
        (
            f"{CLAIM}, citations: [{{article: post}}], "
            "disputed_by: [{claimant: hur, article: times, note: Too low.}, "
            "{claimant: Somebody, article: times}]",
            ["disputed by HUR: Too low.", "disputed by Somebody"],
        ),
    ],
)
def test_each_limit_of_a_claim_is_said(claim: str, said: list[str]):
    assert limits(claim) == said


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("[during]", "the time is worked out, not stated"),
        ("[during, unit]", "the time and unit are worked out, not stated"),
        ("[count, per, unit]", "the number, rate and unit are worked out, not stated"),
    ],
)
def test_fields_worked_out_are_named_as_readers_call_them(fields: str, words: str):
    figure = ledger_of(f"{CLAIM}, per: day, inferred: {fields}").figures["a"]
    assert say_inferred(figure) == words


def test_names_are_joined_with_and_before_the_last():
    assert [join_names(names.split()) for names in ("A", "A B", "A B C")] == [
        "A",
        "A and B",
        "A, B and C",
    ]


def test_a_claim_is_covered_by_its_definitions_basis_and_note():
    figures = {
        "people": CLAIM,
        "cases": f"{CASES}, note: All regions.",
    }
    covered = {}
    for name, claim in figures.items():
        ledger = ledger_of(claim)
        covered[name] = say_covered(ledger, ledger.figures["a"])
    basis = ledger.figures["a"].basis.definition
    assert covered == {
        "people": ("People who left.", f"Counted how: {basis}."),
        "cases": ("Cases.", "Art. 337.", f"Counted how: {basis}.", "All regions."),
    }


@pytest.mark.parametrize(
    ("claim", "is_open"),
    [
        ("as_of: 2024", True),
        ("as_of: 2024, since: 2022", False),
        ("during: 2024", False),
        ("measure: absent, as_of: 2024", False),
    ],
)
def test_a_total_has_an_open_start_where_nobody_says_since_when(claim: str, is_open: bool):
    ledger: Ledger = ledger_of(f"a, count: 5, {claim}")
    assert has_open_start(ledger, ledger.figures["a"]) is is_open


@pytest.mark.parametrize(
    ("old", "new", "source"),
    [
        ("published: 2026-01-01, ", "", "according to Mediazona, as reported by Post"),
        ("outlet: Post", "outlet: Mediazona", "according to Mediazona (1 January 2026)"),
    ],
)
def test_a_date_not_known_and_a_claimants_own_article_are_left_out(old: str, new: str, source: str):
    ledger = read_ledger(text_of(CLAIM).replace(old, new).encode())
    words = safest_wording(ledger, ledger.figures["a"])
    assert words.endswith(f", in 2024, {source}; not independently verified.")


@pytest.mark.parametrize(
    ("side", "unit", "said"),
    [
        ("russia", "russia", ["said by one side of the war about its own forces"]),
        ("russia", "ukraine", ["said by one side of the war about the other"]),
        ("ukraine", "ukraine", ["said by one side of the war about its own forces"]),
        ("third", "ukraine", []),
    ],
)
def test_a_side_of_the_war_is_named_as_one(side: str, unit: str, said: list[str]):
    text = text_of(f"{CLAIM}, unit: {unit}").replace("kind: media", f"kind: media, side: {side}")
    ledger = read_ledger(text.encode())
    assert list(say_limits(ledger, ledger.figures["a"])) == said


def test_what_the_noun_has_said_is_not_said_again():
    text = text_of(CLAIM).replace("label: Left their unit", "label: People")
    ledger = read_ledger(text.encode())
    words = safest_wording(ledger, ledger.figures["a"])
    assert words.startswith("5 people, Russian forces, in 2024, according to")
