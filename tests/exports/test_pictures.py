"""A chart as a file: drawn by the Chromium of the machine, or as HTML where there is none."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from exports.pictures import find_browser, find_formats, write_picture

CHART = go.Figure(
    go.Bar(x=[1], y=[2]),
    {"width": 400, "height": 300, "title": {"text": "Verdicts by Mediazona"}},
)


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    for function in (find_browser, find_formats):
        function.cache_clear()
    yield
    for function in (find_browser, find_formats):
        function.cache_clear()


@pytest.mark.long
def test_a_chromium_on_the_machine_draws_svg_with_the_title_inside():
    """And PNG, which tests/trust/test_egress.py has drawn."""
    assert find_formats() == ("png", "svg", "html")
    svg = write_picture(CHART, "svg").decode()
    assert svg.startswith("<svg")
    assert "Verdicts by Mediazona" in svg


@pytest.mark.usefixtures("no_browser")
def test_without_a_chromium_there_is_still_a_file():
    assert find_formats() == ("html",)
    html = write_picture(CHART, "html").decode()
    assert "Verdicts by Mediazona" in html
    assert 'src="http' not in html
