"""Same question, other answers: who is a rival of whom, and how far apart they are."""

from __future__ import annotations

import pytest

from analysis.rivals import find_rivalries, other_rates_of, rivals_of
from tests.analysis.ledgers import REAL, ledger_of


def words(one: str, other: str) -> list[str]:
    """How the two figures are rivals, by the claimants HUR and Agora."""
    ledger = ledger_of(f"a, claimant: hur, {one}", f"b, claimant: agora, {other}")
    return [rival.words for rival in rivals_of(ledger, ledger.figures["a"])]


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("count: 100", "count: 320", "3.2 times apart"),
        ("count: 320", "count: 100", "3.2 times apart"),
        ("count: 100", "count: 101", "1.01 times apart"),
        ("count: 100", "count: 100", "the same number"),
        ("count: 100, bound: about", "count: 320", "about 3.2 times apart"),
        ("count: 100", "count: 320, bound: more_than", "at least 3.2 times apart"),
        ("count: 100, bound: up_to", "count: 320", "at least 3.2 times apart"),
        ("count: 100, bound: more_than", "count: 320", "both can be true"),
        ("count: {low: 100, high: 200}", "count: {low: 150, high: 300}", "both can be true"),
        ("count: {low: 100, high: 200}", "count: {low: 300, high: 400}", "1.5 times apart"),
        ("count: 0", "count: 3", "one says none"),
    ],
)
def test_the_gap_is_a_ratio_of_the_nearest_ends(one, other, gap):
    (found,) = words(f"during: 2024, {one}", f"during: 2024, {other}")
    assert found.endswith(f" in 2024; same time, {gap}")


def test_a_rival_is_given_with_its_claimant_and_claim():
    assert words("during: 2024, count: 100", "during: 2024, count: 320") == [
        "Agora: 320 people in 2024; same time, 3.2 times apart"
    ]


def test_times_that_only_overlap_are_said_to_and_not_compared():
    assert words("during: 2024-01/2024-02, count: 100", "during: 2024-02, count: 320") == [
        "Agora: 320 people in February 2024; times only overlap (48 % of the days in common), "
        "so the numbers are not compared"
    ]


def test_times_that_are_all_but_the_same_are_compared():
    (found,) = words("during: 2024, count: 100", "during: 2024-01-01/2024-12-27, count: 320")
    assert found.endswith("times only overlap (99 % of the days in common), 3.2 times apart")


@pytest.mark.parametrize(
    "other",
    [
        "claimant: hur, during: 2024",
        "claimant: agora, during: 2023",
        "claimant: agora, during: 2024, per: day",
        "claimant: agora, as_of: 2024",
        "claimant: agora, during: 2024, measure: refused",
        "claimant: agora, during: 2024, unit: army-8",
        "claimant: agora, during: 2024, place: Kursk",
        "claimant: agora, during: 2024, category: contract",
        "claimant: agora, during: 2024, basis: forecast",
        "claimant: agora, during: 2024, status: withdrawn",
    ],
)
def test_a_claim_that_answers_another_question_is_no_rival(other):
    ledger = ledger_of("a, claimant: hur, during: 2024, count: 5", f"b, count: 9, {other}")
    assert rivals_of(ledger, ledger.figures["a"]) == ()
    assert find_rivalries(ledger) == ()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("during: 2024, per: month, count: 90", "Agora: 90 people a month in 2024"),
        (
            "during: 2024-05, per: working_day, count: 4",
            "Agora: 4 people a working day in May 2024",
        ),
    ],
)
def test_a_rate_for_another_period_stands_beside_it_and_is_not_compared(other, words):
    ledger = ledger_of("a, during: 2024, per: day, count: 3", f"b, claimant: agora, {other}")
    (found,) = other_rates_of(ledger, ledger.figures["a"])
    assert found.words == f"{words}; a rate for another period, so the numbers are not compared"
    assert found.times is None
    assert rivals_of(ledger, ledger.figures["a"]) == ()


@pytest.mark.parametrize(
    "other",
    [
        "claimant: agora, during: 2024, count: 90",
        "claimant: agora, during: 2023, per: month, count: 90",
        "during: 2024, per: month, count: 90",
        "claimant: agora, during: 2024, per: day, count: 90",
    ],
)
def test_counts_other_times_and_ones_own_rates_do_not_stand_beside_a_rate(other):
    ledger = ledger_of("a, during: 2024, per: day, count: 3", f"b, {other}")
    assert other_rates_of(ledger, ledger.figures["a"]) == ()


def test_totals_with_one_start_are_rivals_and_those_with_another_are_not():
    one = "as_of: 2024-06-18, since: 2022-09-21, count: 100"
    assert len(words(one, "as_of: 2024-06, since: 2022-09-21, count: 150")) == 1
    assert words(one, "as_of: 2024-06-18, since: 2022, count: 150") == []


def test_of_each_claimant_only_the_answer_nearest_in_time_is_given():
    ledger = ledger_of(
        "a, claimant: hur, during: 2024, count: 5",
        "b, claimant: agora, during: 2024-01/2024-11, count: 7",
        "c, claimant: agora, during: 2024-02, count: 1",
        "d, claimant: zona, during: 2024, count: 6",
    )
    assert [rival.figure.id for rival in rivals_of(ledger, ledger.figures["a"])] == ["d", "b"]
    assert [[f.id for f in question.figures] for question in find_rivalries(ledger)] == [
        ["a", "d"],
        ["a", "d", "b"],
    ]


def test_times_that_only_overlap_are_one_question_with_the_nearest():
    ledger = ledger_of(
        "a, claimant: hur, during: 2024, count: 5",
        "b, claimant: zona, during: 2024-01/2024-06, count: 3",
        "c, claimant: zona, during: 2024-01/2024-11, count: 4",
        "d, claimant: agora, during: 2024-12, count: 1",
    )
    found = [
        ([figure.id for figure in one.figures], one.same_window, one.times)
        for one in find_rivalries(ledger)
    ]
    assert found == [(["c", "a"], False, 1.25), (["d", "a"], False, None)]


def test_three_answers_are_one_question():
    ledger = ledger_of(
        "a, claimant: hur, during: 2024, count: 100",
        "b, claimant: agora, during: 2024, count: 50",
        "c, claimant: zona, during: 2024, count: 200",
    )
    (question,) = find_rivalries(ledger)
    assert [figure.id for figure in question.figures] == ["b", "a", "c"]
    assert question.question == "left their unit, Russian forces, in 2024"
    assert (question.words, question.times) == ("same time, 4.0 times apart", 4)


def test_three_courts_counts_of_2021_are_rivals_in_the_real_data():
    rivals = rivals_of(REAL, REAL.figures["mediazona-awol-court-2021"])
    assert [rival.figure.id for rival in rivals if rival.same_window] == [
        "proekt-awol-court-2021",
        "supreme-court-russia-awol-court-2021",
    ]
