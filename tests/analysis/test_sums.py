"""What may be added, and why not: every reason, on small ledgers and on the real file."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.adding.sums import Refusal, Sum, add
from tests.analysis.ledgers import REAL, ledger_of

CASES = "measure: cases_opened, offence: awol"
PARTS = (
    "w, unit: district, count: 18000, bound: more_than, as_of: 2024-04",
    "a, unit: army-8, count: 12000, bound: about, as_of: 2024-04, part_of: w",
    "b, unit: army-58, count: 2500, bound: about, as_of: 2024-04, part_of: w",
    "c, unit: district, category: mobilised, count: 9000, as_of: 2024-04, part_of: w",
    "d, unit: division-20, count: 1010, as_of: 2024-04, part_of: w",
    "e, unit: army-58, category: mobilised, count: 7, as_of: 2024-04, part_of: w",
)


def say(*figures: str, ids: str = "a b", more: str = "") -> str:
    ledger = ledger_of(*figures, more=more)
    return str(add(ledger, [ledger.figures[id] for id in ids.split()]))


def test_counts_of_one_line_are_added_where_their_windows_do_not_overlap():
    assert say("a, count: 5, during: 2024-01", "b, count: 7, during: 2024-02") == "sum: 12 people"


def test_parts_of_one_breakdown_of_one_whole_are_added():
    assert say(*PARTS) == "sum: about 14,500 people"


def test_parts_by_time_of_a_running_total_are_added():
    figures = (
        "w, count: 100, as_of: 2024-12, since: 2023-01",
        "a, count: 30, during: 2023, part_of: w",
        "b, count: 20, as_of: 2024-06, since: 2024-01, part_of: w",
    )
    assert say(*figures) == "sum: 50 people"


def test_a_sum_names_its_figures_by_time_and_keeps_its_ends():
    ledger = ledger_of("a, count: 5, during: 2024-02", "b, count: 7, bound: at_least, during: 2023")
    total = add(ledger, ledger.figures.values())
    assert isinstance(total, Sum)
    assert (total.low, total.high, total.approximate) == (12, None, False)
    assert (total.figures, total.counts, total.words) == (
        ("b", "a"),
        "people",
        "at least 12 people",
    )


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("measure: help_requests", "", "different things are counted: requests, people"),
        (
            "measure: refused",
            "",
            "different things are counted: refused to fight, left their unit",
        ),
        (
            CASES,
            "measure: cases_opened, offence: desertion",
            "different offences are counted: Absence without leave, Desertion",
        ),
        ("unit: army-8", "unit: army-58", "different units are counted: 8th Army, 58th Army"),
        ("category: contract", "", "different categories are counted: contract, all"),
        ("place: Kursk", "place: Tver", "different places are counted: Kursk, Tver"),
        ("claimant: hur", "", "different claimants count: HUR, Mediazona"),
        ("basis: forecast", "", "a forecast is not a count: a is expected, b is reported"),
    ],
)
def test_a_refusal_names_the_first_field_that_differs(one, other, words):
    a, b = f"a, count: 5, during: 2024-01, {one}", f"b, count: 6, during: 2024-02, {other}"
    assert say(a.rstrip(", "), b.rstrip(", ")) == f"refused: {words}"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "during: 2024-01",
            "during: 2024-01-01/2024-04-12",
            "times overlap: 2024-01 lies within 2024-01-01/2024-04-12",
        ),
        ("during: 2024-01", "during: 2024-01", "times overlap: both cover 2024-01"),
        (
            "during: 2024-01",
            "during: 2024-01-01/2024-01-31",
            "times overlap: 2024-01-01/2024-01-31 and 2024-01 are the same",
        ),
        (
            "during: 2024-01/2024-03",
            "during: 2024-03/2024-04",
            "times overlap: 2024-01/2024-03 and 2024-03/2024-04",
        ),
        (
            "during: 2024-01",
            "as_of: 2024-02",
            "different kinds of number: up to a date, in a period",
        ),
        (
            "as_of: 2024-01, since: 2022",
            "as_of: 2024-01",
            "totals with different starts: start not stated, since 2022",
        ),
        (
            "as_of: 2024-01",
            "as_of: 2024-02",
            "running totals are not added: each holds what came before it",
        ),
        (
            "as_of: 2024-01, measure: absent",
            "as_of: 2024-02, measure: absent",
            "levels are not added: two dates may count the same people",
        ),
        (
            "during: 2024-01, per: day",
            "during: 2024-02, per: day",
            "rates are not added: a pace is not a count",
        ),
        (
            "during: 2024-01, per: day",
            "during: 2024-02, per: week",
            "different rates: a day, a week",
        ),
        (
            "during: 2024-01, bound: up_to",
            "during: 2024-02, bound: at_least",
            "one number is open upwards and one downwards: at least 5, up to 5",
        ),
        (
            "during: 2024-01, status: withdrawn",
            "during: 2024-02",
            "a was withdrawn by its claimant",
        ),
    ],
)
def test_a_refusal_says_what_is_in_the_way(one, other, words):
    assert say(f"a, count: 5, {one}", f"b, count: 5, {other}") == f"refused: {words}"


def test_a_corrected_figure_is_never_added():
    figures = (
        "a, count: 5, during: 2024-01, status: superseded",
        "b, count: 6, during: 2024-02",
        "c, count: 4, during: 2024-01, supersedes: a",
    )
    assert say(*figures) == "refused: a was superseded"
    assert say(*figures, ids="b c") == "sum: 10 people"


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ("a", "a sum needs two figures or more"),
        ("", "a sum needs two figures or more"),
        ("a a", "a is given twice"),
        ("w a", "a is a part of w and counted there already"),
        ("a c", "two breakdowns of one whole are not added to each other: by unit, by category"),
        ("a d", "one unit holds the other: division-20 is in army-8"),
        ("b e", "different categories are counted: all, mobilised"),
        ("a b c", "two breakdowns of one whole are not added to each other: by unit, by category"),
    ],
)
def test_parts_are_refused_where_they_may_hold_the_same_people(ids, words):
    assert say(*PARTS, ids=ids) == f"refused: {words}"


def test_one_offence_that_holds_another_is_learnt_from_the_parts_in_the_file():
    figures = (
        "w, measure: verdicts, offence: military, count: 100, during: 2024",
        "a, measure: verdicts, offence: awol, count: 40, during: 2024, part_of: w",
        "b, measure: verdicts, offence: evasion, count: 50, during: 2024, part_of: w",
        "c, measure: verdicts, offence: awol, count: 3, during: 2023, part_of: d",
        "d, measure: verdicts, offence: evasion, count: 4, during: 2023",
    )
    assert say(*figures) == "refused: one offence holds the other: awol is in evasion"


def test_an_offence_that_holds_what_holds_another_holds_that_too():
    figures = (
        "w, measure: verdicts, offence: desertion, count: 100, during: 2024",
        "a, measure: verdicts, offence: awol, count: 40, during: 2024, part_of: w",
        "b, measure: verdicts, offence: military, count: 50, during: 2024, part_of: w",
        "c, measure: verdicts, offence: awol, count: 3, during: 2023, part_of: d",
        "d, measure: verdicts, offence: evasion, count: 4, during: 2023",
        "e, measure: verdicts, offence: evasion, count: 4, during: 2022, part_of: f",
        "f, measure: verdicts, offence: military, count: 5, during: 2022",
    )
    assert say(*figures) == "refused: one offence holds the other: awol is in military"


def test_offences_that_are_said_to_hold_each_other_hold_neither_themselves_nor_others():
    figures = (
        "a, measure: verdicts, offence: awol, count: 40, during: 2024, part_of: w",
        "w, measure: verdicts, offence: evasion, count: 90, during: 2024",
        "c, measure: verdicts, offence: evasion, count: 3, during: 2023, part_of: d",
        "d, measure: verdicts, offence: awol, count: 4, during: 2023",
        "p, measure: verdicts, offence: awol, count: 4, during: 2022, part_of: x",
        "q, measure: verdicts, offence: desertion, count: 4, during: 2022, part_of: x",
        "r, measure: verdicts, offence: evasion, count: 1, during: 2022, part_of: x",
        "x, measure: verdicts, offence: military, count: 9, during: 2022",
    )
    assert say(*figures, ids="p q") == "sum: 8 verdicts"
    assert say(*figures, ids="p r") == "refused: one offence holds the other: awol is in evasion"


def test_a_line_and_a_breakdown_that_share_one_figure_are_not_added_together():
    figures = (
        "w, count: 100, during: 2024-01",
        "a, category: mobilised, count: 40, during: 2024-01, part_of: w",
        "b, category: contract, count: 50, during: 2024-01, part_of: w",
        "c, category: mobilised, count: 30, during: 2024-02",
    )
    refused = "refused: different categories are counted: mobilised, contract"
    assert say(*figures, ids="a b c") == refused
    assert say(*figures, ids="a b") == "sum: 90 people"
    assert say(*figures, ids="a c") == "sum: 70 people"


def compare(*ids: str) -> str:
    return str(add(REAL, [REAL.figures[id] for id in ids]))


def test_the_8th_and_the_58th_army_together_are_about_14500():
    armies = ("hur-8-combined-arms-army-2024-04", "hur-58-combined-arms-army-2024-04")
    assert compare(*armies) == "sum: about 14,500 people"


def test_mobilised_and_contract_soldiers_of_the_8th_army_meet_its_total():
    army = "hur-8-combined-arms-army"
    assert compare(f"{army}-mobilised-2024-04", f"{army}-contract-2024-04") == (
        "sum: about 12,000 people"
    )


def test_people_and_requests_for_help_are_not_added():
    assert compare("hur-southern-military-district-2024-04", "idite-lesom-2024-01") == (
        "refused: different things are counted: people, requests"
    )


def test_the_three_offences_of_june_2024_meet_their_total():
    ids = [f"mediazona-{offence}-court-2024-06" for offence in ("awol", "refusal", "desertion")]
    assert compare(*ids) == "sum: 10,025 cases"


def test_a_breakdown_by_offence_and_one_by_oblast_are_not_added():
    assert compare("sibir-realii-awol-court-2023", "sibir-realii-crimea-evasion-court-2023") == (
        "refused: two breakdowns of one whole are not added to each other: by offence, by place"
    )


FIGURES = tuple(REAL.figures.values())
BY_MEASURE = [
    [figure for figure in FIGURES if (figure.claimant, figure.measure) == pair]
    for pair in dict.fromkeys((figure.claimant, figure.measure) for figure in FIGURES)
]
CHOICES = st.sampled_from(BY_MEASURE).flatmap(
    lambda group: st.lists(st.sampled_from(group), max_size=6, unique_by=lambda f: f.id)
) | st.lists(st.sampled_from(FIGURES), max_size=4, unique_by=lambda f: f.id)


@given(CHOICES, st.randoms())
def test_the_order_of_the_figures_does_not_matter(chosen, random):
    assert add(REAL, random.sample(chosen, len(chosen))) == add(REAL, chosen)


@given(CHOICES)
def test_a_sum_has_its_lower_end_below_its_upper_end(chosen):
    total = add(REAL, chosen)
    if isinstance(total, Sum) and total.low is not None and total.high is not None:
        assert total.low <= total.high


@given(CHOICES)
def test_a_refusal_stays_while_its_cause_stays(chosen):
    refusal = add(REAL, chosen)
    if isinstance(refusal, Refusal) and refusal.figures:
        cause = [figure for figure in chosen if figure.id in refusal.figures]
        for size in range(len(chosen)):
            for others in combinations(chosen, size):
                kept = {figure.id: figure for figure in (*others, *cause)}
                assert isinstance(add(REAL, kept.values()), Refusal)


@given(CHOICES)
def test_what_has_a_sum_has_a_sum_in_every_smaller_choice(chosen):
    if isinstance(add(REAL, chosen), Sum):
        for pair in combinations(chosen, 2):
            assert isinstance(add(REAL, pair), Sum)
