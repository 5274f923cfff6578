"""desertion export, site: the files that a reader could download, and the static site."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from commands.command import FILE, Failed, argument, command
from commands.progress import show_progress
from exports.downloads import DOWNLOADS
from exports.site.build import write_site
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import Refused
from loaders.selection import FILTERS, parse_filters, select
from loaders.table import tabulate


@command(
    "export",
    argument(
        "name",
        choices=DOWNLOADS,
        metavar="NAME",
        help="; ".join(f"{name}: {download.meaning}" for name, download in DOWNLOADS.items()),
    ),
    argument("--out", metavar="FILE", help="write here, not to standard output"),
    FILE,
    *(argument(f"--{name}", action="append", help=one.meaning) for name, one in FILTERS.items()),
)
def export(options: Namespace) -> int:
    """Write what a reader could download, whole or filtered."""
    with show_progress(lambda: options.name):
        body = _make(options.name, options)
    if options.out:
        Path(options.out).write_bytes(body)
    else:
        sys.stdout.buffer.write(body)
    return 0


def _make(name: str, options: Namespace) -> bytes:
    ledger = _load(options.file)
    filters = parse_filters(_pairs(options), ledger)
    rows = select(ledger, tabulate(ledger), filters)
    return DOWNLOADS[name].write(ledger, rows, filters)


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
    with show_progress(lambda: f"{sum(1 for _ in out.rglob('*.html'))} pages"):
        pages = write_site(ledger, tabulate(ledger), out, options.address)
    print(f"{pages} pages in {out}")
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
