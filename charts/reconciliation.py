"""The growth of a running total beside the sum of the periods between, and the verdict."""

from __future__ import annotations

from analysis.adding.reconciliation import Reconciliation
from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.meters import Meter, draw_meters
from loaders.ledger import Ledger
from loaders.sentences import counted


def draw_reconciliation(ledger: Ledger, found: Reconciliation, ink: Ink) -> Drawing:
    """Two bars from zero: what the total grew by, and what the periods come to."""
    counts = ledger.measures[found.later.measure].counts
    grown = Meter("Growth of the total", found.growth.words(counts), found.growth, found.later.id)
    meters = [grown]
    if found.total is not None:
        periods = counted(len(found.periods), "period")
        meters.append(
            Meter(f"Sum of {periods}", found.total.words(counts), found.total,
                  found.periods[-1].id, ink.accent)
        )  # fmt: skip
    return draw_meters(meters, str(counts), say_reconciliation(found), ink)


def say_reconciliation(found: Reconciliation) -> str:
    """The two numbers and the verdict; the text alternative too."""
    words = found.words
    return f"{words[:1].upper()}{words[1:]}."
