"""The static site: complete, self-contained, light, the same every time, and never markup."""

from __future__ import annotations

import json
import re
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image

from analysis.ladder import NO_SUM, RULE, climb, say_gap
from charts.look.style import DARK, LIGHT
from commands.__main__ import main
from exports.catalogue import TABLES
from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from exports.records import write_figure_json
from exports.site.build import make_site, write_site
from exports.site.drawings import WIDE, embed, list_inks
from exports.site.linked import describe_claim, describe_dataset
from exports.site.pages import LISTS, list_pages
from exports.site.stills import NARROW, draw_stills, list_stills
from loaders.load import read_ledger
from loaders.problems import RULES
from loaders.selection import Filters
from loaders.sentences import say, say_quantity, say_whole_time
from loaders.table import tabulate
from loaders.words import Word
from tests.exports.back import read_csv
from tests.loaders.small import small

HOSTILE = """\
measures:
  left_unit: {label: "Left <b>their</b> unit", counts: people, definition: "</script><script>"}
claimants:
  hur: {name: "<img src=x onerror=alert(1)>", kind: state_body}
units:
  russia: {name: Russian & other forces}
  ukraine: {name: Ukrainian forces}
articles:
  one: {outlet: "<i>News</i>", url: "https://example.org/?a=1&b=2", language: en, title: "</title>"}
figures:
  - id: hur-2023
    claimant: hur
    measure: left_unit
    unit: russia
    count: 10
    during: 2023
    basis: intelligence
    citations:
      - article: one
    note: "</script><script>alert(1)</script>"
  - id: hur-2024
    claimant: hur
    measure: left_unit
    unit: russia
    count: 30
    bound: more_than
    during: 2024
    basis: intelligence
    citations:
      - article: one
"""


SVG = "{http://www.w3.org/2000/svg}"


