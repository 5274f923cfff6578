"""A file that is followed while it changes: its texts, and what a page would show of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from loaders.live import Live, Snapshot
from tests.loaders.small import small

EDITED = small(("count: 18000", "count: 81000"))
BROKEN = small(("count: 18000", "count: 18k"))
SAYS_BROKEN = [
    'figures.yaml:22:12: error: hur-russia-2024: count: expected a whole number, found "18k"'
]
SAYS_EMPTY = ["figures.yaml: error: the file is empty; an editor may be in the middle of saving it"]
SAYS_GONE = ["figures.yaml: error: the file does not exist; check the name and the folder"]
NOBODY = 65534


def count(snapshot: Snapshot) -> int:
    """The number that a page would show."""
    assert snapshot.ledger is not None
    shown = snapshot.ledger.figures["hur-russia-2024"].count.low
    assert int(snapshot.table["count"].iloc[0]) == shown
    return shown


def said(snapshot: Snapshot) -> list[str]:
    return [str(problem) for problem in snapshot.problems]


def look(live: Live) -> tuple[int, list[str]]:
    """What a page shows now, and what its banner says."""
    snapshot = live.current()
    return count(snapshot), said(snapshot)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the administrator, who may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
