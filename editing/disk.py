"""Bytes over a file: all of them or none, one writer at a time, the version before kept.

The bytes go to a temporary file in the same folder, reach the disk, and take the name of the
file in one step, so that a reader and a crash at any moment meet the old version or the new one.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

from loaders.files import file_name, read_file, replace_file

WAIT_SECONDS = 5.0
"""How long a writer waits for another one to finish."""

logger = logging.getLogger(__name__)


class NotSaved(Exception):
    """Nothing was written; the text says why and what to do."""


class Conflict(NotSaved):
    """The file is no longer the version that was read; `data` is what it holds now."""

    def __init__(self, path: str | os.PathLike[str], data: bytes) -> None:
        self.data = data
        self.version = version_of(data)
        super().__init__(f"{file_name(path)} was changed since it was read; nothing was saved")


def version_of(data: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits; the same as `Ledger.version`."""
    return hashlib.sha256(data).hexdigest()


def kept_path(path: str | os.PathLike[str]) -> Path:
    """Where the version before the last save is kept."""
    target = Path(path).resolve()
    return target.with_name(f"{target.name}.bak")


def overwrite(path: str | os.PathLike[str], data: bytes, seen: str) -> None:
    """Put `data` in place of the version `seen`. Raises NotSaved, or Refused if unreadable.

    Links are followed, permissions kept, and the version before stays beside the file as `.bak`.
    """
    target = Path(path).resolve()
    try:
        with _lock(target.parent):
            before = read_file(target)
            if version_of(before) != seen:
                raise Conflict(target, before)
            prefix, like = f".{target.name}.saving-", target.stat()
            for left_over in target.parent.glob(f"{prefix}*"):
                left_over.unlink()
            replace_file(kept_path(target), before, prefix, like)
            _sync_folder(target.parent)
            replace_file(target, data, prefix, like)
            _sync_folder(target.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotSaved(f"{target.name} could not be saved: {reason}") from error


@contextlib.contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """One writer in a folder, across threads and processes; the kernel lets go if we die."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        deadline = time.monotonic() + WAIT_SECONDS
        while not _locked(handle):
            if time.monotonic() > deadline:
                raise NotSaved("somebody else is saving; try again in a moment")
            time.sleep(0.01)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Let the new name reach the disk too; by now the save has happened, so a fault only warns."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        logger.warning("saved, but perhaps not yet safe on disk: %s", error.strerror)
