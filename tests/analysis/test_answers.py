"""Rival answers closely: who rests on whom, whose times are near, and in what order they stand."""

from __future__ import annotations

import pytest

from analysis.adding.bounds import Bounds
from analysis.rivals import find_nearest, find_rivalries, measure_gap, other_rates_of, rivals_of
from loaders.ledger import Ledger
from loaders.load import read_ledger
from tests.analysis.ledgers import ledger_of, text_of


def resting(*figures: str) -> Ledger:
    """A ledger in which Agora only repeats what Mediazona counted."""
    text = text_of(*figures).replace("agora: {name: Agora", "agora: {rests_on: zona, name: Agora")
    return read_ledger(text.encode())


def rivals(*figures: str, of: str = "a") -> list[str]:
    ledger = ledger_of(*figures)
    return [rival.figure.id for rival in rivals_of(ledger, ledger.figures[of])]


def asked(ledger: Ledger) -> list[tuple[list[str], bool]]:
    return [
        ([figure.id for figure in one.figures], one.same_window) for one in find_rivalries(ledger)
    ]


def test_a_claimant_that_rests_on_another_is_no_second_answer():
    ledger = resting(
        "a, count: 5, during: 2024",
        "b, claimant: agora, count: 7, during: 2024",
        "c, claimant: agora, count: 8, during: 2024-01/2024-11",
    )
    assert rivals_of(ledger, ledger.figures["a"]) == ()
    assert rivals_of(ledger, ledger.figures["b"]) == ()
    assert find_rivalries(ledger) == ()


def test_both_numbers_that_rest_on_one_count_answer_a_third():
    ledger = resting(
        "a, claimant: hur, count: 5, during: 2024",
        "b, claimant: agora, count: 7, during: 2024",
        "c, count: 6, during: 2024",
    )
    assert [one.figure.id for one in rivals_of(ledger, ledger.figures["a"])] == ["b", "c"]
    assert asked(ledger) == [(["a", "c", "b"], True)]


def test_a_figure_set_aside_has_no_rivals_and_is_none():
    one, other = "a, claimant: hur, count: 5, during: 2024", "b, count: 7, during: 2024"
    assert rivals(f"{one}, status: withdrawn", other) == []
    assert rivals(one, other) == ["b"]
    assert rivals(one, f"{other}, status: withdrawn") == []


def test_rivals_stand_by_the_days_they_share_then_by_id():
    found = rivals(
        "a, claimant: hur, count: 5, during: 2024",
        "d, count: 7, during: 2024",
        "c, count: 7, during: 2024",
        "b, claimant: agora, count: 7, during: 2024-01/2024-11",
    )
    assert found == ["c", "d", "b"]


def test_times_without_a_day_in_common_are_no_rivals():
    one = "a, claimant: hur, count: 5, during: 2024-01"
    assert rivals(one, "b, count: 7, during: 2024-02") == []
    assert rivals(one, "b, count: 7, during: 2024-01-31/2024-02-29") == ["b"]


@pytest.mark.parametrize(
    ("during", "share", "times"),
    [
        ("2024-01-01/2024-01-10", 1.0, 2.0),
        ("2024-01-01/2024-01-09", 0.9, 2.0),
        ("2024-01-02/2024-01-10", 0.9, 2.0),
        ("2024-01-01/2024-01-08", 0.8, None),
        ("2024-01-10/2024-01-19", 1 / 19, None),
    ],
)
def test_a_ratio_is_given_from_nine_days_of_ten_in_common(
    during: str, share: float, times: float | None
):
    ledger = ledger_of(
        "a, claimant: hur, count: 5, during: 2024-01-01/2024-01-10",
        f"b, count: 10, during: {during}",
    )
    (rival,) = rivals_of(ledger, ledger.figures["a"])
    assert (rival.share, rival.times, rival.same_window) == (share, times, share == 1)
    (question,) = find_rivalries(ledger)
    assert (question.share, question.times, question.same_window) == (share, times, share == 1)


def test_a_question_at_times_that_overlap_says_so():
    ledger = ledger_of(
        "a, claimant: hur, count: 5, during: 2024-01-01/2024-01-10",
        "b, count: 10, during: 2024-01-01/2024-01-08",
    )
    (found,) = find_rivalries(ledger)
    assert found.question == "left their unit, Russian forces, at times that overlap"
    assert found.words == (
        "times only overlap (80 % of the days in common), so the numbers are not compared"
    )


def test_answers_of_one_size_stand_by_id():
    ledger = ledger_of(
        "b, claimant: hur, count: 5, during: 2024",
        "a, count: 5, during: 2024",
        "c, claimant: agora, count: {low: 4, high: 9}, during: 2024",
    )
    assert asked(ledger) == [(["c", "a", "b"], True)]


def test_one_claimant_with_two_times_asks_no_question():
    assert (
        asked(ledger_of("a, count: 5, during: 2024", "b, count: 6, during: 2024-01/2024-11")) == []
    )


def test_times_that_do_not_touch_ask_no_question():
    ledger = ledger_of("a, count: 5, during: 2023", "b, claimant: hur, count: 6, during: 2024")
    assert asked(ledger) == []


def test_of_times_that_overlap_each_pair_is_asked_about_once_nearest_first():
    ledger = ledger_of(
        "a, claimant: hur, count: 5, during: 2023-01/2023-06",
        "b, count: 6, during: 2023-01/2023-05",
        "c, claimant: hur, count: 7, during: 2024",
        "d, count: 8, during: 2024-01/2024-11",
    )
    assert asked(ledger) == [(["c", "d"], False), (["a", "b"], False)]


