"""A file whole: its bytes out, or others in their place; whatever else stands there is refused."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from loaders.problems import Place, Problem, Refused

MAX_BYTES = 64 * 2**20

Stamp = tuple[int, ...] | str
"""Of a file; or why it has none."""


def file_name(path: str | os.PathLike[str]) -> str:
    """The name that messages use for a file: without its folders."""
    return os.path.basename(os.fspath(path).rstrip("/")) or os.fspath(path)


def read_file(path: str | os.PathLike[str]) -> bytes:
    """The bytes of an ordinary file that did not change meanwhile. Raises Refused."""
    name = file_name(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        _refuse(name, "the file does not exist; check the name and the folder")
    except PermissionError:
        _refuse(name, "the file may not be read; check its permissions")
    except (OSError, ValueError) as error:
        _refuse(name, f"the file cannot be opened: {getattr(error, 'strerror', None) or error}")
    try:
        return _read_regular(handle, name)
    finally:
        os.close(handle)


def _read_regular(handle: int, name: str) -> bytes:
    """Read an open file whole; a folder, a pipe, a device or a moving target is refused."""
    before = os.fstat(handle)
    if stat.S_ISDIR(before.st_mode):
        _refuse(name, "this is a folder, not a file; name the YAML file itself")
    if not stat.S_ISREG(before.st_mode):
        _refuse(name, "this is not an ordinary file; name the YAML file itself")
    if before.st_size > MAX_BYTES:
        _refuse(
            name,
            f"the file is larger than {MAX_BYTES // 2**20} MiB; check that it is the right one",
        )
    data = _read_bytes(handle, name, before.st_size + 1)
    after = os.fstat(handle)
    if after.st_mtime_ns != before.st_mtime_ns or len(data) != before.st_size:
        _refuse(name, "the file changed while it was read; try again")
    return data


def _read_bytes(handle: int, name: str, limit: int) -> bytes:
    """At most `limit` bytes, in as many pieces as the system gives."""
    pieces: list[bytes] = []
    try:
        while piece := os.read(handle, limit):
            pieces.append(piece)
            limit -= len(piece)
    except OSError as error:
        _refuse(name, f"the file cannot be read: {error.strerror}")
    return b"".join(pieces)


def replace_file(target: Path, data: bytes, prefix: str) -> None:
    """Put a file, whole, where another may be; on a fault nothing is done. Raises OSError.

    It takes the name in one step: a reader, and a crash at any moment, meet the old file or the
    new one. Nobody else may read it.
    """
    with write_beside(target, data, prefix) as written:
        os.replace(written, target)


@contextlib.contextmanager
def write_beside(
    target: Path, data: bytes, prefix: str, like: Path | None = None
) -> Iterator[Path]:
    """A file beside another, whole and on the disk; gone afterwards unless it got a name meanwhile.

    Its own name starts with `prefix`. It gets the owner, permissions and extended attributes of
    `like`, or nobody else may read it.
    """
    handle, name = tempfile.mkstemp(prefix=prefix, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(data)
            temporary.flush()
            if like:
                _make_like(Path(name), like)
            os.fsync(temporary.fileno())
        yield Path(name)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


def _make_like(written: Path, like: Path) -> None:
    """All that a file has beside its bytes, but for its times."""
    found = like.stat()
    with contextlib.suppress(PermissionError):
        os.chown(written, found.st_uid, found.st_gid)
    shutil.copystat(like, written)
    os.utime(written)


def stamp(path: str | os.PathLike[str]) -> Stamp:
    """A hint that the content may differ: first when it was changed, then when anything was."""
    try:
        found = os.stat(path)
    except (OSError, ValueError) as error:
        return str(error)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev)


def _refuse(name: str, message: str) -> NoReturn:
    """Refuse a file as a whole."""
    raise Refused([Problem(Place(name), message)])
