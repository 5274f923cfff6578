"""The LibreOffice that opens the CSV; `python -m tests.trust.libreoffice` installs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("soffice", "libreoffice", "localc")
MEND = "No LibreOffice was found. Install its Calc, for example: apt-get install libreoffice-calc"


def find_libreoffice() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Debian's package, where we are root and apt is there."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if find_libreoffice() is None:
        install()
    if find_libreoffice() is None:
        sys.exit(MEND)
