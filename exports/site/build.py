"""A ledger in, the files of the site out: pages, data, one shared script; the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pandas as pd

from analysis.versions.news import list_news
from exports.card import write_card
from exports.changes import write_feed, write_json
from exports.citations import TITLE
from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from exports.edition import LICENCE
from exports.records import CAVEAT, describe_figures, write_figure
from exports.site.drawings import list_inks
from exports.site.figure_pages import make_figure_pages
from exports.site.linked import DESCRIPTION, write_sitemap
from exports.site.pages import Page, make_pages, say_day
from exports.templates import fill
from loaders.ledger import Ledger
from loaders.selection import Filters
from loaders.sentences import say

_ASSETS = Path(__file__).parent / "assets"
_MENU = {
    "index.html": "Overview",
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
    ledger: Ledger, table: pd.DataFrame, out: Path, address: str = "", file: str = ""
) -> int:
    """Write all files into `out` and return how many pages there are.

    `address` is where the site will stand; with it pages name their own address and there is a
    sitemap. `file` is where the ledger was read from; with it there is a feed of changes. Raises
    ValueError where `out` holds something already.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ValueError(f"{out} is not an empty folder; give a new one")
    address = f"{address.rstrip('/')}/" if address else ""
    pages = 0
    changes = _make_changes(file, ledger, address) if file else ()
    for path, body in chain(make_site(ledger, table, address), changes):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        pages += path.endswith(".html")
    return pages


def make_site(ledger: Ledger, table: pd.DataFrame, address: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path and its bytes."""
    paths = []
    for page in chain(make_pages(ledger, table, address), make_figure_pages(ledger, address)):
        paths.append(page.path)
        yield page.path, _fill(ledger, page, address)
        if page.rows is not None:
            yield page.values["csv"], write_csv(page.rows)
    yield from _make_data(ledger, table)
    yield from make_assets()
    if address:
        yield "sitemap.xml", write_sitemap(address, paths)
        yield "preview.png", write_card(TITLE, "Desertion statistics", DESCRIPTION, ledger.edition)


def _fill(ledger: Ledger, page: Page, address: str) -> bytes:
    folder, slash, _ = page.path.rpartition("/")
    return fill(
        f"site/{page.template}",
        ledger=ledger,
        site=TITLE,
        caveat=CAVEAT,
        menu=_MENU,
        here=_FOLDERS.get(folder, page.path),
        path=page.path,
        root="../" if slash else "",
        address=address,
        downloads=DOWNLOADS,
        licence=LICENCE,
        say=say,
        say_day=say_day,
        **page.values,
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


def make_assets() -> Iterator[tuple[str, bytes]]:
    """What the pages share: the style, the script, plotly."""
    for file in sorted(_ASSETS.iterdir()):
        body = file.read_bytes()
        if file.name == "charts.js":
            body = f"const INKS = {list_inks()};\n".encode() + body
        yield f"assets/{file.name}", body
