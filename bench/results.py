"""RESULTS.md: one section a benchmark, replaced whole when it is run again."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = "# Measured\n\nEach section is written by the command it names.\n"


def write_section(title: str, command: str, lines: Iterable[str], load: str) -> None:
    """Put the lines under their title, with the day and the machine."""
    day = f"{datetime.now(UTC):%d %B %Y}"
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    section = "\n".join(
        [
            f"## {title}",
            "",
            f"`{command}`, {day}, {machine}; load average of the machine {load}.",
            "",
            *(f"* {line}" for line in lines),
            "",
        ]
    )
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else HEAD
    old = re.search(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    text = text.replace(old[0], section) if old else f"{text.rstrip()}\n\n{section}"
    RESULTS.write_text(text, encoding="utf-8")


def say_load() -> str:
    """What else the machine was doing."""
    return f"{os.getloadavg()[0]:.1f}"
