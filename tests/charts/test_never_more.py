"""No chart draws more than is said, and no mark outside its axes: over all figures and others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from charts.by_month import draw_by_month
from charts.by_source import draw_claims
from charts.by_unit import draw_units, split_rates
from charts.look.drawing import Drawing
from charts.look.style import LIGHT
from charts.marks.claims import Mark, read_marks
from charts.marks.panels import Look
from charts.marks.strips import split_axes
from charts.over_time import draw_over_time, split_kinds
from loaders.dates import DAYS_PER_MONTH
from loaders.ledger import Ledger
from loaders.load import load
from loaders.table import tabulate
from tests.charts.figures import marks_of
from tests.charts.rows import make_rows

ROOT = Path(__file__).parents[2]
LOOKS = [
    Look(LIGHT, as_reported=as_reported, log=log, same_y=same_y, most=200)
    for as_reported, log, same_y in product((False, True), repeat=3)
]


@cache
def _load_real() -> tuple[Ledger, pd.DataFrame]:
    ledger = load(ROOT / "figures.yaml")
    return ledger, tabulate(ledger)


REAL_MEASURES = sorted(_load_real()[1]["measure"].unique())


def limit(mark: Mark, look: Look) -> float:
    """The highest that a claim may be drawn."""
    if look.as_reported or mark.kind != "during" or mark.days < 28:
        return mark.stated
    return mark.stated * DAYS_PER_MONTH / mark.days


def check(drawing: Drawing, rows: pd.DataFrame, look: Look) -> None:
    """Every claim that the drawing has a mark for, against what it says and its axis."""
    spec = drawing.spec()
    marks = {mark.id: mark for mark in read_marks(rows)}
    for trace in spec["data"]:
        upright = trace.get("orientation") != "h" and "yaxis" in trace
        for id, start, end, axis in _ends(spec["layout"], trace, upright):
            foot = axis["range"][0]
            lowest = 10**foot if axis.get("type") == "log" else foot
            highest = 10 ** axis["range"][1] if axis.get("type") == "log" else axis["range"][1]
            assert lowest <= start <= end < highest, (id, lowest, start, end, highest)
            assert end <= max(limit(marks[id], look), lowest) * (1 + 1e-9), (id, end)
            on_foot = end == lowest
            assert not on_foot or marks[id].stated == 0, id
    for note in spec["layout"]["annotations"]:
        if note.get("name") in ("open", "end", "short", "fall"):
            low, high = spec["layout"][_long(note["yref"])]["range"]
            assert min(low, high) <= note["y"] <= max(low, high), note


def _ends(
    layout: dict[str, Any], trace: dict[str, Any], upright: bool
) -> Iterator[tuple[str, float, float, dict[str, Any]]]:
    axis = layout[_long(trace.get("yaxis", "y") if upright else trace.get("xaxis", "x"))]
    values = trace["y" if upright else "x"]
    bases = trace.get("base") or [0] * len(values)
    foot = 10 ** axis["range"][0] if axis.get("type") == "log" else axis["range"][0]
    for id, value, base in zip(trace.get("customdata", ()), values, bases, strict=False):
        if value is not None:
            end = value + base
            yield id, max(base, foot) if trace["type"] == "bar" else end, end, axis


def _long(axis: str) -> str:
    return f"{axis[0]}axis{axis[1:]}"


def check_all(rows: pd.DataFrame, ledger: Ledger) -> None:
    for kind, own in split_kinds(rows, ledger).items():
        for look in LOOKS:
            drawing = draw_over_time(kind, own, look)
            assert drawing is not None
            check(drawing, own, look)
    for own in split_axes(rows).values():
        for log in (False, True):
            drawing = draw_claims(own, LIGHT, log=log, most=1000)
            assert drawing is not None
            check(drawing, own, Look(LIGHT, as_reported=True))


@pytest.mark.parametrize("measure", REAL_MEASURES)
def test_no_figure_is_drawn_higher_than_it_says_nor_outside_its_axes(measure: str) -> None:
    ledger, table = _load_real()
    check_all(table[table["measure"] == measure], ledger)


@pytest.mark.parametrize("measure", REAL_MEASURES)
def test_every_figure_of_a_measure_has_its_mark(measure: str) -> None:
    ledger, table = _load_real()
    rows = table[table["measure"] == measure]
    drawn: set[str] = set()
    for kind, own in split_kinds(rows, ledger).items():
        drawing = draw_over_time(kind, own, Look(LIGHT, log=True, most=200))
        drawn |= _find_ids(drawing)
    assert drawn == set(rows["id"])


def _find_ids(drawing: Drawing | None) -> set[str]:
    assert drawing is not None
    traces = drawing.spec()["data"]
    return {id for trace in traces for id in trace.get("customdata", ())}


@pytest.mark.parametrize("log", [False, True])
def test_units_and_the_overview_draw_no_more_either(log: bool) -> None:
    ledger, table = _load_real()
    for own in split_axes(split_rates(table)[0]).values():
        drawing = draw_units(own, ledger, LIGHT, log=log)
        assert drawing is not None
        check(drawing, own, Look(LIGHT, as_reported=True))
    months = draw_by_month(table, Look(LIGHT, log=log))
    assert months is not None
    check(months, table, Look(LIGHT, log=log))


def _make_claim(
    numbers: tuple[int, int], start: int, days: int, kind: str, bound: str, is_range: bool
) -> dict[str, Any]:
    first = date(2022, 1, 1) + timedelta(days=start)
    window = f"{first}/{first + timedelta(days=days)}" if days else f"{first}"
    claim: dict[str, Any] = {"window": window, "kind": kind, "bound": bound}
    if kind == "as_of":
        claim["window"] = f"{first}"
    if kind == "rate":
        claim["per"] = "day"
    low, high = sorted(numbers)
    if is_range:
        return {**claim, "range": (low, high + 1), "bound": "exact"}
    return {**claim, "count": high}


NUMBERS = st.one_of(st.sampled_from([0, 1, 9, 10, 99, 100, 1000, 10**9]), st.integers(0, 10**7))
CLAIMS = st.builds(
    _make_claim,
    st.tuples(NUMBERS, NUMBERS),
    st.integers(0, 1500),
    st.one_of(st.integers(0, 35), st.integers(0, 900)),
    st.sampled_from(["during", "as_of", "rate"]),
    st.sampled_from(["exact", "about", "more_than", "at_least", "almost", "up_to"]),
    st.booleans(),
)


@settings(max_examples=30, phases=(Phase.explicit, Phase.generate))
@given(st.lists(CLAIMS, min_size=1, max_size=4))
def test_no_other_claim_is_either(claims: list[dict[str, Any]]) -> None:
    rows = make_rows(*claims)
    ledger, _ = _load_real()
    check_all(rows, ledger)


def test_one_day_s_five_hundred_is_a_diamond_at_five_hundred_that_says_so() -> None:
    rows = make_rows({"window": "2024-08-12", "count": 500, "bound": "at_least"})
    drawing = draw_over_time("during", rows, Look(LIGHT))
    assert drawing is not None
    figure: Any = drawing.figure()
    (mark,) = figure.data
    assert (mark.type, mark.y, mark.marker.symbol) == ("scatter", (500,), ("diamond",))
    words = {note.name: note.text.replace("<br>", " ") for note in figure.layout.annotations}
    assert words["short"] == "at least 500 in 1 day"
    assert words["title"].endswith("people per month; ◆ under 28 days: the count")


def test_a_count_of_zero_on_a_log_scale_stands_at_the_foot_and_is_said() -> None:
    rows = make_rows({"count": 0}, {"count": 284, "window": "2024-02"})
    drawing = draw_claims(rows, LIGHT, log=True)
    assert drawing is not None
    figure: Any = drawing.figure()
    assert marks_of(figure)[0].x == (100, 284)
    assert figure.layout.xaxis.range[0] == 2
    (words,) = [note.text for note in figure.layout.annotations if note.name == "axis"]
    assert words == "people, log scale with 0 at its foot"


def test_a_count_of_zero_over_time_is_a_diamond_and_not_a_bar_without_height() -> None:
    rows = make_rows({"count": 0}, {"count": 284, "window": "2024-02"})
    for log, foot in ((False, 0), (True, 100)):
        drawing = draw_over_time("during", rows, Look(LIGHT, log=log))
        assert drawing is not None
        traces: Any = drawing.figure().data
        bar, diamond = traces
        assert (bar.type, diamond.type, diamond.y) == ("bar", "scatter", (foot,))
