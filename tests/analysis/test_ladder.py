"""The ladder of the front page: one number a cell, by one rule, and why a cell is empty."""

from __future__ import annotations

from analysis.ladder import climb
from loaders.ledger import Ledger
from loaders.sentences import say_number
from tests.analysis.ledgers import REAL, ledger_of

GAP = """gaps:
  - {claimant: hur, measure: refused, unit: ukraine, from: 2024-01, reason: withheld}
"""


def chosen(ledger: Ledger, measure: str = "left_unit", force: str = "russia") -> list[str]:
    """Ids of the number on top and the one below it."""
    (step,) = [step for step in climb(ledger) if step.measure == measure]
    (rung,) = [rung for rung in step.rungs if rung.force == force]
    return [figure.id for figure in rung.figures]


def test_the_newest_total_of_the_claimant_with_most_claims_is_on_top():
    ledger = ledger_of(
        "a, count: 5, as_of: 2024-01",
        "b, count: 7, as_of: 2024-05",
        "c, claimant: hur, count: 900, as_of: 2025-01",
    )
    assert chosen(ledger) == ["b"]


def test_of_claimants_with_as_many_claims_the_newest_total_is_on_top():
    ledger = ledger_of("a, count: 5, as_of: 2024-01", "b, claimant: hur, count: 9, as_of: 2025")
    assert chosen(ledger) == ["b"]


def test_a_claimant_with_a_total_comes_before_one_with_more_periods():
    ledger = ledger_of(
        "a, count: 5, during: 2024-01",
        "b, count: 5, during: 2024-02",
        "c, claimant: hur, count: 9, as_of: 2023",
    )
    assert chosen(ledger) == ["c"]


def test_the_longest_period_within_the_last_twelve_months_stands_below():
    ledger = ledger_of(
        "year, count: 50, during: 2024",
        "long, count: 20, during: 2025-01/2025-06",
        "new, count: 3, during: 2025-07",
        "total, count: 90, as_of: 2025-07",
    )
    assert chosen(ledger) == ["total", "long"]


def test_of_months_the_newest_stands_there_not_the_one_with_more_days():
    ledger = ledger_of("march, count: 75, during: 2025-03", "april, count: 78, during: 2025-04")
    assert chosen(ledger) == ["april"]


def test_without_a_recent_period_the_newest_one_stands_below():
    ledger = ledger_of(
        "a, count: 1, during: 2022", "b, count: 2, during: 2023", "t, count: 9, as_of: 2026-01"
    )
    assert chosen(ledger) == ["t", "b"]


def test_doubt_forecasts_paces_and_parts_of_a_force_are_left_out():
    ledger = ledger_of(
        "a, count: 1, as_of: 2024, status: doubtful",
        "b, count: 2, as_of: 2024, basis: forecast",
        "c, count: 3, during: 2024, per: day",
        "d, count: 4, as_of: 2024, unit: district",
        "e, count: 5, as_of: 2024, place: Krasnodar",
        "f, count: 6, as_of: 2024, category: mobilised",
        "g, count: 7, as_of: 2023",
    )
    assert chosen(ledger) == ["g"]


def test_the_others_are_counted_with_the_ends_of_what_they_state():
    ledger = ledger_of(
        "a, count: 5, as_of: 2024-01",
        "b, count: 7, as_of: 2024-02",
        "b2, count: 8, as_of: 2024-03",
        "c, claimant: hur, count: 900, as_of: 2025-01",
        "d, claimant: agora, count: {low: 100, high: 200}, as_of: 2025-01",
        "e, claimant: agora, count: 1, during: 2025-01",
    )
    (step,) = climb(ledger)
    others = step.rungs[0].others
    assert others and others.words == "2 claims by 2 others: 100 to 900"


def test_law_is_one_offence_the_same_for_both_forces():
    ledger = ledger_of(
        "a, measure: verdicts, offence: evasion, count: 5, during: 2024",
        "b, measure: verdicts, offence: desertion, count: 7, during: 2024",
        "c, measure: verdicts, offence: evasion, unit: ukraine, count: 9, during: 2024",
    )
    (step,) = climb(ledger)
    assert step.offence == "desertion"
    assert [[figure.id for figure in rung.figures] for rung in step.rungs] == [["b"], []]


def test_an_empty_cell_says_why_and_a_step_without_anything_is_left_out():
    ledger = ledger_of("a, count: 5, during: 2024", more=GAP)
    assert [step.measure for step in climb(ledger)] == ["left_unit", "refused"]
    withheld = climb(ledger)[1].rungs[1]
    assert withheld.gap
    assert (withheld.figures, withheld.gap.reason) == ((), "withheld")


def test_the_ladder_of_the_file_gives_the_cases_of_2025_so_far_as_published():
    (step,) = [step for step in climb(REAL) if step.measure == "cases_opened"]
    total, period = step.rungs[1].figures
    assert step.offence == "awol"
    assert say_number(total.count, total.bound) == "about 255,000"
    assert (say_number(period.count, period.bound), str(period.during)) == (
        "about 162,500",
        "2025-01/2025-10",
    )
    assert step.rungs[1].gap
    assert step.rungs[1].gap.reason == "withheld"
