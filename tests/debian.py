"""Programs of Debian that open what we give away: tests in files named `try_*` run them.

They take hundreds of megabytes, so those tests are collected only when they are named:
`make test-clients` has this module install what is missing, where we are root and apt is there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from shutil import which

PACKAGES = {
    "biber": ("biber",),
    "Rscript": ("r-base-core", "r-cran-jsonlite", "r-cran-rsqlite"),
    "soffice": ("libreoffice-calc",),
}
"""Program -> its packages."""


def run_program(name: str, *arguments: str) -> str:
    """What it prints, errors too."""
    command = [name, *arguments]
    said = subprocess.run(
        command,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=180,
    )
    assert said.returncode == 0, said.stdout
    return said.stdout


def install() -> str:
    """Install what is missing; what to do by hand, or nothing."""
    packages = [one for name in PACKAGES if not which(name) for one in PACKAGES[name]]
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if packages and os.geteuid() == 0 and which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    missing = ", ".join(name for name in PACKAGES if not which(name))
    return f"There is no {missing}. On Debian: {' '.join(command)}" if missing else ""


if __name__ == "__main__":
    sys.exit(install() or 0)
