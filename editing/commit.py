"""A saved file committed to git, and what the commit says; nothing where there is no git."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from editing.block import Edit, name_of


class NotCommitted(Exception):
    """The file is saved but git did not take it; the text is what git said."""


def describe_edits(edits: Iterable[Edit]) -> str:
    """`Add hur-2024-04`, `Change hur-2024-04`: the message of a commit; figures are named last."""
    said = [f"{'Change' if edit.key is not None else 'Add'} {name_of(edit)}" for edit in edits]
    return ", ".join(reversed(said))


def has_repository(path: str | os.PathLike[str]) -> bool:
    """Whether there is git, and the file lies in a repository."""
    git = shutil.which("git")
    inside = ("rev-parse", "--is-inside-work-tree")
    return git is not None and _run(git, Path(path).resolve(), *inside).returncode == 0


def commit(path: str | os.PathLike[str], message: str) -> bool:
    """Commit this one file; False where there is no git or no repository. Raises NotCommitted."""
    file = Path(path).resolve()
    git = shutil.which("git")
    if git is None or not has_repository(file):
        return False
    result = _run(git, file, "commit", "--quiet", "-m", message, "--", file.name)
    if result.returncode:
        said = (result.stderr or result.stdout).decode("utf-8", "replace").strip()
        raise NotCommitted(f"saved, but not committed: {said}")
    return True


def _run(git: str, file: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Git in the folder of the file, whatever repository the environment names."""
    environ = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return subprocess.run(  # noqa: S603
        [git, *arguments], cwd=file.parent, env=environ, capture_output=True, check=False
    )


_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
