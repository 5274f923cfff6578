"""A ledger in, the files of the site out: pages, data, one shared script; the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pandas as pd

from exports.card import SIZE, write_card
from exports.changes import write_feed, write_json
from exports.citations import TITLE
from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from exports.pictures import Wanted
from exports.records import describe_figures, write_figure
from exports.site.drawings import list_inks, write_inks
from exports.site.linked import NAME, write_sitemap
from exports.site.pages import Page, find_course, list_pages
from exports.site.previews import CHARTS, Titled, frame_preview
from exports.site.stills import draw_stills, list_stills, name_stills
from exports.templates import fill
from loaders import sentences
from loaders.ledger import Ledger
from loaders.search import list_texts
from loaders.selection import Filters
from loaders.words import humanise
from versions.news import list_news

_ASSETS = Path(__file__).parent / "assets"
_STATIC = Path(__file__).parents[2] / "pages" / "static"
_FONTS, _ICON = _STATIC / "fonts", _STATIC / "favicon.png"
_LETTERS = "source-sans-3-*.woff2"
"""The fonts of words; those of Streamlit's own signs and icons are not needed here."""
_FRONT = "index.html"
_MENU = {
    _FRONT: "Overview",
    "over-time.html": "Over time",
    "by-unit.html": "By unit",
    "by-source.html": "By source",
    "all-figures.html": "All figures",
    "about.html": "About",
    "codebook.html": "Codebook",
    "data.html": "Data",
}
_FOLDERS = {"over-time": "over-time.html", "units": "by-unit.html", "sources": "by-source.html"}
"""Folder -> the entry of the menu that leads to it."""


def write_site(
    ledger: Ledger,
    table: pd.DataFrame,
    out: Path,
    address: str = "",
    file: str = "",
    drawn: bool = False,
) -> int:
    """Write all files into `out` and return how many pages there are.

    `address` is where the site will stand; with it pages name their own address and a picture, and
    there is a sitemap. `file` is where the ledger was read from; with it there is a feed of
    changes. `drawn` charts are pictures until a reader touches them; they need a Chromium here.
    Raises ValueError where `out` holds something already.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ValueError(f"{out} is not an empty folder; give a new one")
    address = f"{address.rstrip('/')}/" if address else ""
    pages = 0
    changes = _make_changes(file, ledger, address) if file else ()
    for path, body in chain(make_site(ledger, table, address, drawn), changes):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        pages += path.endswith(".html")
    return pages


def make_site(
    ledger: Ledger, table: pd.DataFrame, address: str, drawn: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path and its bytes."""
    paths: list[str] = []
    stills: dict[str, Wanted] = {}
    for page in list_pages(ledger, table, address):
        paths.append(page.path)
        yield page.path, _fill(ledger, page, address, drawn)
        if page.rows is not None:
            yield page.values["csv"], write_csv(page.rows)
        stills |= list_stills(page.path, page.drawings) if drawn else ()
        if not address:
            continue
        preview = name_preview(page.path)
        if drawn and page.drawings:
            stills[preview] = frame_preview(*_choose_chart(ledger, table, page))
        else:
            yield preview, write_card(TITLE, page.title, page.description, ledger.edition)
    if stills:  # else no Chromium is started: there may be none
        yield from draw_stills(stills)
    yield from _make_data(ledger, table)
    yield from make_assets(ledger)
    yield "robots.txt", _write_robots(address)
    if address:
        yield "sitemap.xml", write_sitemap(address, paths)


def _write_robots(address: str) -> bytes:
    """Everything may be read; where the list of it is."""
    sitemap = f"Sitemap: {address}sitemap.xml\n" if address else ""
    return f"User-agent: *\nDisallow:\n{sitemap}".encode()


def name_preview(path: str) -> str:
    """`figures/hur-2024.html` -> `preview/figures/hur-2024.png`."""
    return f"preview/{path.removesuffix('.html')}.png"


def _choose_chart(ledger: Ledger, table: pd.DataFrame, page: Page) -> Titled:
    """What a link to the page shows: of the front page both forces, else its first chart."""
    if page.path == _FRONT:
        return next(CHARTS[""](ledger, table))
    return page.title, page.drawings[0]


def _fill(ledger: Ledger, page: Page, address: str, drawn: bool) -> bytes:
    folder, slash, _ = page.path.rpartition("/")
    values = {"thing": None, **page.values}
    return fill(
        f"site/{page.template}",
        ledger=ledger,
        site=NAME,
        menu=_MENU,
        here=_FOLDERS.get(folder, page.path),
        path=page.path,
        root="../" if slash else "",
        about=page,
        title=page.title,
        description=page.description,
        address=f"{address}{page.path}" if address else "",
        picture=f"{address}{name_preview(page.path)}",
        size=SIZE,
        drawings=page.drawings,
        pictured=drawn,
        stills=name_stills(page.path),
        downloads=DOWNLOADS,
        sentences=sentences,
        humanise=humanise,
        find_course=find_course,
        **values,
    ).encode()


def _make_data(ledger: Ledger, table: pd.DataFrame) -> Iterator[tuple[str, bytes]]:
    for name, download in DOWNLOADS.items():
        yield f"data/{name}", download.write(ledger, table, Filters())
    for record in describe_figures(ledger, table):
        yield f"data/figures/{record['id']}.json", write_figure(ledger, record)


def _make_changes(file: str, ledger: Ledger, address: str) -> Iterator[tuple[str, bytes]]:
    where = f"{address or '../'}figures/{{}}.html"
    yield "data/changes.json", write_json(file, ledger, "")
    yield "data/changes.atom", write_feed(ledger, list_news(file, ledger), where)


def make_assets(ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """What the pages share: the dashboard's font, icon and style, the scripts, plotly."""
    for file in sorted([*_ASSETS.iterdir(), *_FONTS.glob(_LETTERS), _FONTS / "LICENSE.txt", _ICON]):
        yield f"assets/{file.name}", _before(file.name) + file.read_bytes()
    words = json.dumps(list_texts(ledger), ensure_ascii=False, indent=0)
    yield "assets/words.js", f"const WORDS = {words};\n".encode()


def _before(name: str) -> bytes:
    """What is written before a file: the colours of charts and pages stand in charts/look alone."""
    if name == "charts.js":
        return f"const INKS = {list_inks()};\n".encode()
    return f"{write_inks()}{_read_style()}".encode() if name == "site.css" else b""


def _read_style() -> str:
    """The dashboard's style, its fonts beside it; a late font waits for the next page."""
    style = (_STATIC / "page.css").read_text("utf-8")
    return style.replace('src: url("app/static/fonts/', 'font-display: optional;\n  src: url("')
