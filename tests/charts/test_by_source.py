"""Dot and range: one row a claim, arrows for open ends, rivals beside each other and no mean."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.rivals import find_rivalries
from charts import by_source
from charts.look.style import DARK, LIGHT
from charts.marks.strips import split_axes
from loaders.sentences import upper
from tests.charts.figures import marks_of, seen, words_of
from tests.charts.ledgers import make_ledger
from tests.charts.rows import make_rows

draw_claims = seen(by_source.draw_claims)
draw_answers = seen(by_source.draw_answers)


def test_each_claim_is_a_row_under_its_claimant():
    rows = make_rows(
        {"count": 40, "window": "2024-02"},
        {"count": 1200, "window": "2024-01"},
        {"count": 7, "claimant": "hur", "claimant_name": "HUR"},
    )
    figure = draw_claims(rows, LIGHT)
    assert words_of(figure, "row") == [
        "<b>Astra</b>",
        "<b>1,200</b> January 2024",
        "<b>40</b> February 2024",
        "<b>HUR</b>",
        "<b>7</b> January 2024",
    ]
    (dots,) = marks_of(figure)
    assert dots.customdata == ("claim-1", "claim-0", "claim-2")
    assert dots.x == (1200, 40, 7)
    assert list(dots.y) == sorted(dots.y)


def test_a_dot_stands_only_where_one_number_was_claimed():
    figure = draw_claims(make_rows({"count": 40}, {"range": (60, 90)}), LIGHT)
    bar, dot = marks_of(figure)
    assert (bar.type, bar.base, bar.x) == ("bar", (60,), (30,))
    assert (dot.type, dot.x) == ("scatter", (40,))


@pytest.mark.parametrize(("bound", "ax"), [("more_than", 24), ("almost", -24)])
def test_an_open_end_is_an_arrow_from_the_stated_number(bound: str, ax: int):
    figure = draw_claims(make_rows({"count": 18000, "bound": bound}), LIGHT)
    (arrow,) = [note for note in figure.layout.annotations if note.name == "open"]
    assert (arrow.x, arrow.ax) == (18000, ax)


def test_about_is_a_hollow_dot():
    figure = draw_claims(make_rows({"count": 40, "bound": "about"}), DARK)
    assert marks_of(figure)[0].marker.symbol == ("circle-open",)


def test_counts_start_at_zero_and_a_log_scale_says_so():
    rows = make_rows({"count": 40})
    assert draw_claims(rows, LIGHT).layout.xaxis.range[0] == 0
    assert words_of(draw_claims(rows, LIGHT), "axis") == ["people"]
    assert words_of(draw_claims(rows, LIGHT, log=True), "axis") == ["people, log scale"]


def test_rates_and_totals_never_share_an_axis():
    rows = make_rows({"count": 40}, {"count": 3, "kind": "rate", "per": "working_day"})
    assert list(split_axes(rows)) == ["people", "people a working day"]
    with pytest.raises(ValueError, match="rows that share no axis: people, people a working day"):
        draw_claims(rows, LIGHT)


def test_of_many_claims_the_most_printed_are_drawn_and_the_rest_is_said():
    rows = make_rows(*({"count": n, "articles": n} for n in range(1, 46)))
    figure = draw_claims(rows, LIGHT)
    assert sorted(marks_of(figure)[0].x) == list(range(6, 46))
    assert by_source.say_left_out(rows) == (
        "Drawn: the 40 claims that most articles printed, of 45; all are in the table."
    )
    assert by_source.say_left_out(rows.head(40)) == ""


def test_the_words_of_a_row_are_text():
    figure = draw_claims(make_rows({"count": 4, "claimant_name": "<b>A</b>"}), LIGHT)
    assert words_of(figure, "row")[0] == "<b>&lt;b&gt;A&lt;/b&gt;</b>"


def test_the_text_alternative_names_the_ends():
    rows = make_rows(
        {"count": 40}, {"count": 18000, "bound": "more_than", "kind": "as_of", "window": "2024-04"}
    )
    assert by_source.say_claims(rows) == (
        "2 claims counted in people, from 40 (Astra, January 2024) "
        "to more than 18,000 (Astra, as of April 2024)."
    )


def test_rivals_stand_side_by_side_with_their_distance_and_no_mean():
    ledger, table = make_ledger(
        {"id": "one", "claimant": "astra", "count": 300},
        {"id": "two", "claimant": "hur", "count": 100},
    )
    (question,) = find_rivalries(ledger)
    figure = draw_answers([question], table, LIGHT)
    assert words_of(figure, "row") == [
        "<b>Left their unit, Russian forces, in January 2024</b>",
        "<b>HUR</b> 100 · January 2024",
        "<b>Astra</b> 300 · January 2024",
        "same time, 3.0 times apart.",
    ]
    assert sorted(x for trace in marks_of(figure) for x in trace.x) == [100, 300]
    assert by_source.say_rivals(question, table).endswith(
        "Astra: 300; HUR: 100; same time, 3.0 times apart."
    )


def test_several_questions_share_one_axis_each_with_its_answers_and_their_distance():
    ledger, table = make_ledger(
        {"id": "one", "claimant": "astra", "count": 300},
        {"id": "two", "claimant": "hur", "count": 100},
        {"id": "three", "claimant": "astra", "count": 10, "during": "2023-05"},
        {"id": "four", "claimant": "hur", "count": 10, "during": "2023-05"},
    )
    questions = find_rivalries(ledger)
    figure = draw_answers(questions, table, LIGHT)
    rows = words_of(figure, "row")
    assert len(rows) == 8
    assert rows[0] == f"<b>{upper(questions[0].question)}</b>"
    assert rows[3] == "same time, 3.0 times apart."
    assert len(words_of(draw_answers(questions, table, LIGHT, most=1), "row")) == 4
    assert draw_answers((), table, LIGHT) is None
    assert by_source.say_answers(questions, table).count("same time") == 2


def test_nothing_in_nothing_out_and_the_rows_stay_as_they_were():
    rows = make_rows({"count": 40}, {"range": (60, 90)})
    before = rows.copy(deep=True)
    draw_claims(rows, LIGHT)
    pd.testing.assert_frame_equal(rows, before)
    assert draw_claims(rows.head(0), LIGHT) is None
    assert by_source.say_claims(rows.head(0)) == "No claims."
