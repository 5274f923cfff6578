"""Proposals that are saved together: each is made in the file as the ones before it leave it.

The claims of an article come one after the other. So each finds the article, claimants, units and
figures of those before it, and either all of them get into the file or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from editing.block import Edit
from editing.save import preview
from loaders.ledger import Ledger
from loaders.load import read_ledger


class Proposal(Protocol):
    """What a form or a dialogue comes to: a new claim, a new relay, changed lines."""

    def edits(self, data: bytes) -> list[Edit]:
        """What puts it into this version of the file. Raises Refused, KeyError."""


@dataclass(frozen=True)
class Gathered:
    """Proposals, and the file as it would be with them."""

    data: bytes
    ledger: Ledger
    proposals: tuple[Proposal, ...] = ()
    edits: tuple[Edit, ...] = ()

    def take(self, proposal: Proposal) -> Gathered:
        """With one more. Raises Refused where the file would not load, NotSaved, KeyError."""
        edits = proposal.edits(self.data)
        data = preview(self.data, edits, self.ledger.name)
        ledger = read_ledger(data, self.ledger.name)
        return Gathered(data, ledger, (*self.proposals, proposal), (*self.edits, *edits))


def edit_all(data: bytes, proposals: Sequence[Proposal]) -> list[Edit]:
    """What puts them all into this version of the file; raises what `take` does."""
    *others, last = proposals
    found: list[Edit] = []
    for proposal in others:
        edits = proposal.edits(data)
        data = preview(data, edits)
        found += edits
    return [*found, *last.edits(data)]
