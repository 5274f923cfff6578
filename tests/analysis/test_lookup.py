"""A number or words in hand, the claims behind them, and the wording that is safest to copy."""

from __future__ import annotations

import pytest

from analysis.lookup import look_up
from analysis.wording import safest_wording, say_covered, say_limits
from loaders.load import read_ledger
from tests.analysis.ledgers import REAL, ledger_of, text_of


def wording(figure: str) -> str:
    ledger = ledger_of(f"a, {figure}")
    return safest_wording(ledger, ledger.figures["a"])


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            "claimant: hur, unit: district, count: 18000, bound: more_than, as_of: 2024-04-29",
            "More than 18,000 people (left their unit), Southern District, up to 29 April 2024 "
            "(the start of the count is not stated), according to HUR, "
            "as reported by Post (1 January 2026); not independently verified.",
        ),
        (
            "measure: verdicts, offence: awol, count: 684, during: 2024-03",
            "684 verdicts (absence without leave), Russian forces, in March 2024, "
            "according to Mediazona, as reported by Post (1 January 2026); "
            "not independently verified.",
        ),
        (
            "count: 70000, during: 2025, basis: forecast, status: doubtful",
            "70,000 people (left their unit), Russian forces, in 2025, expected by Mediazona, "
            "as reported by Post (1 January 2026); marked doubtful in this file; "
            "not independently verified.",
        ),
        (
            "count: 5, during: 2025, citations: [{article: post, printed: {count: 9}}, "
            "{article: times, via: [Post]}, {article: blatt}]",
            "5 people (left their unit), Russian forces, in 2025, according to Mediazona, "
            "as reported by Times (2 January 2026); not independently verified.",
        ),
    ],
)
def test_the_safest_wording_says_what_is_claimed_by_whom_and_where_it_stands(figure, words):
    assert wording(figure) == words


@pytest.mark.parametrize(
    ("figure", "limits"),
    [
        ("count: 5, during: 2024", ()),
        ("count: 5, bound: at_least, during: 2024", ("a lower end, not the count",)),
        (
            "measure: verdicts, offence: awol, count: 5, during: 2024",
            ("verdicts, not people who left", "absence without leave only"),
        ),
        (
            "unit: army-8, category: mobilised, place: Kursk, count: 5, during: 2024",
            ("8th Army only, not all Russian forces", "mobilised only", "Kursk only"),
        ),
        ("count: 5, as_of: 2024", ("the start of the count is not stated",)),
        (
            "count: 5, as_of: 2024, since: 2022",
            ("a running total, not a number for one month or year",),
        ),
        ("measure: absent, count: 5, as_of: 2024", ("a level on one date, not a total",)),
        ("count: 5, during: 2024, per: day", ("a pace, not a total",)),
        ("count: 5, during: 2024, basis: forecast", ("expected, not counted",)),
        (
            "claimant: hur, count: 5, during: 2024",
            ("said by one side of the war about the other",),
        ),
        (
            "claimant: hur, unit: ukraine, count: 5, during: 2024, status: withdrawn",
            (
                "said by one side of the war about its own forces",
                "taken back since by its claimant",
            ),
        ),
        (
            "count: 5, during: 2024, disputed_by: [{claimant: hur, article: post, note: Denied.}]",
            ("disputed by HUR: Denied.",),
        ),
    ],
)
def test_what_a_figure_does_not_cover_is_said(figure, limits):
    ledger = ledger_of(f"a, {figure}")
    assert say_limits(ledger, ledger.figures["a"]) == limits


def test_what_a_figure_covers_is_its_definitions_and_its_note():
    ledger = ledger_of(
        "a, measure: verdicts, offence: awol, count: 5, during: 2024, note: By court."
    )
    assert say_covered(ledger, ledger.figures["a"]) == (
        "Verdicts.",
        "Art. 337.",
        "Counted how: derived or judged by the claimant, not counted.",
        "By court.",
    )


FIGURES = (
    "a, count: 1000, during: 2023",
    "b, claimant: hur, count: 1040, during: 2023",
    "c, count: 1060, during: 2024",
    "d, count: {low: 900, high: 1100}, during: 2022",
    "e, count: 64, during: 2021, citations: [{article: blatt, printed: {count: 1000}}]",
)


def test_claims_with_the_number_come_before_those_near_it():
    found = look_up(ledger_of(*FIGURES), 1000)
    assert [(one.figure.id, one.exact) for one in found.claims] == [
        ("a", True),
        ("b", False),
        ("d", False),
    ]


def test_an_article_that_printed_the_number_for_another_claim_is_named():
    (found,) = look_up(ledger_of(*FIGURES), 1000).misprints
    assert (found.figure.id, found.exact) == ("e", True)
    assert found.relay.words == "Blatt, 3 January 2026, de: 64 → 1,000"


