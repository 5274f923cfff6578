"""What one sees while a site or a package is written: in a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys
from threading import Event

import pytest

from commands import command
from commands.command import ERASE_LINE, show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_what_is_done_and_the_line_is_taken_away_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Event()

    def say() -> str:
        asked.set()
        return "3 pages"

    monkeypatch.setattr(command, "PAUSE_SECONDS", 0.001)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with show_progress(say):
        assert asked.wait(60)
    said = terminal.getvalue()
    assert said.startswith(f"{ERASE_LINE}3 pages, 0 s")
    assert said.endswith(ERASE_LINE)


def test_a_log_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    with show_progress(lambda: "3 pages"):
        pass
    assert log.getvalue() == ""
