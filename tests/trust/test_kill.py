"""The server killed while it saves and answers: it starts again, and nothing is lost.

Each round starts the real server. `KILLS` in the environment says how many rounds; `make test-kill`
asks for a hundred.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from random import Random
from urllib.error import HTTPError

import pytest

from loaders.last_good import recall_bytes
from loaders.load import read_ledger
from tests.loaders.small import SMALL
from tests.server.running import free_port

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "3"))
FIGURE = "hur-russia-2024"
LARGE = SMALL + "# So that a save takes a moment.\n" * 10_000


class Saving:
    """The dashboard as deploy/ starts it, with saves going on inside."""

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        told = {"DESERTION_DATA": str(data), "DESERTION_HOSTS": "", "SAVED_FIGURE": FIGURE}
        environ = {**os.environ, **told}
        command = [sys.executable, "-m", "uvicorn", "tests.trust.saving:app", "--port"]
        with data.with_name("log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, str(self.port)],
                cwd=ROOT,
                env=environ,
                stdout=log,
                stderr=log,
            )

    def ask(self, path: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
            return bytes(answer.read())

    def wait(self) -> dict[str, object]:
        """What /readyz says as soon as the server listens."""
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                state: dict[str, object] = json.loads(self.ask("/readyz"))
                return state
            except HTTPError as refused:
                raise AssertionError(refused.read()) from None
            except OSError:
                assert self.process.poll() is None, "it does not start again"
                time.sleep(0.05)
        raise TimeoutError

    def load(self) -> None:
        """Ask for data until the server is gone."""
        with suppress(OSError, ValueError):
            while True:
                self.ask("/data/figures.csv?claimant=hur")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.mark.long
def test_a_server_killed_under_load_and_saves_starts_again_with_whole_data(tmp_path: Path) -> None:
    data, chance = tmp_path / "figures.yaml", Random(1)
    data.write_text(LARGE)
    counts = [18000]
    for _ in range(KILLS):
        run_and_kill(data, chance.uniform(0, 0.5))
        shown = recall_bytes(data)
        assert shown
        counts += [counts[-1], count_in(shown), count_in(data.read_bytes())]
        assert counts[-3:] == sorted(counts[-3:])
        assert data.read_text() == LARGE.replace("18000", str(counts[-1]))
    assert counts[-1] > 18000 + KILLS
    assert len([*tmp_path.glob(".figures.yaml.saving-*")]) <= 1


def run_and_kill(data: Path, seconds: float) -> None:
    """Start, see the data whole, be busy for a while, die."""
    server = Saving(data)
    try:
        state = server.wait()
        assert state["status"] in ("current", "stale")  # stale: it was saved while it was read
        assert state["figures"] == 2
        with ThreadPoolExecutor(3) as readers:
            for _ in range(3):
                readers.submit(server.load)
            time.sleep(seconds)
            server.kill()
    finally:
        server.kill()


def count_in(data: bytes) -> int:
    return read_ledger(data).figures[FIGURE].count.low
