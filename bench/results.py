"""What a part found, and RESULTS.md, where it is written beside the machine and the day."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"


@dataclass(frozen=True)
class Section:
    """What one part found: lines to read; those of a table begin with |."""

    title: str
    lines: Sequence[str]
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of the programs that were compared."""


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Lines of a table: the first column is words, the others are numbers."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(map(str, row))} |" for row in (head, rule, *rows)]


def show(section: Section) -> str:
    """The section's lines; those outside a table are items of a list."""
    lines: list[str] = []
    for line in section.lines:
        if lines and lines[-1].startswith("|") != line.startswith("|"):
            lines.append("")
        lines.append(line if line.startswith("|") else f"* {line}")
    return "\n".join(lines)


def write(part: str, section: Section, load: str) -> None:
    """Replace the part's section in the file, with the day and the machine."""
    day = f"{datetime.now(UTC):%d %B %Y}"
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    versions = ", ".join(f"{name} {version}" for name, version in section.versions.items())
    taken = f"`python -m bench {part}`, {day}, {machine}{versions and f', {versions}'}; {load}."
    text = RESULTS.read_text(encoding="utf-8")
    RESULTS.write_text(replace(text, section.title, f"{taken}\n\n{show(section)}"), "utf-8")


def replace(text: str, title: str, body: str) -> str:
    """The text with this body under this title: in place of the old one, or at the end."""
    section = f"## {title}\n\n{body}\n"
    old = re.search(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not old:
        return f"{text.rstrip()}\n\n{section}"
    behind = text[old.end() :]
    return text[: old.start()] + section + (f"\n{behind}" if behind else "")
