"""Every number of an article: who claimed it, what the text made of it, what to add to the file.

Nothing of the text is kept or sent anywhere.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from analysis.reading.article import Reading, read_article
from analysis.reading.lines import list_lines
from commands.command import argument, switch
from commands.compare import Result, question
from editing.article_draft import draft_article
from loaders.dates import parse_date
from loaders.ledger import Ledger


@question(
    "read",
    argument("text", metavar="TEXT", nargs="?", default="-", help="a file; - reads from a pipe"),
    switch("--draft", "print what to add to the data"),
    argument("--url", help="address of the article, for --draft"),
    argument("--outlet", help="who published it, for --draft"),
    argument("--date", help="when it was published, for --draft: 2024-04-29"),
)
def read(ledger: Ledger, options: Namespace) -> Result:
    """Every number of a text: who claimed it, and what the text made of it."""
    text = read_text(options.text)
    reading = read_article(ledger, text)
    code = 0 if reading.findings else 1
    if options.draft:
        lines = list(_draft(ledger, reading, text, options))
        return lines, {"draft": "\n".join(lines)}, code
    return (
        list_lines(ledger, reading),
        {"summary": reading.words, "findings": reading.findings},
        code,
    )


def read_text(path: str) -> str:
    """The text of a file, or of standard input for `-`. Raises OSError, ValueError."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("expected a text in UTF-8") from None


def _draft(ledger: Ledger, reading: Reading, text: str, options: Namespace) -> Iterator[str]:
    for name in ("url", "outlet"):
        if not getattr(options, name):
            raise ValueError(f"--draft needs --{name}")
    if options.date:
        parse_date(options.date)
    draft = draft_article(ledger, reading, text, options.url, options.outlet, options.date)
    yield from draft.text().rstrip("\n").split("\n")
