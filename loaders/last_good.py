"""The last version of the file that loaded, kept beside it so that it survives a restart.

`.figures.yaml.last-good` holds the bytes of that version below one comment line with their
SHA-256. It is no cache format: it is read back through the same loader as the file itself, and
a copy that does not match its own hash is not used.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from datetime import datetime
from pathlib import Path

from loaders.files import read_file, replace_file
from loaders.problems import Refused

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
