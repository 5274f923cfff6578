"""The programs of package.json, kept from one run to the next in the user's own cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp

import pytest

HERE = Path(__file__).parent
LOCK = HERE / "package-lock.json"
"""Exact versions with their hashes: npm takes nothing else."""


@pytest.fixture(scope="session")
def programs() -> Path:
    """The folder that npm puts programs into. Only a machine without npm is let off."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed; these tests run what editors run, which comes by npm")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "desertion-tests"
    kept = cache / hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        install(kept, Path(mkdtemp(dir=cache)))
    return kept / "node_modules"


def install(kept: Path, fresh: Path) -> None:
    """Whole or not at all, also where two workers of pytest do it at once."""
    for name in ("package.json", LOCK.name):
        shutil.copyfile(HERE / name, fresh / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"]
    done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    try:
        fresh.rename(kept)
    except OSError:
        assert kept.exists()
        shutil.rmtree(fresh)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as it was last committed, as a curator gets it."""
    root, folder = HERE.parents[1], tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(root), str(folder)], check=True)
    return folder
