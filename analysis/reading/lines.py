"""A reading as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading.article import Finding, Known, Reading
from loaders.ledger import Ledger
from loaders.sentences import say


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


def say_verdict(finding: Finding) -> str:
    """`a known claim, changed`: what a number of a text turned out to be."""
    if finding.calculation:
        return f"a calculation, {finding.calculation.verdict}"
    if not finding.claims:
        return finding.verdict
    if len(finding.claims) > 1:
        return f"{len(finding.claims)} claims that it can be"
    return "a known claim, changed" if finding.changed else "a known claim"


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
