"""The versions of one figure, from git: when, by whom, and which fields changed.

Only the main line is read, a merge as one change, and of each version only the lines of the
figure. Where there is no git, no repository or no history, there are simply no versions.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

from loaders.git import start_git
from loaders.problems import Refused
from loaders.source import decode, parse

_COMMIT = "%x01%H%x00%aI%x00%aN%x00%s"
_RAW_BLOB = re.compile(rb"^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ", re.MULTILINE)
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


class _Commit(NamedTuple):
    commit: str
    date: str
    author: str
    subject: str
    blob: str


def read_history(path: str | os.PathLike[str], id: str) -> list[Version]:
    """The versions of a figure, the newest first; none without git."""
    file = Path(path).resolve()
    commits = _list_commits(file)
    versions: list[Version] = []
    before: dict[str, Any] = {}
    text: bytes | None = b""
    for commit, data in zip(commits, _read_blobs(file, commits), strict=True):
        if (found := _find_lines(data, id)) == text:
            continue
        text, after = found, _read_fields(found)
        if after is not None and after != before:
            versions.append(_compare(commit, before, after))
            before = after
    return versions[::-1]


def read_versions(path: str | os.PathLike[str]) -> Iterator[bytes]:
    """The file as it was in each commit of the main line, the newest first; none without git."""
    file = Path(path).resolve()
    yield from _read_blobs(file, _list_commits(file)[::-1])


def _list_commits(file: Path) -> list[_Commit]:
    """The commits of the main line that touched the file, the oldest first."""
    command = [
        *("log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw"),
        *("--no-abbrev", "--no-renames", f"--format={_COMMIT}", "--", file.name),
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
            commits.append(_Commit(commit, date, author, subject, blob[1].decode()))
    return commits


def _read_blobs(file: Path, commits: list[_Commit]) -> Iterator[bytes]:
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


def _compare(commit: _Commit, before: dict[str, Any], after: dict[str, Any]) -> Version:
    fields = dict.fromkeys([*after, *before])
    changes = (Change(name, before.get(name), after.get(name)) for name in fields)
    return Version(
        commit=commit.commit,
        date=datetime.fromisoformat(commit.date),
        author=commit.author,
        subject=commit.subject,
        changes=tuple(change for change in changes if change.before != change.after),
        kind="added" if not before else "changed" if after else "removed",
    )


def list_history(versions: Iterable[Version]) -> Iterator[str]:
    """A line a version, and one for each field that a change touched."""
    for version in versions:
        yield (
            f"{version.date:%Y-%m-%d} {version.author}: {version.kind} "
            f"({version.commit[:7]} {version.subject})"
        )
        for change in version.changes if version.kind == "changed" else ():
            yield f"  {say_change(change)}"


def say_change(change: Change) -> str:
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
