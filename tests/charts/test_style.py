"""The house style: contrast, colour-blind safety, numbers and text as plotly will show them."""

from __future__ import annotations

import itertools

import pytest

from charts.examples import FORMS, draw_example
from charts.look.drawing import Drawing
from charts.look.style import DARK, HOVER, LIGHT, Ink, fade, ink_for, plain
from charts.marks.claims import read_marks
from tests.charts.rows import make_rows

INKS = pytest.mark.parametrize("ink", [LIGHT, DARK], ids=lambda ink: ink.name)
DEFICITS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Machado, Oliveira and Fernandes (2009), full severity, on linear RGB."""
XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0178, 0.1095, 0.8727))
"""Linear sRGB to XYZ over the white point D65."""


@INKS
def test_every_mark_stands_out_three_to_one_from_its_paper(ink: Ink):
    assert min(contrast(color, ink.paper) for color in ink.lines) >= 3


@INKS
@pytest.mark.parametrize("ground", ["paper", "shade"])
def test_every_word_stands_out_four_and_a_half_to_one(ink: Ink, ground: str):
    assert min(contrast(color, getattr(ink, ground)) for color in (ink.text, ink.muted)) >= 4.5


@INKS
@pytest.mark.parametrize("deficit", DEFICITS)
def test_any_two_lines_stay_apart_for_colour_blind_readers(ink: Ink, deficit: str):
    seen = [lab(dot(DEFICITS[deficit], linear(color))) for color in ink.lines]
    nearest = min(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5
                  for pair in itertools.combinations(seen, 2))  # fmt: skip
    assert nearest >= 13


@INKS
def test_a_colour_of_a_force_means_nothing_else(ink: Ink):
    forces = {ink.force("ukraine"), ink.force("russia")}
    assert len(forces) == 2
    assert forces.isdisjoint({ink.neutral, ink.accent})
    assert {"lag", "lags", "coverage", "turns", "outlets", "reconciliation", "provenance"} == {
        form for form in FORMS if not any(color in _write(form, ink) for color in forces)
    }


def _write(form: str, ink: Ink) -> str:
    """The drawing of a form without its see-through colours told apart from full ones."""
    drawing = draw_example(form, ink)
    assert drawing is not None
    text = drawing.to_json()
    for color in (ink.force("ukraine"), ink.force("russia")):
        text = text.replace(fade(color, 0).rpartition(",")[0], color)
    return text


def test_the_ink_follows_the_reader_s_theme():
    assert ink_for("dark") is DARK
    assert ink_for("light") is LIGHT
    assert ink_for(None) is LIGHT


def test_axes_write_thousands_as_the_pages_do():
    assert Drawing(LIGHT, 300).figure().layout.separators == ".,"


def test_tests_draw_nothing_that_plotly_does_not_know():
    drawing = Drawing(LIGHT, 300)
    drawing.add_scatter(x=[1], y=[2], mood="dots")
    with pytest.raises(ValueError, match="mood"):
        drawing.figure()


def test_text_from_the_data_is_never_markup():
    assert plain("<b>18,000</b> & more") == "&lt;b&gt;18,000&lt;/b&gt; &amp; more"


def test_hover_is_the_sentence_and_the_first_citation():
    rows = make_rows({"sentence": "Astra reported 1,200 people.", "first_outlet": "<i>Astra</i>"})
    assert [mark.hover for mark in read_marks(rows)] == [
        "Astra reported 1,200 people.<br>First cited: &lt;i&gt;Astra&lt;/i&gt;, 2 January 2025"
    ]


def test_hover_says_so_when_the_article_has_no_date():
    rows = make_rows({"sentence": "One.", "first_published": None})
    assert [mark.hover for mark in read_marks(rows)] == ["One.<br>First cited: Astra, undated"]


def test_the_hover_template_is_constant():
    assert HOVER == "%{hovertext}<extra></extra>"


def linear(color: str) -> list[float]:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def dot(matrix, vector) -> list[float]:
    return [min(max(sum(a * b for a, b in zip(row, vector, strict=True)), 0), 1) for row in matrix]


def lab(color: list[float]) -> tuple[float, float, float]:
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in dot(XYZ, color))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((dot(XYZ, linear(color))[1] for color in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