def test_a_claim_comes_with_its_rivals_and_what_relays_made_of_it():
    claim = look_up(ledger_of(*FIGURES), 1000).claims[0]
    assert [rival.figure.id for rival in claim.rivals] == ["b"]
    assert (claim.first.key, claim.articles) == ("post", "1 article, 1 origin: Mediazona")
    misprinted = look_up(ledger_of(*FIGURES), 64).claims[0]
    assert [relay.words for relay in misprinted.relays] == ["Blatt, 3 January 2026, de: 64 → 1,000"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("hur", ["b"]),
        ("people left", ["a", "b", "d"]),
        ("HUR 2023", ["b"]),
        ("blatt", []),
        ("nobody", []),
        ("", ["a", "b", "d"]),
    ],
)
def test_every_word_must_stand_in_the_claim_or_its_names(words, ids):
    found = look_up(ledger_of(*FIGURES), 1000, words)
    assert [one.figure.id for one in found.claims] == ids


def test_a_number_that_nobody_claimed_is_not_found():
    assert not look_up(ledger_of(*FIGURES), 5_000_000)


@pytest.mark.parametrize(
    ("number", "claims"),
    [
        (999, "a b d"),
        (1000, "a b d"),
        (953, "a d"),
        (952, "d"),
        (1115, "c d"),
        (1116, "d"),
        (1050, "a b c d"),
        (5, "f"),
        (6, ""),
        (0, "g"),
    ],
)
def test_a_claim_is_near_within_a_twentieth_of_the_number(number, claims):
    ledger = ledger_of(*FIGURES, "f, count: 5, during: 2020", "g, count: 0, during: 2019")
    assert " ".join(one.figure.id for one in look_up(ledger, number).claims) == claims


def test_what_is_near_the_claim_itself_is_no_misprint():
    ledger = ledger_of(
        "a, count: 1050, during: 2024, citations: [{article: post, printed: {count: 1000}}]",
        "b, count: 1060, during: 2023, citations: [{article: post, printed: {count: 1000}}]",
        "c, count: 5, during: 2022, citations: [{article: post, printed: {count: 1060}}]",
    )
    found = look_up(ledger, 1000)
    assert [one.figure.id for one in found.claims] == ["a"]
    assert [one.figure.id for one in found.misprints] == ["b"]


def test_a_claim_in_print_on_an_unknown_day_comes_last():
    figures = [
        f"{id}, count: 5, during: 2024, citations: [{{article: {article}}}]"
        for id, article in (("a", "post"), ("b", "times"))
    ]
    text = text_of(*figures).replace("published: 2026-01-01, ", "")
    found = look_up(read_ledger(text.encode()), 5)
    assert [one.figure.id for one in found.claims] == ["b", "a"]


SLIPS = (
    "a, count: 500, during: 2024",
    "b, count: 5000, during: 2024",
    "c, count: 64, during: 2023, citations: [{article: post, printed: {count: 700}}]",
    "d, claimant: hur, count: 7000, during: 2023",
    "e, count: 7030, during: 2022",
)


@pytest.mark.parametrize(
    ("number", "words", "typos"),
    [
        (500, "", []),
        (700, "", []),
        (703, "", ["e"]),
        (50, "", ["a"]),
        (70000, "", ["d"]),
        (70000, "hur", ["d"]),
        (70000, "mediazona", []),
    ],
)
def test_a_slip_is_looked_for_where_nobody_claimed_or_printed_just_that_number(
    number, words, typos
):
    found = look_up(ledger_of(*SLIPS), number, words)
    assert [one.figure.id for one in found.typos] == typos
    assert bool(found) == bool(typos or found.claims or found.misprints)


def test_the_18000_of_april_2024_are_found_with_what_they_do_not_cover():
    claim = look_up(REAL, 18000, "hur").claims[0]
    assert claim.figure.id == "hur-southern-military-district-2024-04"
    assert claim.limits == (
        "a lower end, not the count",
        "Southern Military District only, not all Russian forces",
        "the start of the count is not stated",
        "said by one side of the war about the other",
    )
    assert claim.wording.startswith("More than 18,000 people (left their unit), Southern Military")


def test_the_64_that_relays_made_of_684_lead_to_mediazona():
    found = look_up(REAL, 64)
    assert {one.figure.id for one in found.misprints} == {"mediazona-awol-verdicts-2024-03"}
    assert {one.relay.article.outlet for one in found.misprints} == {
        "El HuffPost",
        "Ukrainska Pravda",
        "online.ua",
    }


@pytest.mark.parametrize(
    ("number", "slips"),
    [
        (648, {"the number has two digits exchanged"}),
        (6840, {"the number differs by a factor of ten"}),
        (684, set()),
        (64, set()),
    ],
)
def test_a_number_that_nobody_claimed_or_printed_may_be_a_slip(number, slips):
    found = look_up(REAL, number, "mediazona verdicts")
    assert {one.words for one in found.typos} == slips
    assert {one.figure.id for one in found.typos} <= {"mediazona-awol-verdicts-2024-03"}


def test_what_is_not_described_is_counted():
    ledger = ledger_of(*FIGURES)
    every = look_up(ledger, 1000)
    first = look_up(ledger, 1000, most=1)
    assert first.claims == every.claims[:1]
    assert (first.more, every.more) == (len(every.claims) - 1, 0)
