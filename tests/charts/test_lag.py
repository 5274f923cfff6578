"""Publication against window."""

from __future__ import annotations

from typing import Any

from analysis.provenance import trace
from charts import lag
from charts.look.style import LIGHT
from tests.charts.figures import seen, words_of
from tests.charts.ledgers import make_ledger
from tests.charts.rows import make_rows

draw_lag, draw_lags = seen(lag.draw_lag), seen(lag.draw_lags)


def shapes(figure: Any, name: str) -> list[Any]:
    return [shape for shape in figure.layout.shapes if shape.name == name]


def test_a_segment_is_the_window_and_a_flag_the_day_of_print():
    rows = make_rows({"window": "2024-01", "first_published": "2024-02-12", "count": 1})
    figure = draw_lags(rows, LIGHT)
    (window,) = shapes(figure, "window")
    assert (window.x0, window.x1) == ("2024-01-01", "2024-01-31")
    flag = figure.data[-1]
    assert (flag.x, flag.customdata, flag.marker.symbol) == (
        ("2024-02-12",), ("claim-0",), ("triangle-right",)
    )  # fmt: skip
    words = words_of(figure, "row")[0]
    assert words == "<b>Astra</b> January 2024 · after 12 days"


def test_a_long_name_leaves_room_for_the_window_and_the_wait():
    name = "Office of the Prosecutor General of Ukraine"
    short = draw_lags(make_rows({"window": "2022-01", "first_published": "2025-11-24"}), LIGHT)
    rows = make_rows(
        {"claimant_name": name, "window": "2022-01", "first_published": "2025-11-24", "count": 1}
    )
    long = draw_lags(rows, LIGHT)
    words = words_of(long, "row")[0]
    assert words == f"<b>{name}</b><br>January 2022 · after 1,393 days"
    assert long.layout.height == short.layout.height + 16


def test_a_month_of_print_is_a_hollow_flag():
    rows = make_rows({"window": "2024-01", "first_published": "2024-02", "count": 1})
    figure = draw_lags(rows, LIGHT)
    assert figure.data[-1].marker.symbol == ("triangle-right-open",)
    assert words_of(figure, "row")[0].endswith("printed in February 2024")


def test_the_longest_lag_comes_first_and_undated_claims_are_said():
    rows = make_rows(
        {"first_published": "2024-02-01", "count": 1},
        {"first_published": "2024-03-01", "count": 2},
        {"first_published": None, "count": 3},
    )
    assert [one.figure for one in lag.find_lags(rows)] == ["claim-1", "claim-0"]
    assert lag.say_lags(rows) == (
        "Of 2 claims the first article appeared 1 day after to 30 days after the end of the "
        "time counted. 1 claim without a day of print."
    )
    assert draw_lags(rows.tail(1), LIGHT) is None


def test_one_figure_has_a_row_an_article():
    ledger, _ = make_ledger(
        {"id": "one", "count": 5, "citations": [{"article": "dagens"}, {"article": "lenta"}]}
    )
    found = trace(ledger, ledger.figures["one"])
    figure = draw_lag(found, LIGHT)
    assert figure.data[-1].x == ("2024-05-01", "2024-05-03")
    assert lag.say_lag(found) == "Dagens: after 91 days; Lenta: after 93 days."
