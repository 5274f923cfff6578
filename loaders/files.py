"""A path in, the bytes of an ordinary file out; whatever else stands there is refused at once."""

from __future__ import annotations

import os
import stat
from typing import NoReturn

from loaders.problems import Place, Problem, Refused

MAX_BYTES = 64 * 2**20


def file_name(path: str | os.PathLike[str]) -> str:
    """The name that messages use for a file: without its folders."""
    return os.path.basename(os.fspath(path).rstrip("/")) or os.fspath(path)


def read_file(path: str | os.PathLike[str], name: str = "") -> bytes:
    """The bytes of an ordinary file that did not change meanwhile. Raises Refused.

    `name` is what messages call it, where that is not its name without its folders.
    """
    name = name or file_name(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        refuse(name, "the file does not exist; check the name and the folder")
    except PermissionError:
        refuse(name, "the file may not be read; check its permissions")
    except (OSError, ValueError) as error:
        refuse(name, f"the file cannot be opened: {getattr(error, 'strerror', None) or error}")
    try:
        return _read_regular(handle, name)
    finally:
        os.close(handle)


def _read_regular(handle: int, name: str) -> bytes:
    """Read an open file whole; a folder, a pipe, a device or a moving target is refused."""
    before = os.fstat(handle)
    if stat.S_ISDIR(before.st_mode):
        refuse(name, "this is a folder, not a file; name the YAML file itself")
    if not stat.S_ISREG(before.st_mode):
        refuse(name, "this is not an ordinary file; name the YAML file itself")
    if before.st_size > MAX_BYTES:
        refuse(name, f"the file is larger than {MAX_BYTES // 2**20} MiB; split it")
    data = _read_bytes(handle, name, before.st_size + 1)
    after = os.fstat(handle)
    if after.st_mtime_ns != before.st_mtime_ns or len(data) != before.st_size:
        refuse(name, "the file changed while it was read; try again")
    return data


def _read_bytes(handle: int, name: str, limit: int) -> bytes:
    """At most `limit` bytes, in as many pieces as the system gives."""
    pieces: list[bytes] = []
    try:
        while limit > 0 and (piece := os.read(handle, min(limit, 2**20))):
            pieces.append(piece)
            limit -= len(piece)
    except OSError as error:
        refuse(name, f"the file cannot be read: {error.strerror}")
    return b"".join(pieces)


def refuse(name: str, message: str) -> NoReturn:
    """Refuse a file as a whole."""
    raise Refused([Problem(Place(name), message)])
