"""What an installed package holds: every module, and every file that modules read beside them."""

from __future__ import annotations

import subprocess
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.test_architecture import OURS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SETUP = PROJECT["tool"]["setuptools"]


def tracked(*folders: str) -> list[Path]:
    found = subprocess.check_output(["git", "ls-files", "-z", *folders], cwd=ROOT, text=True)
    return [Path(name) for name in found.split("\0") if name and (ROOT / name).exists()]


def test_every_room_is_packed():
    assert set(SETUP["packages"]["find"]["include"]) == {f"{room}*" for room in OURS}


@pytest.mark.parametrize("path", tracked(*OURS), ids=str)
def test_a_file_of_a_room_is_packed(path):
    if path.suffix == ".py":
        assert path.with_name("__init__.py") in tracked(str(path.parent))
        return
    patterns = [
        f"{package.replace('.', '/')}/{pattern}"
        for package, own in SETUP["package-data"].items()
        for pattern in own
    ]
    assert any(fnmatchcase(str(path), pattern) for pattern in patterns)


def test_the_script_is_the_command():
    assert PROJECT["project"]["scripts"] == {"desertion": "commands.__main__:main"}
    assert SETUP["dynamic"]["dependencies"] == {"file": ["requirements.txt"]}
