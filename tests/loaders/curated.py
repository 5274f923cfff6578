"""A small ledger with hostile names, that a curator may yet mean: an NA, a zero, a year 1943."""

from __future__ import annotations

from pathlib import Path

CURATED = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")


def curated(*changes: tuple[str, str]) -> str:
    """The ledger with each text replaced once."""
    text = CURATED
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