def test_a_pair_not_nearest_to_each_other_is_asked_about_where_it_brings_a_claimant():
    figures = (
        "a, claimant: hur, count: 1, during: 2024",
        "b, claimant: zona, count: 2, during: 2024-01/2024-11",
    )
    new = "c, claimant: agora, count: 3, during: 2024-01/2024-06"
    same = "c, claimant: zona, count: 3, during: 2024-01/2024-06"
    assert asked(ledger_of(*figures, new)) == [(["a", "b"], False), (["b", "c"], False)]
    assert asked(ledger_of(*figures, same)) == [(["a", "b"], False)]


def test_other_rates_are_of_other_claimants_and_a_count_has_none():
    ledger = ledger_of(
        "a, during: 2024, per: day, count: 3",
        "b, claimant: hur, during: 2024, per: month, count: 90",
        "c, claimant: hur, during: 2024, per: week, count: 20",
        "d, during: 2024, count: 900",
    )
    assert [one.figure.id for one in other_rates_of(ledger, ledger.figures["a"])] == ["c", "b"]
    assert other_rates_of(ledger, ledger.figures["d"]) == ()


def test_two_times_with_two_claimants_each_are_two_questions_and_no_third():
    ledger = ledger_of(
        "a, claimant: hur, count: 1, during: 2024",
        "b, claimant: zona, count: 2, during: 2024",
        "c, claimant: hur, count: 3, during: 2024-01/2024-11",
        "d, claimant: agora, count: 4, during: 2024-01/2024-11",
    )
    assert asked(ledger) == [(["a", "b"], True), (["c", "d"], True)]


def test_a_claimant_is_not_held_against_a_time_that_it_answers_itself():
    ledger = ledger_of(
        "a, claimant: hur, count: 1, during: 2024",
        "b, claimant: hur, count: 2, during: 2024-01/2024-11",
        "c, claimant: zona, count: 3, during: 2024-01/2024-11",
    )
    assert asked(ledger) == [(["b", "c"], True)]


def test_of_a_claimant_left_over_the_nearest_time_is_asked_about():
    ledger = ledger_of(
        "a, claimant: hur, count: 1, during: 2024",
        "b, claimant: zona, count: 2, during: 2024-01/2024-11",
        "c, claimant: agora, count: 3, during: 2024-01/2024-02",
        "d, claimant: agora, count: 4, during: 2024-01/2024-09",
    )
    assert asked(ledger) == [(["a", "b"], False), (["b", "d"], False)]


def test_a_question_is_said_with_the_time_of_the_first_answer_in_the_file():
    ledger = ledger_of(
        "b, claimant: hur, count: 9, during: 2024",
        "a, count: 5, during: 2024-01-01/2024-12-31",
    )
    (found,) = find_rivalries(ledger)
    assert found.question == "left their unit, Russian forces, in 2024"


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([Bounds(5, 5), Bounds(5, 5)], (1.0, "the same number")),
        ([Bounds(5, None), Bounds(5, None)], (1.0, "the same number")),
        ([Bounds(5, 5), Bounds(5, None)], (1.0, "both can be true")),
        ([Bounds(5, 5), Bounds(5, 9)], (1.0, "both can be true")),
        ([Bounds(5, None), Bounds(6, None)], (1.0, "both can be true")),
        ([Bounds(None, 5), Bounds(None, 6)], (1.0, "both can be true")),
        ([Bounds(0, 5), Bounds(0, 6), Bounds(2, 4)], (1.0, "all can be true")),
        ([Bounds(0, 0), Bounds(6, 6)], (None, "one says none")),
        ([Bounds(0, 0), Bounds(1, 1)], (None, "one says none")),
        ([Bounds(4, 4), Bounds(6, 6)], (1.5, "1.5 times apart")),
        ([Bounds(4, 4), Bounds(6, 6), Bounds(8, 9)], (2.0, "2.0 times apart")),
        ([Bounds(4, 4), Bounds(6, None)], (1.5, "at least 1.5 times apart")),
        ([Bounds(None, 4), Bounds(6, 6)], (1.5, "at least 1.5 times apart")),
        ([Bounds(4, 4), Bounds(6, 6, rounding=1)], (1.5, "about 1.5 times apart")),
        ([Bounds(4, 4, rounding=1), Bounds(6, 6)], (1.5, "about 1.5 times apart")),
        ([Bounds(10, 10), Bounds(11, 11)], (1.1, "1.1 times apart")),
        ([Bounds(100, 100), Bounds(109, 109)], (1.09, "1.09 times apart")),
        ([Bounds(0, 0), Bounds(0, 3)], (1.0, "both can be true")),
    ],
)
def test_answers_are_as_far_apart_as_their_nearest_ends(
    answers: list[Bounds], found: tuple[float | None, str]
):
    assert measure_gap(answers) == found
    assert measure_gap(answers[::-1]) == found


def test_the_nearest_window_has_the_largest_share_of_days_in_common():
    def days(text: str):
        ledger = ledger_of(f"a, count: 5, during: {text}")
        window = ledger.figures["a"].window
        return window.start.first, window.end.last

    january = days("2024-01")
    others = [days("2024-01-30/2024-02-01"), days("2024-01-01/2024-02-29"), days("2024-03")]
    assert find_nearest(january, others) == (others[1], 31 / 60)
    assert find_nearest(january, others[2:]) == (others[2], 0)
    assert find_nearest(january, others[:1]) == (others[0], 2 / 32)
