"""An older version of the data, for an address that names it with `?v=`: what was cited is found.

Git knows the versions; those asked for lately are kept, a few, as reading one takes a tenth of a
second and some megabytes.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

import pandas as pd

from loaders.git import Commit
from loaders.live import Snapshot
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.table import tabulate
from versions.named import find_version, read_version
from versions.news import VERSION

MOST_KEPT = 3


def find_snapshot(path: str, now: Snapshot, version: str) -> Snapshot | None:
    """The data in a version, given by the start of its SHA-256; None where git knows none.

    Raises Refused where that version does not pass today's rules.
    """
    if now.ledger is None or not VERSION.fullmatch(version):
        return None
    if now.ledger.version.startswith(version):
        return now
    found = find_version(path, now.ledger.version, version)
    snapshot = _read(path, now.ledger.name, found[1]) if found else None
    if snapshot and snapshot.problems:
        raise Refused(snapshot.problems)
    return snapshot


@lru_cache(MOST_KEPT)
def _read(path: str, name: str, commit: Commit) -> Snapshot:
    """The data in a commit, or its problems, which are kept like the data."""
    when = datetime.fromisoformat(commit.when)
    try:
        ledger = read_ledger(read_version(path, commit), name, commit.day)
    except Refused as refusal:
        return Snapshot(None, pd.DataFrame(), when, refusal.problems)
    return Snapshot(ledger, tabulate(ledger), when)
