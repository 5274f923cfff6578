"""The versions of the file by the SHA-256 of their bytes, as captions and links name them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from loaders.git import Commit, list_commits, read_blobs

MOST_LISTED = 4


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
