"""What is read while it is measured: the real file, and one of 10,000 made-up figures."""

from __future__ import annotations

from tests.loaders.made_up import generate
from tests.server.running import ROOT

REAL = ROOT / "figures.yaml"


def list_ledgers(quick: bool) -> dict[str, bytes]:
    """By the names that they have in RESULTS.md; in quick the real one alone."""
    found = {"the real file": REAL.read_bytes()}
    if not quick:
        found["10,000 figures"] = generate(10_000).encode()
    return found
