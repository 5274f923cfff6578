"""A picture holds its title and its source, and leaves the chart as it was."""

from __future__ import annotations

from functools import partial
from typing import Any

from charts.by_source import draw_claims
from charts.look.drawing import Drawing
from charts.look.picture import HEIGHT, WIDTH, draw_to_fit, frame_picture
from charts.look.style import LIGHT, Ink
from charts.marks.panels import MOST_PANELS, Look
from charts.over_time import draw_over_time
from tests.charts.rows import make_rows


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


def test_a_picture_has_the_shape_of_a_preview_and_grows_only_for_what_cannot_be_cut() -> None:
    layout = frame_picture(chart(), "Title", ["a"], LIGHT).layout
    assert (layout.width, layout.height) == (1200, 675)
    tall: Any = frame_picture(Drawing(LIGHT, 900), "Title", ["a", "b"], LIGHT).layout
    assert tall.height == 900 - 16 + tall.margin.t + tall.margin.b


def test_of_many_panels_and_rows_a_picture_holds_as_many_as_fit() -> None:
    rows = make_rows(*({"count": 1000, "claimant": f"c{n}"} for n in range(12)))

    def draw(ink: Ink, most: int = MOST_PANELS) -> Drawing | None:
        return draw_over_time("during", rows, Look(ink, most=most))

    panels, is_cut = draw_to_fit(draw, LIGHT)
    assert panels is not None
    assert is_cut
    assert panels.height < HEIGHT
    assert len(panels.spec()["data"]) == 1
    claims, is_cut = draw_to_fit(partial(draw_claims, rows), LIGHT)
    assert claims is not None
    assert (claims.height < HEIGHT, is_cut) == (True, True)
    whole, is_cut = draw_to_fit(partial(draw_claims, rows.head(3)), LIGHT)
    assert whole is not None
    assert not is_cut


def test_the_chart_is_not_changed() -> None:
    before = chart()
    frame_picture(before, "Title", ["a"], LIGHT)
    assert before.to_json() == chart().to_json()


def test_text_from_the_data_is_no_markup_in_a_picture() -> None:
    picture = frame_picture(chart(), "<a href='http://e.example'>x</a>", ["<b>y</b>"], LIGHT)
    title, foot = picture.layout.annotations
    assert "<a" not in str(title.text)
    assert foot.text == "&lt;b&gt;y&lt;/b&gt;"


def test_a_picture_says_which_colour_is_which_force_where_it_has_their_colours() -> None:
    rows = make_rows({"count": 10}, {"count": 12, "force": "ukraine", "unit": "ukraine"})
    drawing = draw_claims(rows, LIGHT)
    assert drawing is not None
    assert drawing.forces == ["ukraine", "russia"]
    foot = frame_picture(drawing, "Title", ["2 claims"], LIGHT).layout.annotations[-1]
    assert foot.text == (
        f'<span style="color:{LIGHT.lines[0]}">■</span> Ukrainian forces\u2003'
        f'<span style="color:{LIGHT.lines[1]}">■</span> Russian forces<br>2 claims'
    )


def test_what_is_drawn_of_many_rows_is_known_so_that_a_picture_counts_only_these() -> None:
    rows = make_rows({"id": "a", "count": 10}, {"id": "b", "count": 12})
    drawing = draw_claims(rows, LIGHT, most=1)
    assert drawing is not None
    assert drawing.ids == {"a"}
