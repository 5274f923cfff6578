"""Every number of an article: who claimed it, what the text made of it, what to add to the file.

Nothing of the text is kept or sent anywhere.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from commands.command import argument, switch
from commands.compare import Result, question
from editing.article_draft import draft_article
from loaders.dates import parse_date
from loaders.ledger import Ledger
from loaders.sentences import say
from reading.article import Finding, Known, Reading, read_article, say_verdict


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


def list_lines(ledger: Ledger, reading: Reading) -> Iterator[str]:
    """The reading as lines for a terminal."""
    yield reading.words
    for finding in reading.findings:
        if finding.verdict == "another thing":
            continue
        yield ""
        yield from _list_finding(ledger, finding)


def _list_finding(ledger: Ledger, finding: Finding) -> Iterator[str]:
    yield f"{finding.text}: {say_verdict(finding)}"
    yield f"  In the text: {finding.sentence}"
    if finding.calculation:
        yield f"  {finding.calculation.words}"
    for claim in finding.claims:
        yield from _list_known(claim)
    title = "Could also be" if finding.claims else "Nearest"
    for figure in finding.others:
        yield f"  {title}: {figure.id}: {say(ledger, figure)}"


def _list_known(claim: Known) -> Iterator[str]:
    yield f"  {claim.figure.id}: {claim.sentence}"
    yield f"    {claim.articles}"
    yield f"    Because: {'; '.join(claim.because)}"
    if claim.against:
        yield f"    Against it: {'; '.join(claim.against)}"
    for change in claim.changes:
        yield f"    Changed: {change.words}"
    for key in claim.printed_by:
        yield f"    Printed so before: {key}"
    for rival in claim.rivals:
        yield f"    Who says otherwise: {rival.words}"
    yield f"    Safest wording: {claim.wording}"


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
