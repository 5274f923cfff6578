"""Git, where there is any, in the folder of a file: its versions are read, or it is committed.

Only the main line is read, a merge as one change. Where there is no git, no repository or no
history, there are simply no versions.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, NamedTuple

_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"),
    *("GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
)
"""What names another repository, as in a hook; the one that the file lies in is meant."""


_DUBIOUS = re.compile(r"detected dubious ownership in repository at '(.*)'")
_SETTINGS = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
"""Its messages as `explain` knows them; and what a clone left out is not fetched meanwhile."""
_AS_IS = (
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


class NotCommitted(Exception):
    """The file is saved but git did not take it; the text is what git said."""


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


def start_git(
    file: Path, *arguments: str, stdin: int = subprocess.DEVNULL, stderr: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes] | None:
    """Git at work in the folder of a file, its answer to be read; None where there is no git."""
    git = shutil.which("git")
    if git is None:
        return None
    return subprocess.Popen(  # noqa: S603
        [git, *arguments],
        cwd=file.parent,
        env={
            **{name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
            **_SETTINGS,
        },
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


def read_committed(path: str | os.PathLike[str]) -> bytes | None:
    """The file as it was last committed; None without git, or where it never was."""
    file = Path(path).resolve()
    git = start_git(file, "show", f"HEAD:./{file.name}")
    if git is None:
        return None
    data, _ = git.communicate()
    return data if git.returncode == 0 else None


def has_repository(path: str | os.PathLike[str]) -> bool:
    """Whether there is git, and the file lies in a repository."""
    return ask_git(Path(path).resolve(), "rev-parse")[0]


def find_refusal(path: str | os.PathLike[str]) -> str:
    """Why git does not answer for the file though there is a repository; empty where it does."""
    file = Path(path).resolve()
    _, said = ask_git(file, "rev-parse")
    return explain(file, said) if _DUBIOUS.search(said) else ""


def commit(path: str | os.PathLike[str], message: str) -> bool:
    """Commit this one file; False where there is no git or no repository. Raises NotCommitted."""
    file = Path(path).resolve()
    if not has_repository(file):
        return False
    done, said = _take_in(file)
    if done:
        done, said = ask_git(file, "commit", "--quiet", "-m", message, "--", file.name)
    if not done:
        raise NotCommitted(f"saved, but not committed: {explain(file, said)}")
    return True


def _take_in(file: Path) -> tuple[bool, str]:
    """Let git know a file that it does not know yet."""
    known, said = ask_git(file, "ls-files", "--error-unmatch", "--", file.name)
    return (known, said) if known else ask_git(file, "add", "--", file.name)


def explain(file: Path, said: str) -> str:
    """What git said, with what to do about it where that is known."""
    if found := _DUBIOUS.search(said):
        return (
            "git does not read a folder of another user; if you trust it: "
            f"git config --global --add safe.directory {shlex.quote(found[1])}"
        )
    if "ignored by one of your .gitignore" in said:
        return f"git is told to ignore {file.name}; git add --force {file.name} takes it in"
    return said


def ask_git(file: Path, *arguments: str) -> tuple[bool, str]:
    """Whether git could do it, and what it said."""
    git = start_git(file, *arguments, stderr=subprocess.STDOUT)
    if git is None:
        return False, ""
    said, _ = git.communicate()
    return git.returncode == 0, to_text(said).strip()


def to_text(said: bytes) -> str:
    """What git said, which may hold names and messages in any encoding."""
    return said.decode("utf-8", "replace")


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


def list_commits(file: Path, *options: str) -> Log:
    """The commits of the main line that touched the file, the newest first."""
    command = [
        *(*_AS_IS, "log", "--first-parent", "--raw", "--no-abbrev"),
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
    command = (*_AS_IS, "cat-file", "--batch")
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
