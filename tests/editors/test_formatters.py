"""Prettier and yamllint themselves: they leave the file as it is, and what they do is undone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands.__main__ import main
from editing.format import format_bytes
from tests.editing.small import REAL

ROOT = REAL.parent
OURS = ("figures.yaml", "figures.schema.json")


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


def test_yamllint_finds_nothing_in_the_file() -> None:
    done = run(ROOT, sys.executable, "-m", "yamllint", "--strict", "figures.yaml")
    assert (done.returncode, done.stdout) == (0, "")


def test_yamllint_does_look_at_the_file(tmp_path: Path) -> None:
    for name in (".yamllint", "figures.yaml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    with (tmp_path / "figures.yaml").open("a", encoding="utf-8") as file:
        file.write("figures: []\n")
    done = run(tmp_path, sys.executable, "-m", "yamllint", "--strict", "figures.yaml")
    assert 'duplication of key "figures"' in done.stdout


@pytest.mark.long
def test_prettier_leaves_the_file_as_it_is(programs: Path, clone: Path) -> None:
    before = {name: (clone / name).read_bytes() for name in OURS}
    done = run(clone, programs / ".bin" / "prettier", "--write", *OURS)
    assert (done.returncode, done.stderr) == (0, "")
    assert {name: (clone / name).read_bytes() for name in OURS} == before


@pytest.mark.long
@pytest.mark.parametrize(
    "options", [(), ("--single-quote",), ("--tab-width=4",), ("--prose-wrap=always",)]
)
def test_format_restores_what_prettier_does_elsewhere_byte_for_byte(
    programs: Path, clone: Path, options: tuple[str, ...]
) -> None:
    path, before = clone / "figures.yaml", (clone / "figures.yaml").read_bytes()
    prettier = programs / ".bin" / "prettier"
    done = run(clone, prettier, "--write", "--ignore-path=none", *options, path.name)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() != before
    assert format_bytes(path.read_bytes()) == before
    assert main(["format", str(path)]) == 0
    assert path.read_bytes() == before
