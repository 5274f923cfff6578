"""The versions of one figure, from git: when, by whom, and which fields changed.

Only the main line is read, a merge as one change, and of each version only the lines of the
figure and of its claimant. Where there is no git, no repository or no history, there are simply no
versions. A clone may hold less than there was: what is missing is said, and no commit is named for
a change that lies before it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from loaders.problems import Refused
from loaders.source import Map, decode, entries, parse
from loaders.versions import NO_BLOBS, Commit, list_commits, read_blobs

_CLAIMANT = re.compile(rb"\bclaimant: *[\"']?([\w-]+)")
_DASH = re.compile(rb"^( *)- ", re.MULTILINE)
NAME = "claimant's name"
"""What a change of the claimant's record is told as; it is in every sentence about the figure."""
MOST_ABOVE = 20_000
"""How many characters of a figure may stand above its id."""


@dataclass(frozen=True)
class Edit:
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
    changes: tuple[Edit, ...]
    """The fields that changed, as plain text, lists and mappings; all of them when it was added."""
    kind: str
    """added, changed or removed."""


@dataclass(frozen=True)
class History:
    """What git has of a figure."""

    versions: tuple[Version, ...]
    """The newest first; none without git."""
    note: str = ""
    """What is not here, or why nothing is; a sentence."""


class _State(NamedTuple):
    """The figure in one version of the file, and the lines of its claimant."""

    figure: bytes
    claimant: bytes


def read_history(path: str | os.PathLike[str], id: str) -> History:
    """The versions of a figure, the oldest that git can read being where it begins."""
    file = Path(path).resolve()
    log = list_commits(file)
    states = [_find_state(data, id) for data in read_blobs(file, log.commits)]
    seen = list(zip(log.commits, states, strict=False))[::-1]
    note = log.note or (NO_BLOBS if len(seen) < len(log.commits) else "")
    return History(tuple(_list_versions(seen, whole=not note))[::-1], note)


def _list_versions(seen: list[tuple[Commit, _State]], whole: bool) -> Iterator[Version]:
    """The changes from one to the next, the oldest first; what the first changed may be unknown."""
    state, before, name, known = _State(b"", b""), dict[str, Any](), "", whole
    for commit, found in seen:
        if found == state:
            known = True
            continue
        state, after = found, _read_fields(found.figure)
        if after is None:
            continue
        named = _read_name(found.claimant)
        same_claimant = before.get("claimant") == after.get("claimant") and name != named
        renamed = [Edit(NAME, name, named)] if name and named and same_claimant else []
        version = _compare(commit, before, after, renamed)
        before, name = after, named
        if version.changes and known:
            yield version
        known = True


def _find_state(data: bytes, id: str) -> _State:
    lines = _find_lines(data, id)
    claimant = _CLAIMANT.search(lines)
    return _State(lines, _find_claimant(data, claimant[1]) if claimant else b"")


def _find_claimant(data: bytes, key: bytes) -> bytes:
    """The lines of a claimant, from its key to the next thing that is not indented under it."""
    section = re.search(rb"^claimants:(.*?)(?=^[^\s#]|\Z)", data, re.MULTILINE | re.DOTALL)
    own = re.compile(rb"^( +)[\"']?" + re.escape(key) + rb"[\"']?:.*\n?(?:\1 .*\n?)*", re.MULTILINE)
    found = own.search(section[1]) if section else None
    return found[0] if found else b""


def _read_name(lines: bytes) -> str:
    """The name in the lines of a claimant; empty where they cannot be read."""
    try:
        section = parse(decode(b"claimants:\n" + lines, ""), "")["claimants"]
    except Refused:
        return ""
    record = next(iter(entries(section).values()), None)
    return str(record.get("name", "")) if isinstance(record, Map) else ""


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


def _compare(
    commit: Commit, before: dict[str, Any], after: dict[str, Any], more: Iterable[Edit]
) -> Version:
    return Version(
        commit=commit.commit,
        date=datetime.fromisoformat(commit.when),
        author=commit.author,
        subject=commit.subject,
        changes=(*compare_fields(before, after), *more),
        kind="added" if not before else "changed" if after else "removed",
    )


def compare_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Edit, ...]:
    """The fields of a figure that are other than they were."""
    fields = dict.fromkeys([*after, *before])
    changes = (Edit(name, before.get(name), after.get(name)) for name in fields)
    return tuple(change for change in changes if change.before != change.after)


def list_history(versions: Iterable[Version]) -> Iterator[str]:
    """A line a version, and one for each field that a change touched."""
    for version in versions:
        yield (
            f"{version.date:%Y-%m-%d} {version.author}: {version.kind} "
            f"({version.commit[:7]} {version.subject})"
        )
        for change in version.changes if version.kind == "changed" else ():
            yield f"  {say_change(change)}"


def say_change(change: Edit) -> str:
    """`count: 284, now 285`; of a list only what came and what went."""
    name, before, after = change.field.replace("_", " "), change.before, change.after
    if not isinstance(before or [], list) or not isinstance(after or [], list):
        return f"{name}: {_say(before)}, now {_say(after)}"
    came = [f"added {_say(one)}" for one in after or [] if one not in (before or [])]
    went = [f"taken out {_say(one)}" for one in before or [] if one not in (after or [])]
    return f"{name}: {'; '.join(went + came) or 'in another order'}"


def _say(value: Any) -> str:
    """`article kyiv-post-undated, via Radio Svoboda, printed (count 6500)`."""
    if isinstance(value, list):
        return " and ".join(map(_say, value))
    if isinstance(value, dict) and value.keys() == {"low", "high"}:
        return f"{value['low']} to {value['high']}"
    if isinstance(value, dict):
        return ", ".join(
            f"{name.replace('_', ' ')} {f'({_say(one)})' if isinstance(one, dict) else _say(one)}"
            for name, one in value.items()
        )
    return "nothing" if value is None else str(value)
