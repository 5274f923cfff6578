"""The versions of the file in git: when, by whom, and its bytes; and the date of the data.

Only the main line is read, a merge as one change. Where there is no git, no repository or no
history, there are simply no versions.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, NamedTuple

from loaders.git import ask_git, find_refusal, start_git, to_text

_SETTINGS = (
    *("-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.showSignature=false"),
    *("-c", "i18n.logOutputEncoding=UTF-8", "-c", "protocol.allow=never"),
)
"""What would change the answer; and a clone without old contents is not to fetch them by itself."""
_COMMIT = "%x01%H%x00%P%x00%aI%x00%aN%x00%s"
_RAW_BLOB = re.compile(rb"^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ", re.MULTILINE)
_SHALLOW = (
    "Older versions are not here: this is a shallow clone. `git fetch --unshallow` brings them."
)
NO_BLOBS = (
    "Older versions are not here: this clone was made without them (`git clone --filter`). "
    "A whole clone has them."
)


MOST_LISTED = 4


class Commit(NamedTuple):
    """One version of the file."""

    commit: str
    parents: str
    when: str
    """ISO 8601, with its offset."""
    author: str
    subject: str
    blob: str

    @property
    def day(self) -> date:
        """The same without the time."""
        return datetime.fromisoformat(self.when).date()


class Log(NamedTuple):
    """The versions that git lists, the newest first, and why there are not more."""

    commits: list[Commit]
    note: str = ""


def find_date(path: str | os.PathLike[str], data: bytes) -> date | None:
    """The day of these bytes: of the commit that gave the file them, or else of the file itself."""
    file = Path(path).resolve()
    newest = list_commits(file, "--max-count=1").commits
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


def find_version(path: str | os.PathLike[str], now: str, version: str) -> tuple[str, Commit] | None:
    """The version whose SHA-256 starts so, its name in full and its commit; None for none."""
    named = name_versions(path, now).items()
    return next((one for one in named if one[0].startswith(version)), None)


def read_version(path: str | os.PathLike[str], commit: Commit) -> bytes:
    """The file as it was in a commit."""
    return next(read_blobs(Path(path).resolve(), [commit]), b"")


def name_versions(path: str | os.PathLike[str], now: str) -> Mapping[str, Commit]:
    """SHA-256 of the file -> the newest commit that made it so; the newest first.

    Git is asked once while the data is as it is `now`, however many unknown versions are asked for.
    """
    return _name_versions(Path(path).resolve(), now)


@lru_cache(MOST_LISTED)
def _name_versions(file: Path, _now: str) -> Mapping[str, Commit]:
    commits = list_commits(file).commits
    unknown = [commit for commit in commits if commit.blob not in _hashes]
    for commit, data in zip(unknown, read_blobs(file, unknown), strict=False):
        _hashes[commit.blob] = hashlib.sha256(data).hexdigest()
    named: dict[str, Commit] = {}
    for commit in commits:
        if commit.blob in _hashes:
            named.setdefault(_hashes[commit.blob], commit)
    return named


_hashes: dict[str, str] = {}
"""Blob -> SHA-256 of its bytes; both say the same for ever."""


def list_commits(file: Path, *options: str) -> Log:
    """The commits of the main line that touched the file, the newest first."""
    command = [
        *(*_SETTINGS, "log", "--first-parent", "--raw", "--no-abbrev"),
        *(f"--format={_COMMIT}", *options, "--", file.name),
    ]
    log = start_git(file, *command, stderr=subprocess.PIPE)
    if log is None:
        return Log([])
    said, complaint = log.communicate()
    if log.returncode != 0:
        return Log([], find_refusal(file) or _say_fault(to_text(complaint)))
    commits = []
    for entry in said.split(b"\x01"):
        head, _, rest = entry.partition(b"\n")
        if blob := _RAW_BLOB.search(rest):
            commit, parents, date, author, subject = to_text(head).split("\0")
            commits.append(Commit(commit, parents, date, author, subject, blob[1].decode()))
    is_cut = bool(commits) and not commits[-1].parents and _is_shallow(file)
    return Log(commits, _SHALLOW if is_cut else "")


def _is_shallow(file: Path) -> bool:
    return ask_git(file, "rev-parse", "--is-shallow-repository") == (True, "true")


def _say_fault(complaint: str) -> str:
    """Nothing where there is simply no history; else what git complains about."""
    if "not a git repository" in complaint or "does not have any commits" in complaint:
        return ""
    if "promisor remote" in complaint:
        return NO_BLOBS
    *_, last = ["it does not say why", *complaint.splitlines()]
    return f"git does not list the versions: {last}"


def read_blobs(file: Path, commits: Sequence[Commit]) -> Iterator[bytes]:
    """The file in each commit, empty where it was deleted; up to the first that is not here."""
    command = (*_SETTINGS, "cat-file", "--batch")
    batch = start_git(file, *command, stdin=subprocess.PIPE) if commits else None
    if batch is None:
        return
    with batch:
        assert batch.stdin is not None
        assert batch.stdout is not None
        for commit in commits:
            if set(commit.blob) == {"0"}:
                yield b""
                continue
            batch.stdin.write(f"{commit.blob}\n".encode())
            batch.stdin.flush()
            if (data := _read_blob(batch.stdout)) is None:
                break
            yield data


def _read_blob(stream: IO[bytes]) -> bytes | None:
    """One answer of `git cat-file --batch`: `ID blob SIZE`, the bytes, a line break."""
    match stream.readline().split():
        case [_, b"blob", size]:
            data = stream.read(int(size))
            stream.read(1)
            return data
    return None
