"""What a link shows before it is opened, and what is answered where there is no page."""

from __future__ import annotations

import html
import io
import re

import pytest
from PIL import Image

from exports.pictures import find_browser, find_formats
from loaders.ledger import Ledger
from loaders.live import data_file, follow
from loaders.load import load
from loaders.sentences import say
from pages.menu import EDIT, PAGES
from server import heads
from server.heads import ICON
from tests.loaders.small import small
from tests.server.asgi import Answer, get
from tests.server.test_front import LOCAL, build

TRAP = '"><script>x</script>'


@pytest.fixture
def file(tmp_path, monkeypatch):
    file = tmp_path / "figures.yaml"
    file.write_text(small(("name: Defence Intelligence", f"name: '{TRAP}'")))
    monkeypatch.setenv("DESERTION_DATA", str(file))
    monkeypatch.delenv("DESERTION_HOSTS", raising=False)
    return file


def shown_ledger() -> Ledger:
    ledger = follow(data_file()).current().ledger
    assert ledger is not None
    return ledger


def visit(path: str, prefix: str = "") -> Answer:
    return get(build(prefix), prefix + path, [LOCAL])


def read_head(text: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    (title,) = re.findall(r"<title>(.*?)</title>", text)
    return {"title": title, **{name: html.unescape(content) for name, content in found}}


def test_every_page_of_the_menu_has_a_title_and_a_description_of_its_own():
    assert {one.address: one.title for one in (*PAGES, EDIT)} == {
        address: about.title for address, about in heads.PAGES.items()
    }
    assert len({about.description for about in heads.PAGES.values()}) == len(heads.PAGES)


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("page", heads.PAGES)
def test_the_html_of_a_page_says_what_the_page_is(page):
    answer = visit(f"/{page}?force=russia")
    about, head = heads.PAGES[page], read_head(answer.body)
    assert answer.status == 200
    assert head["title"] == f"{about.title} · Desertion statistics"
    assert head["description"] == head["og:description"] == about.description
    assert head["og:image"] == f"http://localhost:8501/preview/{page or 'overview'}.png"
    assert f'<link rel="canonical" href="http://localhost:8501/{page}">' in answer.body
    assert answer.body.count('<script type="module"') == 1


def test_a_figure_is_shared_with_its_claim_and_no_text_of_the_data_is_markup(file):
    answer = visit("/figure?id=hur-russia-2024", "/desertion")
    head = read_head(answer.body)
    ledger = load(file)
    assert head["title"] == "More than 18,000 people · Desertion statistics"
    assert head["description"] == say(ledger, ledger.figures["hur-russia-2024"])
    assert TRAP in head["description"]
    assert TRAP not in answer.body
    assert head["og:url"] == "http://localhost:8501/desertion/figure?id=hur-russia-2024"
    assert head["og:image"] == "http://localhost:8501/desertion/preview/hur-russia-2024.png"


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("path", ["/figure?id=none", "/by-units", "/wp-login", "/preview/none.png"])
def test_what_there_is_not_is_answered_404(path):
    assert visit(path).status == 404


@pytest.mark.usefixtures("file")
def test_where_there_is_no_page_the_dashboard_says_so_itself():
    answer = visit("/by-units")
    assert "<title>Page not found ·" in answer.body
    assert '<script type="module"' in answer.body


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("name", ["overview", "by-unit", "hur-russia-2024"])
def test_the_picture_of_a_link_is_a_png_of_the_size_that_is_asked_for(name):
    answer = visit(f"/preview/{name}.png")
    assert answer.headers["content-type"] == "image/png"
    picture = Image.open(io.BytesIO(answer.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


@pytest.mark.usefixtures("file")
@pytest.mark.long
def test_a_link_to_a_page_shows_a_card_until_its_chart_is_drawn():
    ledger = shown_ledger()
    card = visit("/preview/over-time.png")
    drawn = heads._drawing(ledger).result()
    assert list(drawn) == ["over-time", "by-unit", "by-source"]  # no cases by month in this file
    assert visit("/preview/over-time.png").content == drawn["over-time"] != card.content
    with Image.open(io.BytesIO(drawn["over-time"])) as chart:
        assert chart.size == (1200, 630)
    assert visit("/preview/about.png").content != card.content


@pytest.mark.usefixtures("file")
def test_without_a_chromium_a_link_shows_a_card(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    find_browser.cache_clear()
    find_formats.cache_clear()
    try:
        assert visit("/preview/over-time.png").status == 200
        assert heads._find_chart(shown_ledger(), "over-time") is None
    finally:
        find_browser.cache_clear()
        find_formats.cache_clear()


@pytest.mark.usefixtures("file")
def test_robots_are_told_where_the_list_of_pages_is_and_it_names_every_figure():
    robots = visit("/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    assert robots.body.endswith("Sitemap: http://localhost:8501/sitemap.xml\n")
    sitemap = visit("/sitemap.xml", "/desertion")
    found = re.findall("<loc>(.*?)</loc>", sitemap.body)
    assert sitemap.headers["content-type"] == "application/xml"
    assert "http://localhost:8501/desertion/figure?id=hur-russia-2024" in found
    assert "http://localhost:8501/desertion/by-unit" in found
    assert not [address for address in found if "edit" in address]


@pytest.mark.usefixtures("file")
def test_the_icon_is_ours_wherever_a_browser_asks_for_it():
    for answer in (visit("/favicon.ico"), visit("/favicon.png")):
        icon = Image.open(io.BytesIO(answer.content))
        assert (answer.headers["content-type"], icon.format) == ("image/png", "PNG")
        assert answer.content == ICON.read_bytes()


def test_without_data_pages_are_still_named(tmp_path, monkeypatch):
    monkeypatch.setenv("DESERTION_DATA", str(tmp_path / "none.yaml"))
    assert "<title>By unit ·" in visit("/by-unit").body
    assert visit("/preview/by-unit.png").status == 200
