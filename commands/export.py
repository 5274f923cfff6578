"""python -m commands export csv | json | package | … [--out FILE] [filters], or site OUT.

Writes what a reader could download, or the static site.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from exports.downloads import DOWNLOADS
from exports.site.build import write_site
from loaders.load import load
from loaders.problems import Refused
from loaders.selection import FILTERS, parse_filters, select
from loaders.table import tabulate

COMMANDS = {
    "csv": "figures.csv",
    "json": "figures.json",
    "citations": "citations.csv",
    "relations": "relations.csv",
    "gaps": "gaps.csv",
    "parquet": "figures.parquet",
    "bibtex": "articles.bib",
    "csl": "articles.json",
    "package": "package.zip",
}
"""Word on the command line -> the download it writes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0: written. 1: the data has errors. 2: a wrong option, or a file that cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "site":
            _write_site(options)
        else:
            _write(options, _make(options))
    except Refused as refusal:
        return _complain(_summary(refusal), 1 if refusal.problems[0].place.line else 2)
    except ValueError as error:
        return _complain(str(error), 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        return _complain(f"cannot write {options.out}: {(error.strerror or str(error)).lower()}", 2)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exports", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command, name in COMMANDS.items():
        about = DOWNLOADS[name].meaning
        one = commands.add_parser(command, help=about, description=about)
        one.add_argument("--out", metavar="FILE", help="write here, not to standard output")
        one.add_argument("--file", metavar="FILE", default="figures.yaml", help="read this data")
        for name, filter in FILTERS.items():
            one.add_argument(f"--{name}", action="append", help=filter.meaning)
    site = commands.add_parser("site", help="The static site.", description="The static site.")
    site.add_argument("out", metavar="OUT", help="a new or empty folder")
    site.add_argument("--file", metavar="FILE", default="figures.yaml", help="read this data")
    site.add_argument("--address", metavar="URL", default="", help="where the site will stand")
    return parser


def _write_site(options: argparse.Namespace) -> None:
    ledger = load(options.file)
    pages = write_site(ledger, tabulate(ledger), Path(options.out), options.address)
    print(f"{pages} pages in {options.out}")
    if not options.address:
        print("No sitemap: give --address URL to have one.")


def _make(options: argparse.Namespace) -> bytes:
    ledger = load(options.file)
    filters = parse_filters(_pairs(options), ledger)
    rows = select(ledger, tabulate(ledger), filters)
    return DOWNLOADS[COMMANDS[options.command]].write(ledger, rows, filters)


def _pairs(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for parameter in FILTERS:
        for value in getattr(options, parameter) or ():
            yield parameter, value


def _write(options: argparse.Namespace, body: bytes) -> None:
    if options.out:
        Path(options.out).write_bytes(body)
    else:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


def _summary(refusal: Refused) -> str:
    first, *others = map(str, refusal.problems)
    return first + (f" (and {len(others)} more)" if others else "")


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
