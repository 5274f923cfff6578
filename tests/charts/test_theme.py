"""The page and the charts on it have one look: colours and font are the same in both."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from charts.look.style import DARK, FONT, LIGHT, Ink
from server.first_view import ICONS, SIGNS

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEME = CONFIG["theme"]


@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=lambda ink: ink.name)
def test_the_page_has_the_paper_and_ink_of_the_charts(ink: Ink):
    page = THEME[ink.name]
    assert page["backgroundColor"] == ink.paper
    assert page["secondaryBackgroundColor"] == ink.shade
    assert page["textColor"] == ink.text
    assert page["primaryColor"] == ink.lines[0]


def test_charts_are_set_in_the_font_of_the_page():
    assert FONT.split(",")[0] == THEME["font"].split(",")[0]


def test_every_font_is_shipped_with_its_licence_and_none_is_fetched_elsewhere():
    style = (ROOT / "pages" / "static" / "page.css").read_text(encoding="utf-8")
    urls = re.findall(r'url\("(.*?)"\)', style)
    assert all(url.startswith("app/static/fonts/") for url in urls)
    fonts = ROOT / "pages" / "static" / "fonts"
    named = {Path(url).name for url in urls} | {ICONS.name, SIGNS.name}
    assert named == {file.name for file in fonts.glob("*.woff2")}
    licences = (fonts / "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licences
    assert "Apache License" in licences


def test_nothing_hidden_lies_among_the_files_sent_to_readers():
    assert [p for p in (ROOT / "pages" / "static").rglob("*") if p.name.startswith(".")] == []
