"""Coverage: runs of months told apart by pattern and letter; reconciliation in words."""

from __future__ import annotations

from analysis.adding.reconciliation import reconcile_all
from analysis.coverage import State, cover
from charts import coverage, reconciliation
from charts.coverage import LETTERS, list_legend, say_coverage
from charts.look.style import LIGHT
from charts.reconciliation import say_reconciliation
from tests.charts.figures import marks_of, seen, words_of
from tests.charts.ledgers import make_ledger

draw_coverage = seen(coverage.draw_coverage)
draw_reconciliation = seen(reconciliation.draw_reconciliation)

GAP = {"claimant": "astra", "measure": "left_unit", "unit": "russia", "from": "2024-04",
       "to": "2024-05", "reason": "withheld"}  # fmt: skip


def test_every_state_has_a_letter_and_a_pattern_of_its_own():
    marks = [LETTERS[state] for state in State]
    assert len({letter for letter, _, _ in marks}) == len(marks)
    drawn = [pattern for (_, pattern, _), state in zip(marks, State, strict=True)
             if state not in (State.REPORTED, State.NOT_COLLECTED)]  # fmt: skip
    assert "" not in drawn
    assert len(set(drawn)) == len(drawn)


def test_months_that_follow_each_other_in_one_state_are_one_bar():
    ledger, _ = make_ledger(
        {"id": "jan", "during": "2024-01", "count": 4},
        {"id": "feb", "during": "2024-02", "count": 5},
        {"id": "jun", "during": "2024-06", "count": 6},
        gaps=[GAP],
    )
    figure = draw_coverage(cover(ledger), LIGHT)
    _, bar, letters = figure.data
    assert bar.base == ("2024-01-01", "2024-04-01", "2024-06-01")
    assert [x / 86_400_000 for x in bar.x] == [60, 61, 30]
    assert bar.marker.pattern.shape == ("", "x", "")
    assert bar.customdata == ("jan", "", "jun")
    assert letters.text == ("<b>R</b>", "<b>W</b>")
    assert "withheld" not in bar.hovertext[0]
    assert "published before, now kept back" in bar.hovertext[1].replace("<br>", " ")


def test_the_words_count_months_by_state():
    ledger, _ = make_ledger(
        {"id": "jan", "count": 4}, {"id": "mar", "during": "2024-03", "count": 5}
    )
    assert say_coverage(cover(ledger)).startswith(
        "3 months of 1 series: 2 reported, 0 longer, 0 total, 0 withheld, 0 stopped,"
    )


def test_the_legend_has_a_letter_and_a_meaning_for_every_state():
    assert list_legend()["reported"] == ("R", "a number for this month, or for days within it")
    assert list_legend()["not_collected"] == ("", "no number in this file, and no reason known")
    assert list(list_legend()) == [str(state) for state in State]


def test_growth_stands_beside_the_sum_of_its_periods_with_the_verdict():
    total = {"since": "2024-01-01", "claimant": "hur"}
    ledger, table = make_ledger(
        {"id": "one", "as_of": "2024-01-31", "count": 100, **total},
        {"id": "two", "as_of": "2024-02-29", "count": 160, **total},
        {"id": "month", "during": "2024-02", "count": 50, "claimant": "hur"},
    )
    (found,) = [one for one in reconcile_all(ledger) if one.periods]
    figure = draw_reconciliation(ledger, found, LIGHT)
    assert [bar.x for bar in marks_of(figure)] == [(60,), (50,)]
    assert [bar.customdata for bar in marks_of(figure)] == [("two",), ("month",)]
    verdict = words_of(figure, "row")[2]
    assert verdict.replace("<br>", " ") == say_reconciliation(found)
    assert "disagrees by 10" in verdict.replace("<br>", " ")
    assert len(table) == 3
