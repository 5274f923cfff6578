"""Results in, lines of text out: what the command line prints of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.adding.parts import breakdowns_of
from analysis.adding.sums import find_addable
from analysis.checks import find_warnings
from analysis.coverage import Coverage, State
from analysis.lookup import Answer, Claim
from analysis.provenance import Hop, Provenance, siblings_of, trace
from analysis.rivals import rivals_of
from analysis.wording import safest_wording, say_covered, say_limits
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say

LETTERS = {
    State.REPORTED: "R",
    State.LONGER: "l",
    State.TOTAL: "t",
    State.WITHHELD: "W",
    State.STOPPED: "S",
    State.NOT_PUBLISHED: "n",
    State.NOT_COLLECTED: ".",
}
"""How a month is written in the matrix."""


def list_figure(ledger: Ledger, figure: Figure) -> Iterator[str]:
    """The figure page as text."""
    yield say(ledger, figure)
    yield from _list("What it covers", say_covered(ledger, figure))
    yield from _list("What it does not cover", say_limits(ledger, figure))
    parts = breakdowns_of(ledger, figure)
    words = [f"{one.words}: {one.verdict}{', ' * bool(one.reason)}{one.reason}" for one in parts]
    yield from _list("Parts", words)
    yield from _list("Part of", [figure.part_of] if figure.part_of else [])
    yield from _list("Who says otherwise", [one.words for one in rivals_of(ledger, figure)])
    addable = [f"{one.id}: {say(ledger, one)}" for one in find_addable(ledger, figure)]
    yield from _list("Can be added to", addable)
    warnings = [one for one in find_warnings(ledger) if figure.id in one.figures]
    yield from _list("Warnings", [str(one) for one in warnings])
    yield ""
    yield from list_provenance(ledger, figure)
    yield ""
    yield f"Safest wording: {safest_wording(ledger, figure)}"


def list_provenance(ledger: Ledger, figure: Figure) -> Iterator[str]:
    """The way from the claimant to the articles, indented; then the same claim as a pace."""
    yield from _list_provenance(trace(ledger, figure))
    for sibling in siblings_of(ledger, figure):
        yield ""
        yield f"The same as another kind of number, {sibling.id}: {say(ledger, sibling)}"
        yield from _list_provenance(trace(ledger, sibling))


def _list_provenance(found: Provenance) -> Iterator[str]:
    yield found.words
    waiting: list[tuple[Hop, int]] = [(found.tree, 0)]
    while waiting:
        step, depth = waiting.pop()
        yield f"{'  ' * depth}{step.name} ({step.articles})"
        yield from (f"{'  ' * depth}  - {relay.words}" for relay in step.relays)
        waiting.extend((child, depth + 1) for child in reversed(step.children))


def list_coverage(found: Coverage) -> Iterator[str]:
    """One line a series, one letter a month, and what the letters mean."""
    if not found.months:
        yield "no month is covered"
        return
    yield f"one letter a month from {found.months[0]:%Y-%m} to {found.months[-1]:%Y-%m}"
    for row in found.rows:
        letters = "".join(LETTERS[cell.state] for cell in row.cells)
        yield f"{letters}  {row.claimant}: {row.label}"
    yield from (f"{letter} {state.definition}" for state, letter in LETTERS.items())


def list_answer(found: Answer) -> Iterator[str]:
    """The claims with the number in full; what is near, misprints and slips on a line each."""
    if not (found.claims or found.misprints):
        yield f"no claim in this file has {found.number:,} or a number within 5 % of it"
    for claim in found.claims:
        yield from _list_claim(claim) if claim.exact else [f"near: {claim.wording}"]
    for misprint in found.misprints:
        lead = (
            "printed for another claim" if misprint.exact else "printed nearly, for another claim"
        )
        yield f"{lead}: {misprint.relay.words}"
        yield f"  the claim: {misprint.wording}"
    for typo in found.typos:
        yield f"perhaps a slip, {typo.words}: {typo.wording}"


def _list_claim(claim: Claim) -> Iterator[str]:
    yield f"{claim.figure.id}: {claim.sentence}"
    yield f"  first printed: {claim.first.words}; {claim.articles}"
    yield from _list("  What it does not cover", claim.limits, "  ")
    yield from _list("  Who says otherwise", [one.words for one in claim.rivals], "  ")
    yield from _list("  What relays made of it", [one.words for one in claim.relays], "  ")
    yield f"  Safest wording: {claim.wording}"
    yield ""


def _list(title: str, lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """A title with its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield f"{title}:"
        yield f"{indent}  - {line}"
