"""A file that is being edited: its bytes, and its bytes again each time they have changed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from loaders.files import read_file
from loaders.problems import Refused

SETTLE_SECONDS = 0.15
"""A file changed less than this ago may still be in the middle of being written."""
PAUSE_SECONDS = 0.25
"""Between two looks at a file that does not change."""

Stamp = tuple[int, int, int]


def follow_changes(path: str | os.PathLike[str]) -> Iterator[bytes | None]:
    """What the file holds now, and then each new content; None while it cannot be read."""
    stamp, seen = _stamp(path), _read(path)
    yield seen
    while True:
        time.sleep(PAUSE_SECONDS)
        if (now := _settled(path)) != stamp and (data := _read(path)) != seen:
            yield data
            seen = data
        stamp = now


def _settled(path: str | os.PathLike[str]) -> Stamp | None:
    """The file's stamp once it has been quiet for a moment."""
    stamp = _stamp(path)
    while stamp and time.time_ns() - stamp[0] < SETTLE_SECONDS * 1e9:
        time.sleep(SETTLE_SECONDS)
        before, stamp = stamp, _stamp(path)
        if stamp == before:
            break
    return stamp


def _stamp(path: str | os.PathLike[str]) -> Stamp | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _read(path: str | os.PathLike[str]) -> bytes | None:
    try:
        return read_file(path)
    except Refused:
        return None
