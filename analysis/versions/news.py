"""The file and git in; what became of the figures from version to version, the newest first, out.

For who follows the data: a figure was added, changed, withdrawn, disputed or removed, and when.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Any

from analysis.versions.changed_since import read_figures
from analysis.versions.history import Edit, compare_fields
from loaders.ledger import Ledger
from loaders.versions import Commit, name_versions, read_version
from loaders.words import Status

MOST_VERSIONS = 50
"""So many are read, 50 ms each, where nobody says since when."""


@dataclass(frozen=True, slots=True)
class News:
    """What became of one figure in one version."""

    version: str
    """The data version in which it is so."""
    when: datetime
    figure: str
    kind: str
    """added, changed, withdrawn, disputed or removed."""
    changes: tuple[Edit, ...]
    """The fields that changed; none where the figure came or went."""


@dataclass(frozen=True, slots=True)
class _Edition:
    """One version of all figures."""

    version: str
    when: datetime
    figures: Mapping[str, Any]


def list_news(path: str | os.PathLike[str], ledger: Ledger, since: str = "") -> list[News]:
    """What has become of the figures since a version, or in the last versions.

    `since` is the start of a SHA-256 of the file. Raises KeyError where git knows no such version.
    """
    if since and ledger.version.startswith(since):
        return []
    editions = _read_editions(path, ledger, since)
    return [one for newer, older in pairwise(editions) for one in _compare(older, newer)]


def _read_editions(path: str | os.PathLike[str], ledger: Ledger, since: str) -> Iterator[_Edition]:
    """The versions from today's back to `since`; an empty one before the first of all."""
    named = name_versions(path)
    wanted = _go_back(named, since)
    commit = named.get(ledger.version)
    midnight = datetime.combine(ledger.dated or date(1970, 1, 1), time(), UTC)
    when = datetime.fromisoformat(commit.when) if commit else midnight
    yield _Edition(ledger.version, when, ledger.known("figures"))
    for version, commit in wanted.items():
        if version != ledger.version:
            figures = read_figures(read_version(path, commit))
            yield _Edition(version, datetime.fromisoformat(commit.when), figures)
    if len(wanted) == len(named) and not since and named:
        yield _Edition("", when, {})


def _go_back(named: Mapping[str, Commit], since: str) -> dict[str, Commit]:
    """The newest versions up to and with `since`, or as many as are read without it."""
    versions = list(named)
    if not since:
        return {version: named[version] for version in versions[:MOST_VERSIONS]}
    for place, version in enumerate(versions, 1):
        if version.startswith(since):
            return {version: named[version] for version in versions[:place]}
    raise KeyError(since)


def _compare(older: _Edition, newer: _Edition) -> Iterator[News]:
    for id in dict.fromkeys([*newer.figures, *older.figures]):
        before, after = older.figures.get(id), newer.figures.get(id)
        if before == after:
            continue
        changes: tuple[Edit, ...] = ()
        if isinstance(before, dict) and isinstance(after, dict):
            changes = compare_fields(before, after)
        kind = "added" if before is None else "removed" if after is None else _name(changes)
        yield News(newer.version, newer.when, id, kind, changes)


def _name(changes: tuple[Edit, ...]) -> str:
    """What a reader would call it."""
    for change in changes:
        if change.field == "status" and change.after == Status.WITHDRAWN.value:
            return Status.WITHDRAWN.value
        if change.field == "disputed_by" and len(change.after or ()) > len(change.before or ()):
            return "disputed"
    return "changed"
