"""`streamlit run dashboard.py` as a user starts it, on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTHING_MORE: Mapping[str, str] = {}


class Server:
    """`streamlit run dashboard.py` on a free port, with a copy of figures.yaml or other data."""

    def __init__(
        self, folder: Path, environ: Mapping[str, str] = NOTHING_MORE, data: bytes = b""
    ) -> None:
        self.data = folder / "figures.yaml"
        self.data.write_bytes(data or (ROOT / "figures.yaml").read_bytes())
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = folder / "log"
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port)],
                cwd=ROOT,
                env={**os.environ, "DESERTION_DATA": str(self.data), **environ},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def _wait(self) -> None:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1).close()
                return
            except OSError:
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.1)
        raise TimeoutError(self.log.read_text())

    def get(self, path: str) -> bytes:
        """The body of a GET."""
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return bytes(answer.read())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
