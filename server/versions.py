"""An older version of the data, for an address that names it with `?v=`: what was cited is found.

Git knows the versions; those asked for lately are kept, a few, as reading one takes a tenth of a
second and some megabytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from analysis.versions.news import VERSION
from loaders.live import Snapshot
from loaders.load import read_ledger
from loaders.table import tabulate
from loaders.versions import Commit, name_versions, read_version

MOST_KEPT = 3


def find_snapshot(path: str, now: Snapshot, version: str) -> Snapshot | None:
    """The data in a version, given by the start of its SHA-256; None where git knows none.

    Raises Refused where that version does not pass today's rules.
    """
    if now.ledger is None or not VERSION.fullmatch(version):
        return None
    if now.ledger.version.startswith(version):
        return now
    for name, commit in _list_versions(path, now.ledger.version).items():
        if name.startswith(version):
            return _read(path, now.ledger.name, commit)
    return None


@lru_cache(maxsize=1)
def _list_versions(path: str, now: str) -> Mapping[str, Commit]:  # noqa: ARG001
    """All versions, asked for once while the data is as it is `now`."""
    return name_versions(path)


@lru_cache(MOST_KEPT)
def _read(path: str, name: str, commit: Commit) -> Snapshot:
    ledger = read_ledger(read_version(path, commit), name, commit.day)
    return Snapshot(ledger, tabulate(ledger), datetime.fromisoformat(commit.when))
