"""The version a link was made for and the ledger now in; what has changed between, out."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from loaders.ledger import Ledger
from loaders.problems import Refused
from loaders.source import Items, Node, decode, entries, parse
from loaders.versions import find_version

MOST_NAMED = 5
VERSION = re.compile(r"[0-9a-f]{7,64}", re.ASCII)
"""The start of a SHA-256, as captions and links give it."""


@dataclass(frozen=True, slots=True)
class Since:
    """Ids of the figures that are new, other than they were, or gone."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def words(self) -> str:
        """`2 figures added: hur-1, hur-2; 1 changed: hur-3`, or `no figure has changed`."""
        parts = {"added": self.added, "changed": self.changed, "removed": self.removed}
        said = [f"{len(ids):,} {what}: {_name(ids)}" for what, ids in parts.items() if ids]
        if not said:
            return "no figure has changed"
        first, _, rest = said[0].partition(" ")
        noun = "figure" if first == "1" else "figures"
        return "; ".join([f"{first} {noun} {rest}", *said[1:]])


def _name(ids: tuple[str, ...]) -> str:
    more = len(ids) - MOST_NAMED
    return ", ".join([*ids[:MOST_NAMED], *[f"{more:,} more"] * (more > 0)])


def say_since(path: str | os.PathLike[str], ledger: Ledger, version: str) -> str:
    """What a reader of an older link should know, as one sentence; never raises.

    `version` is the start of a SHA-256 of the file's bytes, as captions and links give it.
    """
    if ledger.version.startswith(version) and VERSION.fullmatch(version):
        return ""
    lead = (
        f"This link was made for version {version[:7]} of the data; this is {ledger.short_version}."
    )
    if not VERSION.fullmatch(version):
        return f"This link names no version of the data; this is {ledger.short_version}."
    before = find_version(path, version)
    if before is None:
        return f"{lead} What has changed since is not known here."
    return f"{lead} Since then: {compare(before, ledger).words}."


def compare(before: bytes, ledger: Ledger) -> Since:
    """The figures of an older file held against those of a ledger, by what is written."""
    old, new = read_figures(before), ledger.known("figures")
    return Since(
        added=tuple(id for id in new if id not in old),
        changed=tuple(id for id in new if id in old and old[id] != new[id]),
        removed=tuple(id for id in old if id not in new),
    )


def read_figures(data: bytes) -> dict[str, Node]:
    """Id -> what was written of the figure; none where the file cannot be read."""
    try:
        return entries(parse(decode(data, ""), "").get("figures", Items()))
    except Refused:
        return {}
