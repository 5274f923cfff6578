"""The versions of one figure, from git: when, by whom, and which fields changed.

Only the main line is read, a merge as one change, and of each version only the lines of the
figure. Where there is no git, no repository or no history, there are simply no versions.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from loaders.problems import Refused
from loaders.source import decode, parse
from loaders.versions import Commit, list_commits, read_blobs

_DASH = re.compile(rb"^( *)- ", re.MULTILINE)
MOST_ABOVE = 20_000
"""How many characters of a figure may stand above its id."""


@dataclass(frozen=True)
class Change:
    """A field before and after; None where the figure did not have it."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Version:
    """A commit in which the figure was added, changed or removed."""

    commit: str
    date: datetime
    author: str
    subject: str
    """First line of the commit's message."""
    changes: tuple[Change, ...]
    """The fields that changed, as plain text, lists and mappings; all of them when it was added."""
    kind: str
    """added, changed or removed."""


def read_history(path: str | os.PathLike[str], id: str) -> list[Version]:
    """The versions of a figure, the newest first; none without git."""
    file = Path(path).resolve()
    commits = list_commits(file)
    versions: list[Version] = []
    before: dict[str, Any] = {}
    text: bytes | None = b""
    for commit, data in zip(commits, read_blobs(file, commits), strict=True):
        if (found := _find_lines(data, id)) == text:
            continue
        text, after = found, _read_fields(found)
        if after is not None and after != before:
            versions.append(_compare(commit, before, after))
            before = after
    return versions[::-1]


def _find_lines(data: bytes, id: str) -> bytes:
    """The lines of the figure, from its dash to the next thing that is not indented under it."""
    own = re.compile(rb"id: *[\"']?" + re.escape(id.encode()) + rb"[\"']?[ \t]*(?=[,}#\r\n])")
    for found in own.finditer(data):
        column = found.start() - data.rfind(b"\n", 0, found.start()) - 1
        near = max(0, found.start() - MOST_ABOVE)
        dashes = list(_DASH.finditer(data, near, found.start()))
        outer = [dash for dash in dashes if len(dash[1]) < column]
        if outer:
            start, indent = outer[-1].start(), len(outer[-1][1])
            outside = re.compile(rb"^(?! {%d}|[ \t]*\r?$)" % (indent + 1), re.MULTILINE)
            end = outside.search(data, data.find(b"\n", found.start()) + 1)
            return data[start : end.start() if end else len(data)]
    return b""


def _read_fields(lines: bytes) -> dict[str, Any] | None:
    """The fields of a figure; empty for no figure, None where the lines cannot be read."""
    if not lines:
        return {}
    try:
        figures = parse(decode(b"figures:\n" + lines, ""), "")["figures"]
    except Refused:
        return None
    return figures[0] if isinstance(figures, list) and isinstance(figures[0], dict) else None


def _compare(commit: Commit, before: dict[str, Any], after: dict[str, Any]) -> Version:
    return Version(
        commit=commit.commit,
        date=datetime.fromisoformat(commit.when),
        author=commit.author,
        subject=commit.subject,
        changes=compare_fields(before, after),
        kind="added" if not before else "changed" if after else "removed",
    )


def compare_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields of a figure that are other than they were."""
    fields = dict.fromkeys([*after, *before])
    changes = (Change(name, before.get(name), after.get(name)) for name in fields)
    return tuple(change for change in changes if change.before != change.after)


def list_history(versions: Iterable[Version]) -> Iterator[str]:
    """A line a version, and one for each field that a change touched."""
    for version in versions:
        yield (
            f"{version.date:%Y-%m-%d} {version.author}: {version.kind} "
            f"({version.commit[:7]} {version.subject})"
        )
        for change in version.changes if version.kind == "changed" else ():
            yield f"  {change.field}: {say_value(change.before)} -> {say_value(change.after)}"


def say_value(value: Any) -> str:
    """A field's value for the middle of a line."""
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
