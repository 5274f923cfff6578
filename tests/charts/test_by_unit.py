"""By unit: tree order, echelons, one mark a claim, and never a sum of children."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts import by_unit
from charts.look.style import LIGHT
from tests.charts.figures import marks_of, seen, words_of
from tests.charts.ledgers import BASE, make_ledger
from tests.charts.rows import make_rows

draw_units = seen(by_unit.draw_units)
LEDGER, TABLE = make_ledger(
    {"id": "army", "unit": "8-army", "count": 12000, "bound": "about"},
    {"id": "other", "unit": "58-army", "count": 2500},
    {"id": "whole", "unit": "south", "count": 18000, "bound": "more_than"},
    {"id": "again", "unit": "8-army", "count": 11000, "claimant": "hur"},
)


def rows_of(figure: Any) -> list[str]:
    return words_of(figure, "row")


def test_units_stand_in_tree_order_with_their_echelon():
    assert rows_of(draw_units(TABLE, LEDGER, LIGHT)) == [
        "<b>Russian forces</b>",
        "<b>Southern District</b> · military district · 1 claim",
        "<b>8th Army</b> · army · 2 claims",
        "<b>58th Army</b> · army · 1 claim",
    ]


def test_each_claim_is_one_mark_and_a_parent_never_holds_its_children_s_sum():
    (dots,) = marks_of(draw_units(TABLE, LEDGER, LIGHT))
    assert dots.customdata == ("whole", "army", "again", "other")
    assert dots.x == (18000, 12000, 11000, 2500)
    assert dots.y[1] == dots.y[2]


def test_units_without_figures_are_hidden_unless_asked_for():
    rows = TABLE[TABLE["unit"] == "58-army"]
    assert by_unit.find_units(rows, LEDGER) == ["russia", "south", "58-army"]
    assert by_unit.find_units(rows, LEDGER, by_unit.Order(empty_units=True)) == [
        "russia", "south", "8-army", "58-army"
    ]  # fmt: skip


def test_units_stand_in_natural_order():
    names = ("136th Brigade", "30th Brigade", "Storm", "4th Brigade")
    units = {f"u{n}": {"name": name, "parent": "russia"} for n, name in enumerate(names)}
    figures = [{"id": f"c{n}", "unit": f"u{n}", "count": 5} for n in range(4)]
    ledger, table = make_ledger(*figures, units={**BASE["units"], **units})
    assert by_unit.find_units(table, ledger) == ["russia", "u3", "u1", "u0", "u2"]


def test_the_largest_come_first_by_choice_without_the_units_above_them():
    order = by_unit.Order(largest_first=True)
    figure = draw_units(TABLE, LEDGER, LIGHT, order=order)
    assert rows_of(figure)[0].startswith("<b>Southern District</b>")
    assert by_unit.find_units(TABLE, LEDGER, order) == ["south", "8-army", "58-army"]


def test_numbers_stand_beside_their_marks_where_there_is_room():
    figure = draw_units(TABLE, LEDGER, LIGHT)
    assert words_of(figure, "words") == ["18,000", "12,000", "2,500"]


def test_rates_are_set_apart_from_counts():
    rows = make_rows({"count": 40}, {"count": 3, "kind": "rate", "per": "day"})
    counts, rates = by_unit.split_rates(rows)
    assert (list(counts["id"]), list(rates["id"])) == (["claim-0"], ["claim-1"])


def test_marks_of_a_crowded_row_let_others_show_through():
    _, table = make_ledger(*({"id": f"c{n}", "count": n} for n in range(1, 14)))
    (dots,) = marks_of(draw_units(table, LEDGER, LIGHT))
    assert set(dots.marker.opacity) == {0.6}
    (dots,) = marks_of(draw_units(table.head(12), LEDGER, LIGHT))
    assert set(dots.marker.opacity) == {1.0}


def test_the_text_alternative_names_the_largest_number_of_each_unit():
    assert by_unit.say_units(TABLE) == (
        "8th Army: 2 claims, up to about 12,000 people (Astra); "
        "58th Army: 2,500 people (Astra); "
        "Southern District: more than 18,000 people (Astra)."
    )


def test_nothing_in_nothing_out_and_the_rows_stay_as_they_were():
    before = TABLE.copy(deep=True)
    draw_units(TABLE, LEDGER, LIGHT, log=True)
    pd.testing.assert_frame_equal(TABLE, before)
    assert draw_units(TABLE.head(0), LEDGER, LIGHT) is None
    assert by_unit.say_units(TABLE.head(0)) == "No claims."
