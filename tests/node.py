"""Programs of npm that tests run, each in the version named here.

They are installed beside the environment once. Their tests are left out only where there is no npm.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

PACKAGES = {"lighthouse": "13.5.0", "html-validate": "10.9.0", "vnu-jar": "26.9.27"}
HOME = Path(sys.prefix) / "node"
needs_npm = pytest.mark.skipif(which("npm") is None, reason="there is no npm")


def find_package(name: str) -> Path:
    """Where a package lies; all of them are installed by whoever comes first."""
    HOME.mkdir(exist_ok=True)
    wanted = json.dumps({"private": True, "dependencies": PACKAGES})
    with (HOME / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = HOME / "installed"
        if not done.exists() or done.read_text() != wanted:
            (HOME / "package.json").write_text(wanted)
            command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run(command, cwd=HOME, check=True, capture_output=True, timeout=600)
            done.write_text(wanted)
    return HOME / "node_modules" / name


def run_node(script: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", str(script), *arguments],
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
