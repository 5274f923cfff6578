"""What sites have said so far, in a small file beside the data: a run goes on where one ended.

One reply a line, the newest last, so that a run that is broken off loses nothing. Git ignores it:
it is what was so on a day, and is asked again after a while.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from commands.asking import TOO_MANY, Fate, Reply


class Replies:
    """Replies by address: those of the pages, or those of the archive."""

    def __init__(self, data: str | os.PathLike[str], about: str) -> None:
        path = Path(data)
        self.path = path.with_name(f".{path.name}.links.jsonl")
        self.about = about
        self.asked: set[str] = set()
        """What was asked in this run."""
        self._known: dict[str, tuple[Reply, date]] = {}
        if self.path.exists():
            for line in self.path.read_text(encoding="utf-8", errors="replace").splitlines():
                self._take(line)

    def _take(self, line: str) -> None:
        """A line that cannot be read is a question that is asked again."""
        try:
            said: dict[str, Any] = json.loads(line)
            if said.pop("about") == self.about:
                url, day = said.pop("url"), date.fromisoformat(said.pop("day"))
                self._known[url] = Reply(**{**said, "fate": Fate(said["fate"])}), day
        except (ValueError, KeyError, TypeError, AttributeError):
            return

    def add(self, url: str, reply: Reply) -> None:
        """Keep it at once."""
        today = _today()
        self._known[url] = reply, today
        self.asked.add(url)
        said = {"about": self.about, "url": url, "day": today.isoformat(), **asdict(reply)}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(said, ensure_ascii=False) + "\n")

    def find(self, url: str) -> Reply | None:
        """The last reply, if there ever was one."""
        return self._known[url][0] if url in self._known else None

    def is_fresh(self, url: str, days: int) -> bool:
        """Whether it need not be asked again: a real answer, and given since so many days."""
        if url not in self._known:
            return False
        reply, day = self._known[url]
        is_answer = reply.fate != Fate.SILENT and reply.status != TOO_MANY
        return is_answer and (_today() - day).days < days


def _today() -> date:
    return datetime.now(UTC).date()
