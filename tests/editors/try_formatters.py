"""Prettier and yamllint themselves: they leave the file as it is, and what they do is undone.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from commands.__main__ import main
from editing.format import format_bytes
from tests.editing.small import REAL, cut

ROOT = REAL.parent
OURS = ("figures.yaml", "figures.schema.json")
ELSEWHERE: tuple[dict[str, Any], ...] = (
    {},
    {"singleQuote": True},
    {"tabWidth": 4},
    {"proseWrap": "always"},
)
"""How other projects have Prettier write."""
FORMAT = """\
const prettier = require("prettier");
const [path, ...variants] = process.argv.slice(1);
(async () => {
  const text = require("fs").readFileSync(path, "utf8");
  const ours = await prettier.resolveConfig(path, { editorconfig: true });
  const found = [];
  for (const options of variants) {
    const all = { ...ours, ...JSON.parse(options), filepath: path };
    found.push(await prettier.format(text, all));
  }
  process.stdout.write(JSON.stringify(found));
})();
"""
"""A file as Prettier writes it with each of these options, all in one start."""


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


def test_yamllint_finds_nothing_in_the_file() -> None:
    done = run(ROOT, sys.executable, "-m", "yamllint", "--strict", "figures.yaml")
    assert (done.returncode, done.stdout) == (0, "")


def test_yamllint_does_look_at_the_file(tmp_path: Path) -> None:
    (tmp_path / ".yamllint").write_bytes((ROOT / ".yamllint").read_bytes())
    (tmp_path / "figures.yaml").write_bytes(cut() + b"figures: []\n")
    done = run(tmp_path, sys.executable, "-m", "yamllint", "--strict", "figures.yaml")
    assert 'duplication of key "figures"' in done.stdout


def test_prettier_leaves_the_file_as_it_is(programs: Path, clone: Path) -> None:
    before = {name: (clone / name).read_bytes() for name in OURS}
    done = run(clone, programs / ".bin" / "prettier", "--write", *OURS)
    assert (done.returncode, done.stderr) == (0, "")
    assert {name: (clone / name).read_bytes() for name in OURS} == before


def test_format_restores_what_prettier_does_elsewhere_byte_for_byte(
    programs: Path, tmp_path: Path
) -> None:
    before = REAL.read_bytes()
    done = run(programs, "node", "-e", FORMAT, REAL, *map(json.dumps, ELSEWHERE))
    assert (done.returncode, done.stderr) == (0, "")
    texts = json.loads(done.stdout)
    for options, text in zip(ELSEWHERE, texts, strict=True):
        assert text.encode() != before, options
        assert format_bytes(text.encode()) == before, options
    path = tmp_path / "figures.yaml"
    path.write_bytes(texts[-1].encode())
    assert main(["format", str(path)]) == 0
    assert path.read_bytes() == before
