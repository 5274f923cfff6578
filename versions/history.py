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

from loaders.git import NO_BLOBS, Commit, list_commits, read_blobs
from loaders.problems import Refused
from loaders.source import Items, Map, Node, decode, entries, parse

_ENTRY = re.compile(
    rb"^( *)-\s.*\n?(?:\1 .*\n?|[ \t]*(?:#.*)?\r?\n)*",
    re.MULTILINE,
)
"""One of a list, with all that is indented under its dash."""
MOST_ABOVE = 20_000
"""How many characters of a figure may stand above its id."""
_OLDER = "an older version"
"""What the file is called in faults, which nobody is told."""
NAME = "claimant's name"
"""What a change of the claimant's record is told as; it is in every sentence about the figure."""


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
    """The figure in one version of the file; without fields where it is not in it."""

    figure: Mapping[str, Any]
    name: Any = None
    """Of its claimant; None where that cannot be read."""


def read_history(path: str | os.PathLike[str], id: str) -> History:
    """The versions of a figure, the oldest that git can read being where it begins."""
    file = Path(path).resolve()
    log = list_commits(file)
    states = [_read_state(data, id) for data in read_blobs(file, log.commits)]
    seen = list(zip(log.commits, states, strict=False))[::-1]
    note = log.note or (NO_BLOBS if len(seen) < len(log.commits) else "")
    return History(tuple(_list_versions(seen, whole=not note))[::-1], note)


def _list_versions(seen: list[tuple[Commit, _State | None]], whole: bool) -> Iterator[Version]:
    """The changes from one to the next, the oldest first; what the first changed may be unknown."""
    before, known = _State({}), whole
    for commit, after in seen:
        if after is None:
            continue
        version = _compare(commit, before, after)
        if version.changes and known:
            yield version
        before, known = after, True


def _read_state(data: bytes, id: str) -> _State | None:
    """The figure in these bytes of the file; None where its lines cannot be read."""
    for lines in _find_lines(data, id):
        figure = _read_record(b"figures:\n" + lines, "figures")
        if figure is None:
            return None
        if figure.get("id") == id:
            claimant = _find_claimant(data, str(figure.get("claimant")).encode())
            record = _read_record(b"claimants:\n" + claimant, "claimants")
            return _State(figure, record and record.get("name"))
    return _State({})


def _find_lines(data: bytes, id: str) -> Iterator[bytes]:
    """The lines of each entry that may have this id, from its dash on."""
    own = re.compile(rb"id: *[\"']?%b[\"']?[ \t]*(?=[,}#\r\n])" % re.escape(id.encode()))
    for found in own.finditer(data):
        near = _ENTRY.finditer(data, found.start() - MOST_ABOVE)
        entry = next((one for one in near if found.start() in range(*one.span())), None)
        if entry:
            yield entry[0]


def _find_claimant(data: bytes, key: bytes) -> bytes:
    """The lines of a claimant, from its key to the next thing that is not indented under it."""
    section = re.search(rb"^claimants:(.*?)(?=^[^\s#]|\Z)", data, re.MULTILINE | re.DOTALL)
    own = re.compile(rb"^( +)[\"']?" + re.escape(key) + rb"[\"']?:.*\n?(?:\1 .*\n?)*", re.MULTILINE)
    found = own.search(section[1]) if section else None
    return found[0] if found else b""


def _read_record(data: bytes, section: str) -> Map | None:
    """The one record in a section; None where it cannot be read."""
    record = next(iter((read_section(data, section) or {}).values()), None)
    return record if isinstance(record, Map) else None


def read_section(data: bytes, section: str) -> dict[str, Node] | None:
    """Id -> what was written of it; None where the file cannot be read."""
    try:
        return entries(parse(decode(data, _OLDER), _OLDER).get(section, Items()))
    except Refused:
        return None


def _compare(commit: Commit, before: _State, after: _State) -> Version:
    names = before.name, after.name
    same_claimant = before.figure.get("claimant") == after.figure.get("claimant")
    is_renamed = same_claimant and all(names) and names[0] != names[1]
    return Version(
        commit=commit.commit,
        date=datetime.fromisoformat(commit.when),
        author=commit.author,
        subject=commit.subject,
        changes=(
            *compare_fields(before.figure, after.figure),
            *[Edit(NAME, *names)] * is_renamed,
        ),
        kind="added" if not before.figure else "changed" if after.figure else "removed",
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
    name = change.field.replace("_", " ")
    before, after = ([] if one is None else one for one in (change.before, change.after))
    if not isinstance(before, list) or not isinstance(after, list):
        return f"{name}: {_say(change.before)}, now {_say(change.after)}"
    came = [f"added {_say(one)}" for one in after if one not in before]
    went = [f"taken out {_say(one)}" for one in before if one not in after]
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
