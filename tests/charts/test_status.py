"""Claims that do not simply stand are told apart: a sign beside the mark, words in the hover."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from charts import by_source
from charts.look.caption import write_caption
from charts.look.style import LIGHT
from charts.marks.claims import read_marks
from charts.over_time import draw_over_time
from tests.charts.figures import looked, seen
from tests.charts.rows import make_rows

STATUSES = ("current", "doubtful", "superseded", "withdrawn")


def rows_of(kind: str) -> Any:
    windows = [f"2024-0{month}" for month in range(1, 5)]
    return make_rows(
        *(
            {"id": status, "count": 100 * n, "window": window, "kind": kind, "status": status}
            for n, (status, window) in enumerate(zip(STATUSES, windows, strict=True), 1)
        )
    )


def signs_in(figure: Any) -> dict[float, str]:
    """Number -> sign beside its mark."""
    (trace,) = [trace for trace in figure.data if trace.name == "status"]
    numbers = trace.y if isinstance(trace.x[0], str) else trace.x
    return dict(zip(numbers, trace.text, strict=True))


SIGNS = {200: "<b>?</b>", 300: "<b>×</b>", 400: "<b>×</b>"}


def test_rows_of_claims_have_a_sign_beside_their_dots() -> None:
    draw_claims = seen(by_source.draw_claims)
    assert signs_in(draw_claims(rows_of("during"), LIGHT)) == SIGNS


def test_bars_have_a_sign_at_their_top() -> None:
    draw_bars = looked(partial(draw_over_time, "during"))
    assert signs_in(draw_bars(rows_of("during"), LIGHT, as_reported=True)) == SIGNS


def test_steps_have_a_sign_at_their_dots() -> None:
    draw_steps = looked(partial(draw_over_time, "as_of"))
    assert signs_in(draw_steps(rows_of("as_of"), LIGHT)) == SIGNS


@pytest.mark.parametrize("kind", ["during", "as_of"])
def test_claims_that_stand_have_no_sign(kind: str) -> None:
    draw = looked(partial(draw_over_time, kind))
    figure = draw(rows_of(kind).head(1), LIGHT)
    assert [trace for trace in figure.data if trace.name == "status"] == []


def test_the_hover_says_what_became_of_the_claim() -> None:
    stands, doubtful, *_ = (
        mark.hover.replace("<br>", " ") for mark in read_marks(rows_of("during"))
    )
    assert "Doubtful: stands, but something speaks against it; the note says what." in doubtful
    assert "Current" not in stands


def test_the_caption_counts_them() -> None:
    caption = write_caption(rows_of("during"), "data version 2f3c9a1")
    assert "· of them 1 doubtful, 1 superseded, 1 withdrawn · reported, not verified ·" in caption
