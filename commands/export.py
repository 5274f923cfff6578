"""desertion export, site: the files that a reader could download, and the static site."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from commands.command import FILE, Failed, argument, command, show_progress
from exports.changes import CHANGES
from exports.downloads import DOWNLOADS, find_id
from exports.pictures import find_formats
from exports.records import write_figure_json
from exports.site.build import write_site
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import Refused, suggest
from loaders.selection import FILTERS, parse_filters, select
from loaders.table import tabulate

BIBLIOGRAPHIES = {"bibtex": "articles.bib", "csl": "articles.json"}


def find_name(word: str) -> str:
    """The file that a word means: its whole name, `csv` for figures.csv, `package`, `bibtex`.

    Raises Failed for a word that means none.
    """
    if word in BIBLIOGRAPHIES:
        return BIBLIOGRAPHIES[word]
    if f"figures.{word}" in DOWNLOADS:
        return f"figures.{word}"
    known = [*DOWNLOADS, *CHANGES]
    if word in known or find_id(word):
        return word
    if found := next((name for name in DOWNLOADS if name.partition(".")[0] == word), ""):
        return found
    raise Failed(f'there is no file "{word}"{suggest(word, known)}')


@command(
    "export",
    argument(
        "name",
        metavar="NAME",
        help="csv stands for figures.csv, package for package.zip, and so on; "
        + "; ".join(f"{name}: {download.meaning}" for name, download in DOWNLOADS.items())
        + "; changes.json, changes.atom: what has become of the figures, from git"
        + "; figures/ID.json: one figure",
    ),
    argument("--out", metavar="FILE", help="write here, not to standard output"),
    argument("--since", metavar="VERSION", default="", help="for changes: since which version"),
    FILE,
    *(argument(f"--{name}", action="append", help=one.meaning) for name, one in FILTERS.items()),
)
def export(options: Namespace) -> int:
    """Write what a reader could download, whole or filtered."""
    name = find_name(options.name)
    with show_progress(lambda: name):
        body = _make(name, options)
    if options.out:
        Path(options.out).write_bytes(body)
    else:
        sys.stdout.buffer.write(body)
    return 0


def _make(name: str, options: Namespace) -> bytes:
    ledger = _load(options.file)
    filters = parse_filters(_pairs(options), ledger)
    id = find_id(name)
    if filters and (id or name in CHANGES):
        what = "one figure takes" if id else "the changes take"
        raise Failed(f'{what} no filters; leave "{next(iter(filters))}" out')
    if id:
        return _write_figure(id, ledger)
    if name in CHANGES:
        return _write_changes(name, ledger, options)
    rows = select(ledger, tabulate(ledger), filters)
    return DOWNLOADS[name].write(ledger, rows, filters)


def _write_figure(id: str, ledger: Ledger) -> bytes:
    if id not in ledger.figures:
        raise Failed(f'there is no figure "{id}"{suggest(id, ledger.figures)}')
    return write_figure_json(ledger, tabulate(ledger), id)


def _write_changes(name: str, ledger: Ledger, options: Namespace) -> bytes:
    try:
        return CHANGES[name](options.file, ledger, options.since)
    except KeyError:
        raise Failed(f'there is no version "{options.since}" of the data here') from None


def _pairs(options: Namespace) -> Iterator[tuple[str, str]]:
    for parameter in FILTERS:
        for value in getattr(options, parameter) or ():
            yield parameter, value


@command(
    "site",
    argument("out", metavar="OUT", help="a new or empty folder"),
    FILE,
    argument("--address", metavar="URL", default="", help="where the site will stand"),
)
def site(options: Namespace) -> int:
    """Write the static site: plain pages for any file server."""
    ledger, out = _load(options.file), Path(options.out)
    drawn = "svg" in find_formats()
    with show_progress(lambda: f"{sum(1 for _ in out.rglob('*.html'))} pages"):
        pages = write_site(ledger, tabulate(ledger), out, options.address, options.file, drawn)
    print(f"{pages} pages in {out}")
    if not drawn:
        print("No Chromium here: the charts are drawn in the browsers of the readers.")
    if not options.address:
        print("No sitemap: give --address URL to have one.")
    return 0


def _load(path: str) -> Ledger:
    """Data with errors is not exported: the first of them says why."""
    try:
        return load(path)
    except Refused as refusal:
        first, *others = refusal.problems
        more = f" (and {len(others)} more)" if others else ""
        raise Failed(f"{first}{more}", 1 if first.place.line else 2) from None
