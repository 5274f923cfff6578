"""Running totals: those that fall, and those that grew otherwise than their periods say."""

from __future__ import annotations

import pytest

from analysis.adding.reconciliation import reconcile, reconcile_all
from analysis.adding.totals import find_falls
from tests.analysis.ledgers import REAL, ledger_of

TOTAL = "since: 2022, count: "


def falls(*figures: str, more: str = "") -> list[tuple[str, str, int]]:
    ledger = ledger_of(*figures, more=more)
    return [(fall.earlier.id, fall.later.id, fall.by) for fall in find_falls(ledger)]


def test_a_total_that_falls_is_found():
    figures = ("a, as_of: 2024-01, count: 500", "b, as_of: 2024-02, count: 480")
    assert falls(*figures) == [("a", "b", 20)]


@pytest.mark.parametrize(
    "later",
    [
        "as_of: 2024-02, count: 500",
        "as_of: 2024-02, count: 480, bound: at_least",
        "as_of: 2024-02, count: 480, since: 2023",
        "as_of: 2024-01-15, count: 480",
        "as_of: 2024-02, count: 480, place: Kursk",
        "as_of: 2024-02, count: 480, claimant: hur",
        "during: 2024-02, count: 480",
        "as_of: 2024-02, count: 480, status: withdrawn",
        "as_of: 2024-02, count: 480, basis: forecast",
    ],
)
def test_what_need_not_be_a_fall_is_none(later):
    assert falls("a, as_of: 2024-01, count: 500", f"b, {later}") == []


def test_a_level_may_fall():
    assert (
        falls(
            "a, measure: absent, as_of: 2024-01, count: 500",
            "b, measure: absent, as_of: 2024-02, count: 480",
        )
        == []
    )


def test_a_fall_within_the_rounding_is_none():
    figures = ("a, as_of: 2024-01, count: 5000, bound: about", "b, as_of: 2024-02, count: 4600")
    assert falls(*figures) == []


def test_a_recorded_restart_explains_a_fall():
    figures = ("a, as_of: 2024-01, count: 500", "b, as_of: 2024-03, count: 480")
    scope = "claimant: zona, measure: left_unit, unit: russia, reason: restarted"
    assert falls(*figures, more=f"gaps:\n  - {{{scope}, from: 2024-02}}\n") == []
    assert falls(*figures, more=f"gaps:\n  - {{{scope}, from: 2023-02}}\n") == [("a", "b", 20)]


def test_a_correction_explains_a_fall():
    figures = (
        "a, as_of: 2024-01, count: 500, status: superseded",
        "b, as_of: 2024-02, count: 480, supersedes: a",
    )
    assert falls(*figures) == []


def test_a_spike_is_one_fall():
    counts = (100, 900, 110, 120)
    figures = [f"a{n}, as_of: 2024-0{n}, count: {count}" for n, count in enumerate(counts, 1)]
    assert falls(*figures) == [("a2", "a3", 790)]


@pytest.mark.parametrize(
    "between",
    [
        "as_of: 2024-02, count: {low: 400, high: 600}",
        "as_of: 2024-02, count: 600, bound: up_to",
        "as_of: 2024-02, count: 500, bound: about",
        "as_of: 2024-03, count: 520",
    ],
)
def test_a_fall_is_found_behind_a_total_that_says_little_or_is_of_the_same_day(between):
    figures = ("a, as_of: 2024-01, count: 500", f"b, {between}", "c, as_of: 2024-03, count: 470")
    assert falls(*figures) == [("a", "c", 30)]


def verdict(*figures: str) -> str:
    """What is said of the last total."""
    return reconcile_all(ledger_of(*figures))[-1].words


