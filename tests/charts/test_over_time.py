"""What charts over time draw: bars that span windows, steps at claimed dates, arrows, notes."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from charts import over_time
from charts.by_month import choose_by_month, draw_by_month
from charts.look.style import DARK, LIGHT
from charts.marks.panels import MOST_PANELS, Look
from charts.over_time import say_finding, say_left_out, say_over_time
from loaders.records import Event, Gap
from tests.charts.figures import looked, seen
from tests.charts.rows import make_rows

draw_bars = looked(partial(over_time.draw_over_time, "during"))
draw_levels = looked(partial(over_time.draw_over_time, "level"))
draw_steps = looked(partial(over_time.draw_over_time, "as_of"))
split_kinds: Any = over_time.split_kinds
JUNE = {"window": "2023-06", "count": 54}
OCTOBER = {"window": "2023-10", "count": 218}


def total(window: str, count: int, **more: Any) -> dict[str, Any]:
    return {"kind": "as_of", "window": window, "count": count, **more}


def words_named(figure: Any, name: str) -> list[Any]:
    return [note for note in figure.layout.annotations if note.name == name]


def traces(figure: Any, kind: str) -> list[Any]:
    return [trace for trace in figure.data if trace.type == kind and trace.customdata is not None]


def test_a_bar_spans_its_window_and_its_area_is_the_count():
    figure = draw_bars(make_rows({"window": "2024-01-01/2024-03-31", "count": 910}), LIGHT)
    (bar,) = traces(figure, "bar")
    assert bar.x[0] == "2024-01-01"
    assert bar.width[0] == 91 * 86_400_000
    assert bar.offset == 0
    assert bar.y[0] == pytest.approx(910 / 91 * 30.44)


def test_a_month_and_a_quarter_at_the_same_pace_are_equally_high():
    rows = make_rows(
        {"window": "2024-01-01/2024-03-31", "count": 910}, {"window": "2024-04", "count": 300}
    )
    heights = traces(draw_bars(rows, LIGHT), "bar")[0].y
    assert heights[0] == pytest.approx(heights[1])


def test_as_reported_the_height_is_the_stated_count():
    figure = draw_bars(make_rows({"window": "2024", "count": 1200}), LIGHT, as_reported=True)
    assert traces(figure, "bar")[0].y == (1200,)


def test_windows_have_no_markers():
    figure = draw_bars(make_rows(JUNE, OCTOBER), LIGHT)
    assert [trace.type for trace in figure.data] == ["bar"]


def test_short_windows_lie_in_front_of_long_ones_that_hold_them():
    rows = make_rows({"window": "2024-05", "count": 9}, {"window": "2024", "count": 100})
    (bar,) = traces(draw_bars(rows, LIGHT), "bar")
    assert bar.customdata == ("claim-1", "claim-0")
    assert [color.split(",")[-1] for color in bar.marker.color] == ["0.1)", "0.45)"]


def test_about_is_hollow():
    rows = make_rows({"count": 9, "bound": "about"})
    assert traces(draw_bars(rows, LIGHT), "bar")[0].marker.color[0].endswith(",0)")
    steps = draw_steps(make_rows(total("2024", 9, bound="about"), total("2025", 10)), LIGHT)
    assert traces(steps, "scatter")[0].marker.symbol == ("circle-open", "circle")


def test_a_range_is_solid_to_its_lower_end_and_open_to_its_upper():
    draw_rates = looked(partial(over_time.draw_over_time, "rate"))
    rows = make_rows({"kind": "rate", "per": "week", "range": (60, 90)})
    lower, upper = traces(draw_rates(rows, LIGHT), "bar")
    assert lower.y == (60,)
    assert (upper.base, upper.y) == ((60,), (30,))


@pytest.mark.parametrize(("bound", "ay"), [("more_than", -20), ("at_least", -20), ("up_to", 20)])
def test_an_open_bound_is_an_arrow_from_the_stated_number(bound, ay):
    for figure in (
        draw_bars(make_rows({"count": 31, "bound": bound}), LIGHT, as_reported=True),
        draw_steps(make_rows(total("2024-01-31", 31, bound=bound)), LIGHT),
    ):
        (arrow,) = words_named(figure, "open")
        assert (arrow.y, arrow.ay, arrow.arrowside) == (31, ay, "start")


def test_an_exact_count_has_no_arrow():
    assert words_named(draw_bars(make_rows(JUNE), LIGHT), "open") == []


def test_on_a_log_scale_arrows_stand_at_the_logarithm_and_the_words_say_so():
    rows = make_rows({"count": 1000, "bound": "more_than"})
    figure = draw_bars(rows, LIGHT, as_reported=True, log=True)
    assert figure.layout.yaxis.type == "log"
    assert words_named(figure, "open")[0].y == pytest.approx(3)
    assert "log scale" in words_named(figure, "title")[0].text


def test_bars_start_at_zero():
    assert draw_bars(make_rows(JUNE), LIGHT).layout.yaxis.range[0] == 0


def test_totals_are_steps_with_markers_only_at_claimed_dates():
    rows = make_rows(total("2024-06", 20), total("2024-01", 10))
    (line,) = traces(draw_steps(rows, LIGHT), "scatter")
    assert line.line.shape == "hv"
    assert (line.x, line.y) == (("2024-01-31", "2024-06-30"), (10, 20))
    assert line.customdata == ("claim-1", "claim-0")


def test_totals_with_different_starts_are_different_lines():
    rows = make_rows(total("2024-01", 10), total("2024-02", 5, since="2024-01-01"))
    assert len(traces(draw_steps(rows, LIGHT), "scatter")) == 2


def test_a_month_is_drawn_as_the_days_it_can_mean():
    figure = draw_steps(make_rows(total("2024-06", 20)), LIGHT)
    (span,) = [trace for trace in figure.data if trace.name == "span"]
    assert span.x[:2] == ("2024-06-01", "2024-06-30")


def test_a_fall_is_drawn_and_said():
    figure = draw_steps(make_rows(total("2024-01", 1200), total("2024-02", 1100)), LIGHT)
    assert words_named(figure, "fall")[0].text == "falls from 1,200 to 1,100"


def test_a_total_not_repeated_has_a_dashed_tail_that_says_so():
    rows = make_rows(total("2024-01-05", 10), total("2025-01-05", 7, claimant="hur"))
    figure = draw_steps(rows, LIGHT)
    (tail,) = [trace for trace in figure.data if trace.name == "tail"]
    assert (tail.x, tail.line.dash) == (("2024-01-05", "2025-01-05"), "dash")
    assert [note.text for note in words_named(figure, "note")] == ["no report since January 2024"]


def test_levels_are_not_joined():
    rows = make_rows(total("2024-01", 10), total("2024-02", 12))
    assert traces(draw_levels(rows, LIGHT), "scatter")[0].mode == "markers"


def test_the_newest_total_carries_its_number_with_its_bound():
    rows = make_rows(total("2024-01", 10), total("2024-02", 1200, bound="more_than"))
    assert [note.text for note in words_named(draw_steps(rows, LIGHT), "end")] == [
        "more than 1,200"
    ]


def test_claimants_stand_in_panels_of_their_own_over_the_same_days():
    rows = make_rows(JUNE, OCTOBER, {"window": "2024-01", "count": 50, "claimant": "hur"})
    layout = draw_bars(rows, LIGHT).layout
    assert layout.xaxis2.matches == "x"
    assert layout.yaxis2.range == layout.yaxis.range


def test_a_panel_below_a_tenth_of_the_others_has_its_own_scale_and_says_so():
    rows = make_rows(OCTOBER, {"window": "2024-01", "count": 20, "claimant": "hur"})
    figure = draw_bars(rows, LIGHT)
    assert figure.layout.yaxis2.range[1] < figure.layout.yaxis.range[1] / 10
    large, small = (note.text for note in words_named(figure, "title"))
    assert "own scale" not in large
    assert small.endswith("people per month, own scale")
    assert "own scale" not in words_named(draw_bars(rows, LIGHT, same_y=False), "title")[1].text


def test_the_page_may_draw_fewer_panels_and_name_the_others():
    rows = make_rows(JUNE, OCTOBER, {**JUNE, "claimant": "hur", "claimant_name": "HUR",
                                     "category": "conscripts"})  # fmt: skip
    figure = draw_bars(rows, LIGHT, most=1)
    assert len(words_named(figure, "title")) == 1
    assert over_time.list_left_out(rows, 1) == [("hur", "HUR", 1)]
    assert over_time.list_left_out(rows, 2) == []


def test_cases_by_month_are_a_panel_a_force_on_its_own_scale():
    case = {"counts": "cases", "measure": "cases_opened", "force": "ukraine", "unit": "ukraine"}
    rows = make_rows(
        {**case, "count": 9000}, {**case, "count": 8000, "window": "2024-02"},
        {**case, "count": 5, "claimant": "hur"},
        {**case, "count": 700, "force": "russia", "unit": "russia", "measure": "cases_in_court"},
        {**case, "count": 3, "unit": "155-brigade", "window": "2024-05"}, JUNE,
    )  # fmt: skip
    before = rows.copy(deep=True)
    assert list(choose_by_month(rows)["id"]) == ["claim-0", "claim-1", "claim-3"]
    figure = seen(draw_by_month)(rows, Look(LIGHT))
    assert figure.layout.yaxis2.range[1] < 2000 < figure.layout.yaxis.range[1]
    pd.testing.assert_frame_equal(rows, before)
    assert draw_by_month(rows.tail(1), Look(LIGHT)) is None


def test_panels_have_their_own_heights_by_choice():
    rows = make_rows(OCTOBER, {"window": "2024-01", "count": 5, "claimant": "hur"})
    layout = draw_bars(rows, LIGHT, same_y=False).layout
    assert layout.yaxis2.range[1] < layout.yaxis.range[1]


def test_kinds_that_share_no_axis_are_refused():
    rows = make_rows(JUNE, {"kind": "rate", "per": "day", "count": 3})
    with pytest.raises(ValueError, match="rows of different kinds share no axis: during, rate"):
        draw_bars(rows, LIGHT)
    with pytest.raises(ValueError, match="rows of different kinds share no axis: during"):
        draw_steps(make_rows(JUNE), LIGHT)


def test_rows_are_split_into_what_may_share_a_figure():
    rows = make_rows(JUNE, total("2024", 5), total("2024", 5, measure="absent"),
                     {"kind": "rate", "per": "day", "count": 3})  # fmt: skip
    ledger = SimpleNamespace(
        measures={"absent": SimpleNamespace(stock=True), "left_unit": SimpleNamespace(stock=False)}
    )
    parts = split_kinds(rows, ledger)
    assert {kind: list(part["id"]) for kind, part in parts.items()} == {
        "during": ["claim-0"],
        "as_of": ["claim-1"],
        "level": ["claim-2"],
        "rate": ["claim-3"],
    }


def test_no_height_is_a_sum_of_claims():
    rows = make_rows(JUNE, OCTOBER, {**JUNE, "count": 7, "claimant": "hur"})
    heights = [y for bar in traces(draw_bars(rows, LIGHT, as_reported=True), "bar") for y in bar.y]
    assert sorted(heights) == [7, 54, 218]
    assert draw_bars(rows, LIGHT).layout.barmode is None


def test_events_are_thin_lines_whose_words_do_not_collide():
    events = [
        Event.model_validate({"date": f"2023-{month:02}", "label": f"Event <{month}>"})
        for month in (6, 7, 8, 9)
    ]
    figure = draw_bars(make_rows(JUNE, OCTOBER), LIGHT, events=events)
    (lines,) = [shape for shape in figure.layout.shapes if shape.name == "event"]
    assert [line.partition(",")[0] for line in lines.path.split("M")[1:]] == [
        event.date.start.first.isoformat() for event in events
    ]
    assert [note.text for note in words_named(figure, "event")] == [
        "Event &lt;6&gt;",
        "Event &lt;8&gt;",
    ]
    (marks,) = [trace for trace in figure.data if trace.name == "events"]
    assert marks.hovertext[1] == "July 2023<br>Event &lt;7&gt;"


def test_events_outside_the_days_shown_are_left_out():
    events = [Event.model_validate({"date": "2020", "label": "Early"})]
    assert draw_bars(make_rows(JUNE), LIGHT, events=events).layout.shapes == ()


def test_the_end_of_a_series_says_that_its_claimant_stopped_publishing():
    gap = Gap.model_validate(
        {"claimant": "astra", "measure": "left_unit", "unit": "russia", "from": "2023-11",
         "reason": "withheld"}
    )  # fmt: skip
    figure = draw_bars(make_rows(JUNE, OCTOBER), LIGHT, gaps=[gap])
    assert [note.text for note in words_named(figure, "note")] == ["withheld since November 2023"]
    other = draw_bars(make_rows({**JUNE, "claimant": "hur"}), LIGHT, gaps=[gap])
    assert words_named(other, "note") == []


def test_hover_text_is_data_and_the_template_constant():
    figure = draw_bars(make_rows({**JUNE, "sentence": "%{x} <b>"}), DARK)
    assert figure.data[0].hovertemplate == "%{hovertext}<extra></extra>"
    assert figure.data[0].hovertext[0].startswith("%{x} &lt;b&gt;<br>")


def test_nothing_in_nothing_out():
    empty = make_rows(JUNE).head(0)
    assert draw_bars(empty, LIGHT) is None
    assert draw_steps(empty, LIGHT) is None
    assert draw_levels(empty, LIGHT) is None


def test_the_rows_are_left_as_they_were():
    for draw, rows in (
        (draw_bars, make_rows(JUNE, OCTOBER)),
        (draw_steps, make_rows(total("2024", 5), total("2025", 4))),
    ):
        before = rows.copy(deep=True)
        draw(rows, LIGHT)
        pd.testing.assert_frame_equal(rows, before)


def test_series_of_one_or_two_claims_are_told_from_those_that_have_a_course():
    rows = make_rows(JUNE, OCTOBER, {**JUNE, "count": 3}, {**JUNE, "claimant": "hur"})
    long, few = over_time.split_few(rows)
    assert long["claimant"].tolist() == ["astra"] * 3
    assert few["claimant"].tolist() == ["hur"]


def test_more_series_than_panels_are_named_in_words():
    rows = make_rows(*({**JUNE, "claimant": f"c{n}"} for n in range(MOST_PANELS + 2)))
    assert len(traces(draw_bars(rows, LIGHT), "bar")) == MOST_PANELS
    assert say_left_out(rows) == (
        "Drawn: the 10 series with most claims, of 12. "
        "Not drawn, but in the table: 2 claims (Astra and Astra)."
    )
    assert say_left_out(rows.head(3)) == ""


def test_the_text_alternative_says_the_finding():
    rows = make_rows(
        {**JUNE, "counts": "requests", "measure_label": "Asked for help"},
        {**OCTOBER, "counts": "requests", "measure_label": "Asked for help"},
    )
    assert say_over_time(rows) == (
        "Requests rose from 54 in June 2023 to 218 in October 2023, "
        "Astra (asked for help, Russian forces)."
    )


def test_the_text_alternative_claims_no_rise_that_the_bounds_leave_open():
    rows = make_rows(total("2024-01", 3000, bound="more_than"), total("2024-02", 4000))
    assert say_over_time(rows) == (
        "People went from more than 3,000 up to January 2024 to 4,000 up to "
        "February 2024, Astra (left their unit, Russian forces)."
    )


def test_one_claim_is_its_sentence():
    assert say_over_time(make_rows({**JUNE, "sentence": "Astra reported 54."})) == (
        "Astra reported 54."
    )
    assert say_over_time(make_rows(JUNE).head(0)) == "No claims."


def test_two_claims_of_one_year_are_no_change_over_time():
    rows = make_rows(
        {"window": "2024", "count": 62_000, "bound": "more_than"},
        {"window": "2024", "count": 67_840},
    )
    assert " went " not in say_finding(rows)
