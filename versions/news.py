"""The file and git in; what became of the figures from version to version, the newest first, out.

For who follows the data: a figure was added, changed, withdrawn, disputed or removed, and when; for
who follows an older link: which figures have changed since.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import pairwise
from typing import Any

from loaders.ledger import Ledger, once
from loaders.words import Status
from versions.history import Edit, compare_fields, read_section
from versions.named import find_version, name_versions, read_version

MOST_VERSIONS = 50
"""So many are read, 50 ms each, where nobody says since when."""
MOST_NAMED = 5
UNKNOWN = "What has changed since is not known here."
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
VERSION = re.compile(r"[0-9a-f]{7,64}", re.ASCII)
"""The start of a SHA-256, as captions and links give it."""


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


_BEFORE = _Edition("", UNDATED, {})
"""Before the first of all."""


def list_news(path: str | os.PathLike[str], ledger: Ledger, since: str = "") -> list[News]:
    """What has become of the figures since a version, or in the last versions.

    `since` is the start of a SHA-256 of the file. Raises KeyError where git knows no such version,
    or one that cannot be read.
    """
    if since and not VERSION.fullmatch(since):
        raise KeyError(since)
    if since and ledger.version.startswith(since):
        return []
    editions = _read_editions(path, ledger, since)
    return [one for newer, older in pairwise(editions) for one in _compare(older, newer)]


def _read_editions(path: str | os.PathLike[str], ledger: Ledger, since: str) -> Iterator[_Edition]:
    """The versions from the ledger's back to `since`; an empty one before the first of all.

    One that cannot be read is passed over: nothing was taken out in it and put back after it.
    """
    named = name_versions(path, ledger.version)
    versions = list(named)
    if ledger.version in named:
        versions = versions[versions.index(ledger.version) :]
    else:
        when = datetime.combine(ledger.dated, time(), UTC) if ledger.dated else UNDATED
        yield _Edition(ledger.version, when, ledger.known("figures"))
    wanted = _go_back(versions, since)
    for version in wanted:
        figures = read_section(read_version(path, named[version]), "figures")
        if figures is not None:
            yield _Edition(version, datetime.fromisoformat(named[version].when), figures)
        elif since and version.startswith(since):
            raise KeyError(since)
    if len(wanted) == len(versions) and not since and versions:
        yield _BEFORE


def _go_back(versions: list[str], since: str) -> list[str]:
    """The newest versions up to and with `since`, or as many as are read without it."""
    if not since:
        return versions[:MOST_VERSIONS]
    for place, version in enumerate(versions, 1):
        if version.startswith(since):
            return versions[:place]
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


@dataclass(frozen=True, slots=True)
class Since:
    """Ids of the figures that are new, other than they were, or gone."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def words(self) -> str:
        """`2 figures added: hur-1, hur-2; 1 changed: hur-3`, or `no figure has changed`."""
        parts = {"added": self.added, "changed": self.changed, "removed": self.removed}
        said = [f"{len(ids):,} {what}: {_list_few(ids)}" for what, ids in parts.items() if ids]
        if not said:
            return "no figure has changed"
        first, _, rest = said[0].partition(" ")
        noun = "figure" if first == "1" else "figures"
        return "; ".join([f"{first} {noun} {rest}", *said[1:]])


def _list_few(ids: tuple[str, ...]) -> str:
    more = len(ids) - MOST_NAMED
    return ", ".join([*ids[:MOST_NAMED], *[f"{more:,} more"] * (more > 0)])


def say_since(path: str | os.PathLike[str], ledger: Ledger, version: str) -> str:
    """What a reader of an older link should know, as one sentence; never raises.

    `version` is the start of a SHA-256 of the file's bytes, as captions and links give it.
    """
    if not VERSION.fullmatch(version):
        return f"This link names no version of the data; this is {ledger.short_version}."
    if ledger.version.startswith(version):
        return ""
    lead = (
        f"This link was made for version {version[:7]} of the data; this is {ledger.short_version}."
    )
    found = find_version(path, ledger.version, version)
    if found is None:
        return f"{lead} {UNKNOWN}"
    name, commit = found
    said = _said(ledger)
    if name not in said:
        old = read_section(read_version(path, commit), "figures")
        said[name] = UNKNOWN if old is None else f"Since then: {compare(old, ledger).words}."
    return f"{lead} {said[name]}"


@once
def _said(_: Ledger) -> dict[str, str]:
    """Version -> what has changed since, in words, of those that were asked for."""
    return {}


def compare(old: Mapping[str, Any], ledger: Ledger) -> Since:
    """The figures of an older file held against those of a ledger, by what is written."""
    new = ledger.known("figures")
    return Since(
        added=tuple(id for id in new if id not in old),
        changed=tuple(id for id in new if id in old and old[id] != new[id]),
        removed=tuple(id for id in old if id not in new),
    )
