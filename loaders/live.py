"""The file as it is now: the last good ledger, shared by all sessions, swapped whole.

A `Live` looks at the file when asked, at the cost of a stat while nothing changed. It reads only
what has been quiet for a moment, never lets a broken, empty, cut off or badly shrunken file replace
good data, and keeps what is wrong beside it for the banner. What was good survives a restart.
"""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

import pandas as pd

from loaders.files import Stamp, file_name, read_file, stamp
from loaders.git import find_date
from loaders.last_good import find_loss, keep_last_good, recall_bytes, recall_time
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Place, Problem, Refused
from loaders.table import tabulate

SETTLE_SECONDS = 0.15
"""A file changed less than this ago may still be in the middle of being written."""

HELD_BACK = "held-back"


@dataclass(frozen=True)
class Snapshot:
    """What a page works from: one version of the data, and what is wrong with a newer one."""

    ledger: Ledger | None
    """The last good ledger; None where there never was one."""
    table: pd.DataFrame
    """Its table (empty without a ledger); shared, so never changed in place."""
    loaded_at: datetime
    """When that ledger was loaded, in local time with its offset."""
    problems: tuple[Problem, ...] = ()
    """Why a newer file is not shown; empty where the file on disk is the one shown."""

    @property
    def held_back(self) -> bool:
        """Whether the newer file is good but looks cut off, so that it waits for `show_anyway`."""
        return any(problem.rule == HELD_BACK for problem in self.problems)

    @property
    def state(self) -> str:
        """A short word that changes whenever something that a page shows changes."""
        said = [self.ledger.version if self.ledger else "", *map(str, self.problems)]
        return hashlib.sha256("\n".join(said).encode(errors="replace")).hexdigest()[:16]


class Live:
    """Follows one file. Thread-safe: one caller reads, the others go on with what there was."""

    def __init__(self, path: str | os.PathLike[str], settle: float = SETTLE_SECONDS) -> None:
        self.path = path
        self._settle = settle
        self._lock = Lock()
        self._stamp: Stamp = ()
        self._bytes: bytes | None = None
        self._snapshot: Snapshot | None = None
        self._held_back: str | None = None
        self._shown_anyway: str | None = None

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

    def show_anyway(self) -> Snapshot:
        """Show the file that is held back; a later file is judged anew."""
        with self._lock:
            self._shown_anyway, self._stamp = self._held_back, ()
            self._look()
        assert self._snapshot is not None
        return self._snapshot

    def _look(self) -> None:
        now = stamp(self.path)
        first = self._snapshot is None
        if not first and (now == self._stamp or not self._is_quiet(now)):
            return
        if first:
            self._recall()
        self._held_back = None
        try:
            self._accept(read_file(self.path))
        except Refused as refusal:
            if not first and now != stamp(self.path):
                return  # it changed meanwhile: the next look sees the whole of it
            self._keep(refusal.problems)
        self._stamp = now

    def _is_quiet(self, seen: Stamp) -> bool:
        """Whether the last change lies far enough back, by the clock or by looking again."""
        match seen:
            case (modified, changed, *_) if self._is_long_ago(max(modified, changed)):
                return True
        time.sleep(self._settle)
        return seen == stamp(self.path)

    def _is_long_ago(self, moment: int) -> bool:
        return time.time_ns() - moment > self._settle * 1e9

    def _accept(self, data: bytes) -> None:
        """Show these bytes. Raises Refused where they are no good or have lost too much."""
        if data == self._bytes:
            self._keep(())
            return
        ledger = read_ledger(data, file_name(self.path), find_date(self.path, data))
        self._check_loss(ledger, data)
        self._show(ledger, data, datetime.now().astimezone())
        keep_last_good(self.path, data)

    def _show(self, ledger: Ledger, data: bytes, loaded_at: datetime) -> None:
        self._bytes, self._snapshot = data, Snapshot(ledger, tabulate(ledger), loaded_at)
        self._shown_anyway = None

    def _check_loss(self, ledger: Ledger, data: bytes) -> None:
        """A file cut off at the end of a line loads, and lacks what came after it."""
        if self._bytes is None or ledger.version == self._shown_anyway:
            return
        assert self._snapshot is not None
        assert self._snapshot.ledger is not None
        if loss := find_loss(self._snapshot.ledger, self._bytes, ledger, data):
            self._held_back = ledger.version
            message = f"{loss}; it is held back"
            raise Refused([Problem(Place(ledger.name), message, rule=HELD_BACK)])

    def _recall(self) -> None:
        """Start from what was last shown, where the file itself is no longer that."""
        data = recall_bytes(self.path)
        if data is None:
            return
        try:
            kept = recall_time(self.path)
            self._show(read_ledger(data, file_name(self.path), kept.date()), data, kept)
        except (Refused, OSError):
            return  # kept by another version of this program: the file itself must do

    def _keep(self, problems: tuple[Problem, ...]) -> None:
        last = self._snapshot or Snapshot(None, pd.DataFrame(), datetime.now().astimezone())
        self._snapshot = replace(last, problems=problems)


def data_file() -> str:
    """The file to show: `DESERTION_DATA`, or else figures.yaml beside the code."""
    named = os.environ.get("DESERTION_DATA")
    return os.path.expanduser(named) if named else str(Path(__file__).parents[1] / "figures.yaml")


@cache
def follow(path: str) -> Live:
    """The one `Live` of a file in this process."""
    return Live(path)
