"""The last version of the file that loaded: kept over a restart, and held against a newer one.

`.figures.yaml.last-good` holds the bytes of that version below one comment line with their
SHA-256. It is no cache format: it is read back through the same loader as the file itself, and
a copy that does not match its own hash is not used.

A newer file that broke off at the end of a line loads. Where it is the beginning of the last one,
or ends where that goes on, or lacks many figures, somebody is to say first that this is meant.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from loaders.files import read_file, replace_file
from loaders.ledger import Ledger
from loaders.nodes import Items, Map, Node
from loaders.problems import Refused

T = TypeVar("T")
MOST_LOST = 1 / 3
"""A file that lost a larger share of its figures is not shown until somebody says so."""
LEFT_SECONDS = 3600
"""A temporary file this old belongs to nobody who is still writing."""

logger = logging.getLogger(__name__)


def last_good_path(path: str | os.PathLike[str]) -> Path:
    """Where the last good version of a file is kept."""
    file = Path(path)
    return file.parent / f".{file.name}.last-good"  # `.` and `/` have no name to replace


def keep_last_good(path: str | os.PathLike[str], data: bytes) -> None:
    """Keep these bytes as the last good ones, whole or not at all; a full disk only warns."""
    target, sealed = last_good_path(path), _sealed(data)
    if _recall(target) == sealed:
        return
    try:
        _sweep(target)
        replace_file(target, sealed, _prefix(target))
    except OSError as error:
        logger.warning("the last good version is not kept: %s", error)


def _prefix(target: Path) -> str:
    """How the names of the temporary files start."""
    return f"{target.name}.saving-"


def _sweep(target: Path) -> None:
    """Remove what a process left that was killed while it wrote."""
    for left in target.parent.glob(f"{_prefix(target)}*"):
        if time.time() - left.stat().st_mtime > LEFT_SECONDS:
            left.unlink()


def recall_bytes(path: str | os.PathLike[str]) -> bytes | None:
    """The last good bytes of a file, if they were kept and are whole."""
    kept = _recall(last_good_path(path))
    data = kept.partition(b"\n")[2]
    return data if kept == _sealed(data) else None


def _recall(target: Path) -> bytes:
    try:
        return read_file(target)
    except Refused:
        return b""


def recall_time(path: str | os.PathLike[str]) -> datetime:
    """When the last good version was kept."""
    return datetime.fromtimestamp(last_good_path(path).stat().st_mtime).astimezone()


def _sealed(data: bytes) -> bytes:
    return (
        b"# last version that loaded, sha256 %s\n" % hashlib.sha256(data).hexdigest().encode()
        + data
    )


def find_loss(before: Ledger, old: bytes, after: Ledger, new: bytes) -> str:
    """Why the new file looks cut off, beside the old one; empty where it does not."""
    figures, lost = len(before.figures), len(before.figures) - len(after.figures)
    if old.startswith(new):
        cut = old[len(new) :].count(b"\n")
        lines = "1 line is" if cut == 1 else f"{cut:,} lines are"
        return f"{lines} gone from the end of the file, and no more is changed"
    if lost > figures * MOST_LOST:
        return f"{lost} of {figures} figures are gone from the file"
    gone = _count_end(before.source, after.source)
    entries = "the last entry is" if gone == 1 else f"the last {gone:,} entries are"
    return f"{entries} gone from the file" if gone else ""


def _count_end(old: Map, new: Map) -> int:
    """How many entries came after those that the file ends with, whatever is changed in these."""
    *_, last = new
    entries = _list_end(_name_entries(old.get(last, Items())), _name_entries(new[last]))
    sections = _list_end(list(old), list(new))
    return len(entries) + sum(len(old[section]) for section in sections)


def _list_end(old: Sequence[T], new: Sequence[T]) -> Sequence[T]:
    """What came after the last of the new ones, where nothing of it is left."""
    rest = old[old.index(new[-1]) + 1 :] if new and new[-1] in old else []
    return [] if any(one in new for one in rest) else rest


def _name_entries(section: Node) -> list[Any]:
    """What tells the entries of a section apart: the key, the id, or all that is written."""
    return [one.get("id", one) if isinstance(one, Map) else one for one in section]
