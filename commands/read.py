"""desertion read [FILE|-]: every number of a text, who claimed it, and what the text made of it.

Nothing of the text is kept or sent anywhere.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from analysis.reading.article import Reading, read_article
from analysis.reading.lines import list_lines
from commands.compare import Result, _print
from editing.article_draft import draft_article
from loaders.dates import parse_date
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import Refused


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done. 1: no number was found. 2: a text or data that cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        lines, data, code = read(load(options.file), read_text(options.text), options)
    except (Refused, ValueError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    _print(lines, data, options.json)
    return code


def read(ledger: Ledger, text: str, options: argparse.Namespace) -> Result:
    """Every number of a text: who claimed it, and what the text made of it."""
    reading = read_article(ledger, text)
    code = 0 if reading.findings else 1
    if options.draft:
        lines = list(_draft(ledger, reading, text, options))
        return lines, {"draft": "\n".join(lines)}, code
    return list_lines(ledger, reading), as_data(reading), code


def as_data(reading: Reading) -> Any:
    """The reading as data for `--json`."""
    return {"summary": reading.words, "findings": reading.findings}


def read_text(path: str) -> str:
    """The text of a file, or of standard input for `-`. Raises OSError, ValueError."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("expected a text in UTF-8") from None


def _draft(
    ledger: Ledger, reading: Reading, text: str, options: argparse.Namespace
) -> Iterator[str]:
    for name in ("url", "outlet"):
        if not getattr(options, name):
            raise ValueError(f"--draft needs --{name}")
    if options.date:
        parse_date(options.date)
    draft = draft_article(ledger, reading, text, options.url, options.outlet, options.date)
    yield from draft.text().rstrip("\n").split("\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="desertion read", description=__doc__)
    parser.add_argument("text", metavar="FILE", nargs="?", default="-", help="- reads from a pipe")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--file", metavar="FILE", default="figures.yaml", help="read this data")
    parser.add_argument("--draft", action="store_true", help="print what to add to the file")
    parser.add_argument("--url", help="address of the article, for --draft")
    parser.add_argument("--outlet", help="who published it, for --draft")
    parser.add_argument("--date", help="when it was published, for --draft: 2024-04-29")
    return parser
