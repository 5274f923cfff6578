"""The peers: other programs for the same task, in an environment of their own (`make bench`)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.server.running import ROOT

PYTHON = os.environ.get("PEERS", str(ROOT / ".venv/peers/bin/python"))
"""The Python that has bench/requirements.txt; its other programs lie beside it."""


def program(name: str) -> str:
    """The path of a peer's own program, such as datasette."""
    return str(Path(PYTHON).with_name(name))


def versions(*names: str) -> dict[str, str]:
    """Those of bench/requirements.txt, which names one of each."""
    lines = (ROOT / "bench/requirements.txt").read_text("utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if "==" in line)
    return {name: pinned[name] for name in names}
