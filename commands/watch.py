"""A file being edited: its bytes, and its bytes again each time they have changed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from loaders.folder import Stamp, read_data, stamp
from loaders.problems import Refused

SETTLE_SECONDS = 0.15
"""A file changed less than this ago may still be in the middle of being written."""
PAUSE_SECONDS = 0.25
"""Between two looks at a file that does not change."""


def follow_changes(path: str | os.PathLike[str]) -> Iterator[bytes | None]:
    """What the file holds now, and then each new content; None while it cannot be read."""
    before, seen = stamp(path), _read(path)
    yield seen
    while True:
        time.sleep(PAUSE_SECONDS)
        if (now := _settled(path)) != before and (data := _read(path)) != seen:
            yield data
            seen = data
        before = now


def _settled(path: str | os.PathLike[str]) -> Stamp:
    """The file's stamp once it has been quiet for a moment."""
    now = stamp(path)
    while time.time_ns() - now[0] < SETTLE_SECONDS * 1e9:
        time.sleep(SETTLE_SECONDS)
        before, now = now, stamp(path)
        if now == before:
            break
    return now


def _read(path: str | os.PathLike[str]) -> bytes | None:
    try:
        return read_data(path)
    except Refused:
        return None
