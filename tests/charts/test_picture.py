"""A picture holds its title and its source, and leaves the chart as it was."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from charts.look.drawing import Drawing
from charts.look.picture import WIDTH, frame_picture
from charts.look.style import LIGHT


def chart() -> Drawing:
    drawing = Drawing(LIGHT, 300)
    drawing.add_bar(x=[1], y=[2])
    return drawing


def test_a_picture_has_title_caption_version_and_address_inside() -> None:
    notes = ["1 claim · data 2f3c9a1", "http://localhost/over-time?v=2f3c9a1"]
    picture = frame_picture(chart(), "Verdicts, March 2024", notes, LIGHT)
    title, foot = picture.layout.annotations
    assert title.text == "<b>Verdicts, March 2024</b>"
    assert foot.text == "1 claim · data 2f3c9a1<br>http://localhost/over-time?v=2f3c9a1"
    assert picture.layout.width == WIDTH


def test_a_picture_grows_by_what_stands_around_the_chart() -> None:
    one, two = (
        sizes(frame_picture(chart(), "Title", notes, LIGHT)) for notes in (["a"], ["a", "b"])
    )
    assert two["height"] - one["height"] == two["below"] - one["below"] > 0
    assert one["height"] - one["above"] - one["below"] == 300 - 8 - 8


def sizes(picture: go.Figure) -> dict[str, float]:
    layout: dict[str, Any] = picture.layout.to_plotly_json()
    margin = layout["margin"]
    return {"height": layout["height"], "above": margin["t"], "below": margin["b"]}


def test_the_chart_is_not_changed() -> None:
    before = chart()
    frame_picture(before, "Title", ["a"], LIGHT)
    assert before.to_json() == chart().to_json()


def test_text_from_the_data_is_no_markup_in_a_picture() -> None:
    picture = frame_picture(chart(), "<a href='http://e.example'>x</a>", ["<b>y</b>"], LIGHT)
    title, foot = picture.layout.annotations
    assert "<a" not in str(title.text)
    assert foot.text == "&lt;b&gt;y&lt;/b&gt;"
