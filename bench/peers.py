"""The peers: other programs for the same task, in an environment of their own (`make bench`)."""

from __future__ import annotations

import os
from importlib.metadata import distributions
from pathlib import Path

from tests.server.running import ROOT

PYTHON = os.environ.get("PEERS", str(ROOT / ".venv/peers/bin/python"))
"""The Python that has bench/requirements.txt; its other programs lie beside it."""


def program(name: str) -> str:
    """The path of a peer's own program, such as datasette."""
    return str(Path(PYTHON).with_name(name))


def versions(*names: str) -> dict[str, str]:
    """The versions of peers, by the names of their packages."""
    path = [str(folder) for folder in Path(PYTHON).parents[1].glob("lib/python*/site-packages")]
    return {name: next(iter(distributions(name=name, path=path))).version for name in names}
