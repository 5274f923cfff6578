"""What every file that is taken away says of itself: name, version, licence, how to cite it."""

from __future__ import annotations

from typing import NamedTuple

from exports.citations import TITLE, cite_view
from exports.records import CAVEAT
from loaders.ledger import Ledger
from loaders.selection import Filters


class Licence(NamedTuple):
    """Under which terms something may be used."""

    id: str
    """As https://spdx.org/licenses spells it."""
    name: str
    address: str


LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
"""That of the compilation (LICENSE-DATA): the numbers are facts, the articles their publishers'."""
CREATOR = "The maintainers of Desertion statistics"
"""Who made the compilation, as CITATION.cff has it."""


def describe_edition(ledger: Ledger, filters: Filters, shown: int) -> dict[str, str]:
    """What is in a file and what may be done with it, as short names and sentences."""
    return {
        "title": TITLE,
        "caveat": CAVEAT,
        "version": ledger.version,
        "licence": f"{LICENCE.name} ({LICENCE.id}), {LICENCE.address}",
        "citation": cite_view(ledger, filters, shown),
    }