class Links(HTMLParser):
    """Everything a page refers to: what it loads, and where it leads."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.tags: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                canonical = ("rel", "canonical") in attrs
                (self.leads if tag == "a" or canonical else self.loads).append(value)


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Links]:
    return {str(file.relative_to(site)): Links(file) for file in sorted(site.rglob("*.html"))}


def test_every_figure_has_a_page_with_its_claim_and_its_articles(site, ledger):
    for id, figure in ledger.figures.items():
        page = unescape((site / f"figures/{id}.html").read_text("utf-8"))
        assert say(ledger, figure) in page
        for citation in figure.citations:
            assert ledger.articles[citation.article].url in page


def test_every_claim_stands_in_a_table_over_time_by_unit_and_by_source(pages, ledger):
    for folder in ("over-time", "units", "sources"):
        found = {
            Path(link).stem
            for path, links in pages.items()
            if path.startswith(f"{folder}/")
            for link in links.leads
            if link.startswith("../figures/")
        }
        assert found == set(ledger.figures)


def test_every_link_within_the_site_leads_somewhere(site, pages):
    for path, links in pages.items():
        for link in (*links.leads, *links.loads):
            if not urlsplit(link).scheme:
                target = link.partition("#")[0]
                assert not target or (site / path).parent.joinpath(target).is_file(), (path, link)


def test_nothing_is_loaded_from_another_site(pages):
    for path, links in pages.items():
        for link in links.loads:
            assert urlsplit(link).scheme in ("", "data"), (path, link)
        for link in links.leads:
            assert urlsplit(link).scheme in ("", "https", "http"), (path, link)


def test_each_page_says_in_its_head_what_a_link_to_it_shows(small_site):
    ledger = read_ledger(small().encode())
    titles = set()
    for page in small_site.rglob("*.html"):
        head = read_head(page.read_text("utf-8"))
        path = str(page.relative_to(small_site))
        titles.add(head["title"])
        assert head["og:title"] == head["twitter:title"] == head["title"].partition(" · ")[0]
        assert head["og:description"] == head["description"] != ""
        assert head["og:url"] == f"https://example.org/figures/{path}"
        picture = head["og:image"].removeprefix("https://example.org/figures/")
        assert picture == f"preview/{path.removesuffix('.html')}.png"
        with Image.open(small_site / picture) as preview:
            assert preview.size == (1200, 630)
    assert len(titles) == len(list(small_site.rglob("*.html")))
    claim = say(ledger, ledger.figures["hur-russia-2024"])
    head = read_head((small_site / "figures/hur-russia-2024.html").read_text("utf-8"))
    assert head["description"] == f"{claim} Reported, not independently verified."


def read_head(text: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    (title,) = re.findall(r"<title>(.*?)</title>", text)
    return {"title": unescape(title), **{name: unescape(content) for name, content in found}}


def test_pages_are_light(site, pages):
    for path in pages:
        most = 450_000 if path == "all-figures.html" else 150_000
        assert (site / path).stat().st_size < most, path


def test_one_page_has_every_figure_in_a_table_the_newest_first(pages, ledger):
    leads = pages["all-figures.html"].leads
    found = [Path(one).stem for one in leads if one.startswith("figures/")]
    assert sorted(found) == sorted(ledger.figures)
    days = [ledger.figures[id].end.last for id in found]
    assert days == sorted(days, reverse=True)


def test_the_codebook_has_every_column_every_word_of_a_list_and_every_rule(site):
    codebook = unescape((site / "codebook.html").read_text("utf-8"))
    for name, table in TABLES.items():
        assert f'<h3 id="{name}">' in codebook
        assert all(f"<code>{column}</code>" in codebook for column in table.columns)
    assert set(LISTS.values()) == {
        words for words in Word.__subclasses__() if words.__module__ == Word.__module__
    }
    for words in LISTS.values():
        assert [word for word in words if word.definition not in codebook] == []
    for rule, meaning in RULES.items():
        assert f"<dt><code>{rule}</code></dt><dd>{meaning}</dd>" in codebook
    assert RULE in codebook


def test_the_rows_of_a_page_can_be_taken_away(site, table):
    figures = read_csv((site / "data/over-time/help_requests-during.csv").read_bytes())
    expected = table[(table["measure"] == "help_requests") & (table["kind"] == "during")]
    assert figures.equals(expected.reset_index(drop=True))
    own = table[table["claimant"] == "hur"]
    assert (site / "data/sources/hur.csv").read_bytes() == write_csv(own)


def test_the_data_lies_beside_the_pages_as_the_server_gives_it(site, ledger, table):
    for name, download in DOWNLOADS.items():
        assert (site / "data" / name).read_bytes() == download.write(ledger, table, Filters())
    for id in list(ledger.figures)[::40]:
        written = (site / f"data/figures/{id}.json").read_bytes()
        assert written == write_figure_json(ledger, table, id)


def test_the_sitemap_lists_every_page(small_site):
    tree = ElementTree.fromstring((small_site / "sitemap.xml").read_bytes())
    pages = [page.relative_to(small_site) for page in small_site.rglob("*.html")]
    found = [entry.text for entry in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(map(str, found)) == sorted(
        f"https://example.org/figures/{path}" for path in pages
    )
    assert "https://example.org/figures/index.html" in found


GOOGLE_REQUIRES = {"name", "description"}
GOOGLE_RECOMMENDS = {
    *("creator", "distribution", "isAccessibleForFree", "keywords", "license"),
    *("temporalCoverage", "url", "variableMeasured", "version"),
}
"""Of a Dataset; those that no data set of claims has (a DOI, a place, a catalogue) are left out."""


def linked_data(page: Path) -> dict[str, Any]:
    pattern = r'<script type="application/ld\+json">(.*?)</script>'
    (text,) = re.findall(pattern, page.read_text("utf-8"), re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def test_machines_read_a_dataset_and_claims(site, small_site, ledger):
    dataset = describe_dataset(ledger, "https://example.org/figures/")
    assert linked_data(small_site / "index.html")["url"] == dataset["url"]
    assert (dataset["@type"], dataset["version"]) == ("Dataset", ledger.version)
    assert {one["contentUrl"] for one in dataset["distribution"]} == {
        f"https://example.org/figures/data/{name}" for name in DOWNLOADS
    }
    assert set(dataset) >= GOOGLE_REQUIRES | GOOGLE_RECOMMENDS
    assert 50 <= len(dataset["description"]) <= 5000
    assert dataset["url"] == "https://example.org/figures/"
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["dateModified"] == str(ledger.dated)
    assert [one["name"] for one in dataset["variableMeasured"]] == [
        measure.label for measure in ledger.measures.values()
    ]
    claim = linked_data(site / "figures/idite-lesom-2024-01.html")
    assert claim["@type"] == "Claim"
    assert claim["text"] == say(ledger, ledger.figures["idite-lesom-2024-01"])
    assert claim["author"]["name"] == "Idite Lesom"
    assert claim["temporalCoverage"] == "2024-01"
    assert [one["publisher"]["name"] for one in claim["appearance"]] == [
        ledger.articles[citation.article].outlet
        for citation in ledger.citations_of(ledger.figures["idite-lesom-2024-01"])
    ]


@pytest.mark.parametrize(
    ("kind", "role", "thing"),
    [
        ("state_body", "author", "GovernmentOrganization"),
        ("media", "author", "NewsMediaOrganization"),
        ("ngo", "author", "NGO"),
        ("individual", "author", "Person"),
        ("leak", "isBasedOn", "CreativeWork"),
    ],
)
def test_who_claims_is_what_the_file_says(kind, role, thing):
    ledger = read_ledger(small(("kind: state_body, side: ukraine", f"kind: {kind}")).encode())
    claim = describe_claim(ledger, ledger.figures["hur-russia-2024"])
    assert claim[role] == {"@type": thing, "name": "Defence Intelligence"}
    assert {"author", "isBasedOn"} & set(claim) == {role}


def test_an_outlet_that_is_a_newsroom_publishes_news_and_another_an_article():
    text = small(("name: Agora, kind: ngo", "name: Paper, kind: media"))
    ledger = read_ledger(text.encode())
    claim = describe_claim(ledger, ledger.figures["hur-russia-2024"])
    assert [(one["@type"], one["publisher"]["@type"]) for one in claim["appearance"]] == [
        ("NewsArticle", "NewsMediaOrganization"),
        ("Article", "Organization"),
    ]


def test_text_from_the_data_is_never_markup():
    ledger = read_ledger(HOSTILE.encode())
    files = dict(make_site(ledger, tabulate(ledger), ""))
    for path, body in files.items():
        if path.endswith(".html"):
            page = body.decode()
            assert not re.search(r"<b>|<i>|<img|onerror=alert\(1\)>", page), path
            assert page.count("<script") == page.count("</script>"), path
            assert len(re.findall(r"<script(?! type=\"application| src=\")", page)) == 0, path
    assert "sitemap.xml" not in files
    assert b"&lt;img src=x onerror=alert(1)&gt;" in files["figures/hur-2023.html"]


@pytest.mark.long
def test_the_same_data_gives_the_same_files():
    ledger = read_ledger(HOSTILE.encode())
    first, second = (dict(make_site(ledger, tabulate(ledger), "")) for _ in range(2))
    assert first == second


def test_the_front_page_has_the_ladder_of_the_dashboard(site, ledger):
    page = unescape((site / "index.html").read_text("utf-8"))
    text = " ".join(re.sub("<[^>]+>", " ", page).split())
    assert f"{NO_SUM} {RULE}" in text
    for step in climb(ledger):
        assert ledger.measures[step.measure].label in text
        for rung in step.rungs:
            for figure in rung.figures:
                link = f'<a href="figures/{figure.id}.html">{say_quantity(ledger, figure)}</a>'
                assert link in page
                assert say_whole_time(ledger, figure) in text
            assert say_gap(ledger, rung) in text
            assert (rung.others.words if rung.others else "") in text


def test_the_fonts_of_the_dashboard_lie_beside_the_style_and_never_make_text_jump(site):
    css = (site / "assets/site.css").read_text("utf-8")
    named = re.findall(r'url\("(.+?)"\)', css)
    assert set(named) == {path.name for path in Path("pages/static/fonts").glob("source-sans-3-*")}
    assert all((site / "assets" / name).is_file() for name in named)
    assert css.count("@font-face") == css.count("font-display: optional") == len(named)
    assert (site / "assets/LICENSE.txt").is_file()


def test_a_drawn_chart_is_a_picture_with_its_room_kept_in_colours_of_light_and_dark(small_site):
    page = (small_site / "over-time/left_unit-during.html").read_text("utf-8")
    (height,) = re.findall(r'class="chart" style="height: (\d+)px"', page)
    found = re.findall(r'(?:srcset|src)="(\.\./charts/[^"]+)"', page)
    assert found == [
        "../charts/over-time/left_unit-during-1-narrow.svg",
        "../charts/over-time/left_unit-during-1.svg",
    ]
    for path, width in zip(found, (NARROW, WIDE), strict=True):
        svg = (small_site / "over-time" / path).read_text("utf-8")
        assert f'width="{width}" height="{height}"' in svg
        for light, dark in zip((LIGHT.paper, LIGHT.text), (DARK.paper, DARK.text), strict=True):
            assert light in svg
            assert dark in svg.partition("prefers-color-scheme:dark")[2]
        assert set(re.findall(r"rgb\(.*?\)", svg)) <= {"rgb(0, 0, 0)"}
        drawing = ElementTree.fromstring(svg)
        assert {one.get("id") for one in drawing.iter(f"{SVG}clipPath")} == set(
            re.findall(r"url\(#(.+?)\)", svg)
        )
        assert [one for one in drawing.iter(f"{SVG}g") if not len(one)] == []
        assert [one.attrib for one in drawing.iter() if "style" in one.attrib] == []
    assert "plotly" not in page.replace("plotly_", "")


def test_where_nothing_drew_them_charts_are_drawn_by_the_script_at_once(site):
    page = (site / "over-time/help_requests-during.html").read_text("utf-8")
    assert "<img" not in page
    assert 'plotly-basic-4.1.1.min.js" as="script"' in page
    assert not (site / "charts").exists()


@pytest.mark.long
def test_the_same_chart_gives_the_same_picture_with_every_text_as_it_is():
    ledger = read_ledger(small().encode())
    drawings = [one for page in list_pages(ledger, tabulate(ledger), "") for one in page.drawings]
    hostile = 'A style="b" <g></g> rgb(20, 23, 27)'
    layout = drawings[0].spec["layout"] | {"title": {"text": hostile.replace("<", "&lt;")}}
    drawing = drawings[0]._replace(spec={**drawings[0].spec, "layout": layout})
    stills = dict(list_stills("a.html", [drawing]))
    drawn = list(draw_stills(stills))
    assert drawn == list(draw_stills(stills))
    texts = [one.text for one in ElementTree.fromstring(drawn[0][1]).iter(f"{SVG}text")]
    assert hostile in texts


def test_a_json_string_cannot_end_its_element():
    assert embed('{"a": "</script>&"}') == '{"a": "\\u003c/script\\u003e\\u0026"}'
    assert json.loads(embed('{"a": "</script>&"}')) == {"a": "</script>&"}


def test_every_light_colour_has_its_dark_one():
    inks = json.loads(list_inks())
    assert inks[LIGHT.paper] == DARK.paper
    assert inks["rgba(11,92,173,"] == "rgba(86,180,233,"
    assert len(inks) == 2 * (5 + len(LIGHT.lines))


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["site", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path} is not an empty folder; give a new one\n"
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_says_what_it_wrote(tmp_path, capsys):
    (tmp_path / "figures.yaml").write_text(HOSTILE)
    assert main(["site", str(tmp_path / "out"), "--file", str(tmp_path / "figures.yaml")]) == 0
    pages = len(list((tmp_path / "out").rglob("*.html")))
    assert capsys.readouterr().out == (
        f"{pages} pages in {tmp_path / 'out'}\nNo sitemap: give --address URL to have one.\n"
    )


def test_a_data_file_without_figures_gives_a_site_too_where_no_browser_can_be_driven(
    tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "kaleido", None)
    ledger = read_ledger(HOSTILE[: HOSTILE.index("figures:")].encode() + b"figures: []\n")
    assert write_site(ledger, tabulate(ledger), tmp_path) == 8
