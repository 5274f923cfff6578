"""The versions of the file in git: when, by whom, and its bytes; and the date of the data.

Only the main line is read, a merge as one change. Where there is no git, no repository or no
history, there are simply no versions.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, NamedTuple

from loaders.git import start_git

_COMMIT = "%x01%H%x00%aI%x00%aN%x00%s"
_RAW_BLOB = re.compile(rb"^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ", re.MULTILINE)


class Commit(NamedTuple):
    """One version of the file."""

    commit: str
    when: str
    """ISO 8601, with its offset."""
    author: str
    subject: str
    blob: str

    @property
    def day(self) -> date:
        """The same without the time."""
        return datetime.fromisoformat(self.when).date()


def find_date(path: str | os.PathLike[str], data: bytes) -> date | None:
    """The day of these bytes: of the commit that gave the file them, or else of the file itself."""
    file = Path(path).resolve()
    newest = list_commits(file, "--max-count=1")
    if newest and newest[0].blob in _name_blob(data):
        return newest[0].day
    try:
        return datetime.fromtimestamp(file.stat().st_mtime).astimezone().date()
    except OSError:
        return None


def _name_blob(data: bytes) -> tuple[str, str]:
    """What git calls these bytes, in a repository of either kind."""
    whole = b"blob %d\0" % len(data) + data
    sha1 = hashlib.sha1(whole, usedforsecurity=False)
    return sha1.hexdigest(), hashlib.sha256(whole).hexdigest()


def find_version(path: str | os.PathLike[str], version: str) -> bytes | None:
    """The bytes of the file whose SHA-256 starts with `version`, from git; None without them."""
    for name, commit in name_versions(path).items():
        if name.startswith(version):
            return read_version(path, commit)
    return None


def read_version(path: str | os.PathLike[str], commit: Commit) -> bytes:
    """The file as it was in a commit."""
    (data,) = read_blobs(Path(path).resolve(), [commit])
    return data


def name_versions(path: str | os.PathLike[str]) -> dict[str, Commit]:
    """SHA-256 of the file -> the newest commit that made it so; the newest first."""
    file = Path(path).resolve()
    commits = list_commits(file)[::-1]
    unknown = [commit for commit in commits if commit.blob not in _hashes]
    for commit, data in zip(unknown, read_blobs(file, unknown), strict=True):
        _hashes[commit.blob] = hashlib.sha256(data).hexdigest()
    named: dict[str, Commit] = {}
    for commit in commits:
        named.setdefault(_hashes[commit.blob], commit)
    return named


_hashes: dict[str, str] = {}
"""Blob -> SHA-256 of its bytes; both say the same for ever."""


def list_commits(file: Path, *options: str) -> list[Commit]:
    """The commits of the main line that touched the file, the oldest first."""
    command = [
        *("log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw"),
        *("--no-abbrev", "--no-renames", f"--format={_COMMIT}", *options),
        *("--", file.name),
    ]
    log = start_git(file, *command)
    if log is None:
        return []
    said, _ = log.communicate()
    commits = []
    for entry in said.split(b"\x01")[1:] if log.returncode == 0 else ():
        head, _, rest = entry.partition(b"\n")
        if blob := _RAW_BLOB.search(rest):
            commit, date, author, subject = head.decode("utf-8", "replace").split("\0", 3)
            commits.append(Commit(commit, date, author, subject, blob[1].decode()))
    return commits


def read_blobs(file: Path, commits: Sequence[Commit]) -> Iterator[bytes]:
    """The file in each commit; empty where it was deleted."""
    batch = start_git(file, "cat-file", "--batch", stdin=subprocess.PIPE) if commits else None
    if batch is None:
        return
    with batch:
        assert batch.stdin is not None
        assert batch.stdout is not None
        for commit in commits:
            batch.stdin.write(f"{commit.blob}\n".encode())
            batch.stdin.flush()
            yield _read_blob(batch.stdout)
        batch.stdin.close()


def _read_blob(stream: IO[bytes]) -> bytes:
    """One answer of `git cat-file --batch`: `ID blob SIZE`, the bytes, a line break."""
    *_, kind, size = [b"", *stream.readline().split()][-2:] or [b"", b""]
    if kind != b"blob":
        return b""
    data = stream.read(int(size))
    stream.read(1)
    return data
