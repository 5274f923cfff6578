"""desertion check --watch: once now, again on each new content, and a clean end."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editing.small import HEAD, REAL, figure

SMALL = HEAD + "figures:\n" + figure("a", "2023")


def read_until(stream: Iterator[str], words: str) -> str:
    return next(line for line in stream if words in line)


def hear_ctrl_c() -> None:
    """What a shell starts in the background does not, and neither do its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("in_place", [True, False], ids=["in place", "by renaming"])
def test_check_prints_again_on_save_and_ends_cleanly_on_ctrl_c(
    tmp_path: Path, in_place: bool
) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    command = [sys.executable, "-u", "-m", "commands", "check", "--watch", str(path)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REAL.parent,
        preexec_fn=hear_ctrl_c,
    ) as watcher:
        assert watcher.stdout
        output = iter(watcher.stdout)
        read_until(output, "1 figures, 1 articles, 1 claimants: 0 errors")
        new = path if in_place else path.with_suffix(".new")
        new.write_text(SMALL.replace("count: 5", "count: 5,000"))
        new.replace(path)
        fault = read_until(output, "count:")
        assert fault.endswith('found "5,000"; write 5000\n')
        watcher.send_signal(signal.SIGINT)
        assert watcher.wait() == 0
