"""The file as it is now: the last good ledger, shared by all sessions, swapped whole.

A `Live` looks at the file when asked, at the cost of a stat while nothing changed. It reads only
what has been quiet for a moment, never lets a broken or empty file replace good data, and keeps
what is wrong beside it for the banner.
"""

from __future__ import annotations

import gc
import os
import time
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from threading import Lock

import pandas as pd

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Problem, Refused
from loaders.source import file_name, read_file
from loaders.table import tabulate

SETTLE_SECONDS = 0.15
"""A file changed less than this ago may still be in the middle of being written."""

Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Snapshot:
    """What a page works from: one version of the data, and what is wrong with a newer one."""

    ledger: Ledger | None
    """The last good ledger; None where there never was one."""
    table: pd.DataFrame
    """Its table (empty without a ledger); shared, so never changed in place."""
    loaded_at: datetime
    """When that ledger was loaded (UTC)."""
    problems: tuple[Problem, ...] = ()
    """Why a newer file is not shown; empty where the file on disk is the one shown."""

    @property
    def state(self) -> tuple[str, tuple[Problem, ...]]:
        """Changes whenever something that a page shows changes."""
        return (self.ledger.version if self.ledger else "", self.problems)


class Live:
    """Follows one file. Thread-safe: one caller reads, the others go on with what there was."""

    def __init__(self, path: str | os.PathLike[str], settle: float = SETTLE_SECONDS) -> None:
        self.path = path
        self._settle = settle
        self._lock = Lock()
        self._stamp: Stamp | None = None
        self._bytes: bytes | None = None
        self._snapshot: Snapshot | None = None

    def current(self) -> Snapshot:
        """The snapshot to show now."""
        if self._snapshot is None:
            with self._lock:
                self._look()
        elif self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        assert self._snapshot is not None
        return self._snapshot

    def _look(self) -> None:
        stamp = _stamp(self.path)
        if self._snapshot is not None and (stamp == self._stamp or not self._is_quiet(stamp)):
            return
        try:
            data = read_file(self.path)
            if data != self._bytes or self._snapshot is None or self._snapshot.problems:
                self._accept(data)
        except Refused as refusal:
            self._keep(refusal.problems)
        self._stamp = stamp

    def _is_quiet(self, stamp: Stamp | None) -> bool:
        """Whether the last change lies far enough back, by the clock or by coming here again."""
        if stamp is None or time.time_ns() - stamp[0] > self._settle * 1e9:
            return True
        time.sleep(self._settle)
        return stamp == _stamp(self.path)

    def _accept(self, data: bytes) -> None:
        ledger = read_ledger(data, file_name(self.path))
        self._bytes = data
        self._snapshot = Snapshot(ledger, tabulate(ledger), datetime.now().astimezone())
        _freeze()

    def _keep(self, problems: tuple[Problem, ...]) -> None:
        last = self._snapshot or Snapshot(None, pd.DataFrame(), datetime.now().astimezone())
        self._snapshot = Snapshot(last.ledger, last.table, last.loaded_at, problems)


def _stamp(path: str | os.PathLike[str]) -> Stamp | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _freeze() -> None:
    """Take what was just loaded out of the collector's sight (docs/decisions/0003)."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@cache
def follow(path: str) -> Live:
    """The one `Live` of a file in this process."""
    return Live(path)
