"""A file or a folder of files in, one run of bytes out, and back.

A ledger may be kept as many files, one for each team, say. Their bytes are joined, each below a
line with its size and name, so that all else works on the bytes of one version.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from loaders.files import MAX_BYTES, file_name, read_file, refuse
from loaders.problems import Place

ENDINGS = (".yaml", ".yml")

_NAME = re.compile(r"\w[\w.-]*\.ya?ml")
_HEADING = re.compile(r"#:file ([0-9]{1,9}) (\w[\w.-]*\.ya?ml)\n")
_LONGEST_HEADING = 600

Stamp = tuple[int, ...]


def read_data(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or those of all files of a folder, joined. Raises Refused."""
    if not os.path.isdir(path):
        return read_file(path)
    folder = file_name(path)
    texts = {found.name: read_file(found, f"{folder}/{found.name}") for found in list_files(path)}
    joined = b"".join(_head(name, data) + data for name, data in texts.items())
    if len(joined) > MAX_BYTES:
        refuse(folder, f"the files are larger than {MAX_BYTES // 2**20} MiB together")
    return joined


def list_files(folder: str | os.PathLike[str]) -> list[Path]:
    """The files that make up a folder's ledger, in the order of their names. Raises Refused."""
    name = file_name(folder)
    try:
        found = _visible(folder)
    except OSError as error:
        refuse(name, f"the folder cannot be read: {error.strerror}")
    for path in found:
        if path.is_dir():
            refuse(f"{name}/{path.name}", "a folder within the folder; move its files up or away")
        if not _NAME.fullmatch(path.name):
            message = "a file name of letters, digits, hyphens and dots is expected; rename it"
            refuse(f"{name}/{path.name}", message)
    if not found:
        refuse(name, f"there is no file ending in {' or '.join(ENDINGS)} in this folder")
    return found


def _visible(folder: str | os.PathLike[str]) -> list[Path]:
    """The YAML files and folders of a folder, but not those whose names start with a dot."""
    return sorted(
        path
        for path in Path(folder).iterdir()
        if not path.name.startswith(".") and (path.suffix in ENDINGS or path.is_dir())
    )


def _head(name: str, data: bytes) -> bytes:
    return f"#:file {len(data)} {name}\n".encode()


def split(data: bytes, name: str) -> dict[str, bytes]:
    """What messages call each file -> its bytes; `name` is the file's or the folder's.

    Bytes that such headings do not part without a rest are one file, with odd comments in it.
    """
    found: dict[str, bytes] = {}
    rest = data
    while heading := _HEADING.match(rest[:_LONGEST_HEADING].decode("utf-8", "replace")):
        start = len(heading[0].encode())
        end = start + int(heading[1])
        if end > len(rest):
            break
        found[f"{name}/{heading[2]}"] = rest[start:end]
        rest = rest[end:]
    return {name: data} if rest or not found else found


def find_file(path: str | os.PathLike[str], place: Place) -> Path:
    """The file that a place lies in."""
    return Path(path) / Path(place.path).name if os.path.isdir(path) else Path(path)


def stamp(path: str | os.PathLike[str]) -> Stamp:
    """A hint that the content may differ: the last change of any kind, then each file's own."""
    try:
        found = [os.stat(path)]
        if stat.S_ISDIR(found[0].st_mode):
            found += [one.stat() for one in _visible(path)]
    except OSError as error:
        return (error.errno or 0,)
    except ValueError:
        return (0,)
    own = [(one.st_mtime_ns, one.st_ctime_ns, one.st_size, one.st_ino, one.st_dev) for one in found]
    return (
        max(one[0] for one in own),
        max(one[1] for one in own),
        *(n for one in own for n in one),
    )