EARLIER = f"a, as_of: 2024-01, {TOTAL}100"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (
            (EARLIER, f"b, as_of: 2024-03, {TOTAL}150", "c, during: 2024-02/2024-03, count: 50"),
            "150 people from 2022 up to March 2024, after 100 people up to January 2024: "
            "grew by 50 people; the periods come to 50 people: agrees",
        ),
        (
            (
                EARLIER,
                f"b, as_of: 2024-03, {TOTAL}150",
                "c, during: 2024-02, count: 20",
                "d, during: 2024-03, count: 10",
            ),
            "150 people from 2022 up to March 2024, after 100 people up to January 2024: "
            "grew by 50 people; the periods come to 30 people: disagrees by 20",
        ),
        (
            (EARLIER, f"b, as_of: 2024-03, {TOTAL}150", "c, during: 2024-02, count: 20"),
            "150 people from 2022 up to March 2024, after 100 people up to January 2024: "
            "grew by 50 people: cannot be tested, "
            "no periods fill the time after January 2024 up to March 2024",
        ),
        (
            (
                f"a, as_of: 2023, {TOTAL}100",
                "c, during: 2022, count: 40",
                "d, during: 2023, count: 60",
            ),
            "100 people from 2022 up to 2023; the periods come to 100 people: agrees",
        ),
        (
            (f"a, as_of: 2022, {TOTAL}1000, bound: about", "c, during: 2022, count: 900"),
            "about 1,000 people from 2022 up to 2022; the periods come to 900 people: "
            "agrees within the rounding",
        ),
        (
            (f"a, as_of: 2022, {TOTAL}1000, bound: more_than", "c, during: 2022, count: 1200"),
            "more than 1,000 people from 2022 up to 2022; the periods come to 1,200 people: "
            "cannot be tested, a number is open at one end",
        ),
        (
            (f"a, as_of: 2022, {TOTAL}1000, bound: more_than", "c, during: 2022, count: 900"),
            "more than 1,000 people from 2022 up to 2022; the periods come to 900 people: "
            "disagrees by at least 100",
        ),
        (
            (EARLIER, f"b, as_of: 2024-03, {TOTAL}90"),
            "90 people from 2022 up to March 2024, after 100 people up to January 2024: "
            "fell by 10 people: cannot be tested, "
            "no periods fill the time after January 2024 up to March 2024",
        ),
    ],
)
def test_the_growth_of_a_total_is_held_against_the_periods_between(figures, words):
    assert verdict(*figures) == words


def test_a_total_without_a_start_has_nothing_to_be_held_against():
    assert reconcile_all(ledger_of("a, as_of: 2024-01, count: 100")) == ()


@pytest.mark.parametrize(
    ("count", "pace"),
    [
        ("1200", "about 100 people a month (derived)"),
        ("1200, bound: more_than", "at least 100 people a month (derived)"),
        ("{low: 1200, high: 2400}", "100 to 201 people a month (derived)"),
        ("1200, bound: up_to", ""),
    ],
)
def test_the_pace_that_a_total_implies_is_marked_as_derived(count, pace):
    (found,) = reconcile_all(ledger_of(f"a, as_of: 2022, {TOTAL}{count}"))
    assert found.pace == pace


def test_a_pace_of_a_few_days_is_not_given():
    (found,) = reconcile_all(ledger_of("a, as_of: 2022-01-20, since: 2022-01-05, count: 9"))
    assert found.pace == ""


def test_the_fewest_windows_that_fill_the_time_are_taken():
    ledger = ledger_of(
        f"a, as_of: 2022, {TOTAL}12",
        *(f"m{n}, during: 2022-{n:02}, count: 1" for n in range(1, 13)),
        "h1, during: 2022-01/2022-06, count: 6",
        "h2, during: 2022-07/2022-12, count: 6",
    )
    (found,) = reconcile_all(ledger)
    assert [period.id for period in found.periods] == ["h1", "h2"]


def test_the_prosecutors_total_of_july_2025_agrees_with_its_years_in_the_real_data():
    found = reconcile(REAL, "prosecutor-general-ua", "cases_opened", "awol")
    words = {one.later.id: one.words for one in found}
    assert words["prosecutor-general-ua-awol-total-2025-07"] == (
        "202,997 cases from January 2022 up to July 2025; the periods come to 202,997 cases: agrees"
    )
