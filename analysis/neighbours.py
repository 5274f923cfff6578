"""A figure in, the figures that it may be added to out."""

from __future__ import annotations

from analysis.sums import Sum, add
from loaders.ledger import Ledger
from loaders.records import Figure


def find_addable(ledger: Ledger, figure: Figure) -> tuple[Figure, ...]:
    """Every figure that has a sum with this one, in the order of the file.

    Two of them need not have a sum with each other: windows may overlap.
    """
    alike = (
        other
        for other in ledger.figures.values()
        if other.id != figure.id
        and (other.claimant, other.measure) == (figure.claimant, figure.measure)
    )
    return tuple(other for other in alike if isinstance(add(ledger, [figure, other]), Sum))
