"""Git, where there is any, in the folder of a file: it is asked, or that one file is committed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"),
    *("GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
)
"""What names another repository, as in a hook; the one that the file lies in is meant."""


_DUBIOUS = re.compile(r"detected dubious ownership in repository at '(.*)'")
_SETTINGS = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
"""Its messages as `explain` knows them; and what a clone left out is not fetched meanwhile."""


class NotCommitted(Exception):
    """The file is saved but git did not take it; the text is what git said."""


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
