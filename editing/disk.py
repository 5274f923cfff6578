"""Bytes over a file: all of them or none, one writer at a time, the version before kept.

The bytes go to a temporary file in the same folder, reach the disk, and take the name of the
file in one step, so that a reader and a crash at any moment meet the old version or the new one.
It is a swap of two names where the system has one: after a rename nothing tells whose file was
replaced, after a swap it is still there to look at.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import hashlib
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

from loaders.files import file_name, read_file, write_beside

WAIT_SECONDS = 5.0
"""How long a writer waits for another one to finish."""
_SWAP = 2
"""`RENAME_EXCHANGE` of Linux and `RENAME_SWAP` of macOS."""
_HERE = -100
"""`AT_FDCWD` of Linux."""
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)

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


def read_kept(path: str | os.PathLike[str]) -> bytes:
    """The version before the last save. Raises NotSaved where there is none, Refused.

    Saving it keeps what it takes back in turn, so that a second undo brings that back: no chain of
    versions is needed beside git's.
    """
    kept = kept_path(path)
    if not kept.exists():
        raise NotSaved(f"there is no version to go back to: {kept.name} is not there")
    data = read_file(kept)
    if data == read_file(path):
        raise NotSaved(f"there is nothing to take back: {kept.name} and {file_name(path)} agree")
    return data


def overwrite(path: str | os.PathLike[str], data: bytes, seen: str) -> None:
    """Put `data` in place of the version `seen`. Raises NotSaved, or Refused if unreadable.

    Links are followed; permissions and extended attributes are kept. The version before stays
    beside the file as `.bak`, and what was written as `.saved`.
    """
    target = Path(path).resolve()
    try:
        with _lock(target):
            before = read_file(target)
            if version_of(before) != seen:
                raise Conflict(target, before)
            _check_names(target)
            _sweep(target)
            _put(target, data, before)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotSaved(f"{target.name} could not be saved: {reason}") from error


def _check_names(target: Path) -> None:
    """A new file takes one name only: the others would go on showing the old one."""
    if target.stat().st_nlink > 1:
        raise NotSaved(
            f"{target.name} has another name (a hard link), which would keep the old version; "
            "make that a symbolic link and save again"
        )


def _put(target: Path, data: bytes, before: bytes) -> None:
    """Let the new file and the one that is there change names, and look at what came out.

    An editor that took no part in the lock may have saved in the very moment: then its version is
    put back, and this is a conflict like any other. What may come from an editor is never deleted.
    """
    prefix = _prefix(target)
    with write_beside(target, before, prefix, target) as kept:
        os.replace(kept, kept_path(target))
    with (
        write_beside(target, data, prefix, target) as fresh,
        write_beside(target, data, prefix, target) as saved,
    ):
        if swap(fresh, target):
            _take_out(fresh, target, data, before)
        else:
            os.replace(fresh, target)
        _keep_saved(target, saved)


def _take_out(old: Path, target: Path, data: bytes, before: bytes) -> None:
    """Keep what was in the file, or put it back in where it is an editor's."""
    try:
        if _read(old) != before:
            swap(old, target)
            raise Conflict(target, read_file(target))
    finally:
        if _read(old) != data:
            os.replace(old, kept_path(target))  # whoever still has it open writes into the backup


def _read(path: Path) -> bytes | None:
    """What an editor may have put there; None where it may not be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def swap(one: Path, other: Path) -> bool:
    """Let two files change names; False where the system cannot. Raises OSError.

    Linux and macOS have it, each under its own name; Python has neither.
    """
    names = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_HERE, names[0], _HERE, names[1], _SWAP)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(*names, _SWAP)
    else:
        return False
    if failed and ctypes.get_errno() not in _CANNOT:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return not failed


def _keep_saved(target: Path, saved: Path) -> None:
    """Keep what was written, for an editor may put its own over it the moment after.

    By now the save has happened, so a fault only warns.
    """
    try:
        os.replace(saved, target.with_name(f".{target.name}.saved"))
        handle = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        logger.warning("saved, but perhaps not yet safe on disk: %s", error.strerror)


def _prefix(target: Path) -> str:
    """How the names of the temporary files start."""
    return f".{target.name}.saving-"


def _sweep(target: Path) -> None:
    """Remove what a writer left that was killed."""
    for left_over in target.parent.glob(f"{_prefix(target)}*"):
        left_over.unlink()


@contextlib.contextmanager
def _lock(target: Path) -> Iterator[None]:
    """One writer of a file, across threads and processes; the kernel lets go if we die.

    Only who may write the file may open its lock: the folder's would be anybody's to hold.
    """
    writers = 0o600 | (target.stat().st_mode & 0o022) * 3 if target.exists() else 0o600
    name = target.with_name(f".{target.name}.lock")
    handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, writers)
    try:
        with contextlib.suppress(PermissionError):
            os.fchmod(handle, writers)
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
