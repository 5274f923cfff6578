"""The HTML of a page names what its first view needs, by what the installed Streamlit calls it."""

from __future__ import annotations

import re

import pytest
from fontTools.ttLib import TTFont

from pages.menu import FIGURE, FILTERED, PAGES
from pages.shared.chart import SCRIPT
from server.compressed import find_assets, find_files
from server.first_view import (
    BUNDLE,
    ICONS,
    NOTHING,
    PARTS,
    SIGNS,
    find_font,
    find_icons,
    find_page,
    find_scripts,
    write_page,
)
from tools.fonts import find_names, read_icons

LINK = re.compile(r'<link rel="(modulepreload|preload)"[^>]*? href="\./([^"]+)"')


@pytest.mark.parametrize("page", PARTS)
def test_every_file_that_a_page_names_is_served(page):
    served = {path.lstrip("/") for path in {**find_files(), **find_assets()}}
    named = {path for _, path in LINK.findall(write_page(PARTS[page]))}
    assert named - served == {"app/static/fonts/source-sans-3-latin.woff2"}
    assert (BUNDLE in named) == PARTS[page].charts


def test_a_widget_is_named_with_all_that_its_script_imports():
    page = find_page().read_text("utf-8")
    found = find_scripts(["Multiselect", "Multiselect"])
    assert re.fullmatch(r"Multiselect\.[\w-]+\.js", found[0])
    assert len(found) == len(set(found)) > 10
    assert not [file for file in found if file in page]


def test_an_update_of_streamlit_without_a_script_of_that_name_does_not_start():
    said = r"the installed Streamlit has no single js/Abacus\.\*\.js"
    with pytest.raises(LookupError, match=said):
        find_scripts(["Abacus"])


def test_the_room_of_the_filters_is_kept_on_the_pages_that_have_them():
    filtered = {address for address, parts in PARTS.items() if parts.filters}
    assert filtered == FILTERED
    assert PARTS.keys() <= {one.address for one in PAGES} | {FIGURE.address}
    assert "--drawer: 300px" in write_page(PARTS["over-time"])
    assert "--drawer: 300px" not in write_page(NOTHING)


def test_the_rest_of_the_page_is_streamlits_own():
    added = re.compile(
        r"<style>.*?</style>\s*|<link rel=.(module)?preload.*?>\s*|"
        r"<script>\s*// Stands in.*?</script>\s*|\s+",
        re.DOTALL,
    )
    own = re.sub(r'<link\s+rel="preload".*?>', "", find_page().read_text("utf-8"), flags=re.DOTALL)
    assert added.sub("", write_page(PARTS["by-unit"])) == added.sub("", own)


def test_the_bundle_of_charts_is_the_one_that_their_script_asks_for():
    assert f'"../../{BUNDLE}"' in SCRIPT.read_text("utf-8")


def test_every_icon_and_sign_that_streamlit_can_show_is_in_the_fonts_that_we_send():
    """Fails after an update of Streamlit: python -m tools.fonts takes them anew."""
    theirs, ours = read_icons(TTFont(find_icons())), read_icons(TTFont(ICONS))
    assert ours.keys() >= find_names() & theirs.keys()
    letters = TTFont(SIGNS).getBestCmap()
    assert {ord(sign) for sign in "←→↑↓"} <= letters.keys()
    assert letters.keys() <= TTFont(find_font()).getBestCmap().keys()
    assert find_files()[f"/static/media/{find_icons().name}"] == ICONS
    assert find_files()[f"/static/media/{find_font().name}"] == SIGNS
