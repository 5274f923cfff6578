"""The versions of one figure, from git: when, by whom, and which fields changed.

Only the main line is read, a merge as one change, and of each version only the lines of the
figure and of its claimant. Where there is no git, no repository or no history, there are simply no
versions. A clone may hold less than there was: what is missing is said, and no commit is named for
a change that lies before it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

from loaders.git import ask_git, find_refusal, start_git
from loaders.problems import Refused
from loaders.source import Map, decode, entries, parse

_SETTINGS = (
    *("-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)
"""What would change the answer; and a clone without old contents is not to fetch them by itself."""
_COMMIT = "%x01%H%x00%P%x00%aI%x00%aN%x00%s"
_RAW_BLOB = re.compile(rb"^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ", re.MULTILINE)
_CLAIMANT = re.compile(rb"\bclaimant: *[\"']?([\w-]+)")
_DASH = re.compile(rb"^( *)- ", re.MULTILINE)
_SHALLOW = (
    "Older versions are not here: this is a shallow clone. `git fetch --unshallow` brings them."
)
_NO_BLOBS = (
    "Older versions are not here: this clone was made without them (`git clone --filter`). "
    "A whole clone has them."
)
NAME = "claimant's name"
"""What a change of the claimant's record is told as; it is in every sentence about the figure."""
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
    parents: str
    date: str
    author: str
    subject: str
    blob: str


class _Log(NamedTuple):
    commits: list[_Commit]
    note: str = ""


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
    log = _list_commits(file)
    states = [_find_state(data, id) for data in _read_blobs(file, log.commits)]
    seen = list(zip(log.commits, states, strict=False))[::-1]
    note = log.note or (_NO_BLOBS if len(seen) < len(log.commits) else "")
    return History(tuple(_list_versions(seen, whole=not note))[::-1], note)


def _list_versions(seen: list[tuple[_Commit, _State]], whole: bool) -> Iterator[Version]:
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
        same_claimant = before.get("claimant") == after.get("claimant")
        renamed = [Change(NAME, name, named)] if name and named and same_claimant else []
        version = _compare(commit, before, after, renamed)
        before, name = after, named
        if version.changes and known:
            yield version
        known = True


def read_versions(path: str | os.PathLike[str]) -> Iterator[bytes]:
    """The file as it was in each commit of the main line, the newest first; none without git."""
    file = Path(path).resolve()
    yield from _read_blobs(file, _list_commits(file).commits)


def find_last_change(path: str | os.PathLike[str]) -> datetime:
    """When the file was last committed; without git, when it was last written."""
    file = Path(path).resolve()
    if commits := _list_commits(file).commits:
        return datetime.fromisoformat(commits[0].date)
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _list_commits(file: Path) -> _Log:
    """The commits of the main line that touched the file, the newest first."""
    command = [
        *(*_SETTINGS, "log", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-color"),
        *("--no-abbrev", "--no-renames", f"--format={_COMMIT}", "--", file.name),
    ]
    log = start_git(file, *command, stderr=subprocess.PIPE)
    if log is None:
        return _Log([])
    said, complaint = log.communicate()
    if log.returncode != 0:
        return _Log([], find_refusal(file) or _say_fault(complaint.decode("utf-8", "replace")))
    commits = []
    for entry in said.split(b"\x01")[1:]:
        head, _, rest = entry.partition(b"\n")
        if blob := _RAW_BLOB.search(rest):
            commit, parents, date, author, subject = head.decode("utf-8", "replace").split("\0", 4)
            commits.append(_Commit(commit, parents, date, author, subject, blob[1].decode()))
    is_cut = bool(commits) and not commits[-1].parents and _is_shallow(file)
    return _Log(commits, _SHALLOW if is_cut else "")


def _is_shallow(file: Path) -> bool:
    return ask_git(file, "rev-parse", "--is-shallow-repository") == (True, "true")


def _say_fault(complaint: str) -> str:
    """Nothing where there is simply no history; else what git complains about."""
    if "not a git repository" in complaint or "does not have any commits" in complaint:
        return ""
    return f"git does not list the versions: {complaint.strip().rpartition(chr(10))[2]}"


def _read_blobs(file: Path, commits: list[_Commit]) -> Iterator[bytes]:
    """The file in each commit, empty where it was deleted; up to the first that is not here."""
    command = (*_SETTINGS, "cat-file", "--batch")
    batch = start_git(file, *command, stdin=subprocess.PIPE) if commits else None
    if batch is None:
        return
    with batch:
        assert batch.stdin is not None
        assert batch.stdout is not None
        for commit in commits:
            if not commit.blob.strip("0"):
                yield b""
                continue
            batch.stdin.write(f"{commit.blob}\n".encode())
            batch.stdin.flush()
            if (data := _read_blob(batch.stdout)) is None:
                break
            yield data
        batch.stdin.close()


def _read_blob(stream: IO[bytes]) -> bytes | None:
    """One answer of `git cat-file --batch`: `ID blob SIZE`, the bytes, a line break."""
    match stream.readline().split():
        case [_, b"blob", size]:
            data = stream.read(int(size))
            stream.read(1)
            return data
    return None


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
    commit: _Commit, before: dict[str, Any], after: dict[str, Any], more: Iterable[Change]
) -> Version:
    fields = dict.fromkeys([*after, *before])
    changes = (*(Change(name, before.get(name), after.get(name)) for name in fields), *more)
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
            yield f"  {change.field}: {_say(change.before)} -> {_say(change.after)}"


def _say(value: Any) -> str:
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
