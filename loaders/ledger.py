"""All the records of one version of the file, and the indexes over them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

from loaders.dates import parse_date
from loaders.nodes import Map, Node, entries, place_of, points_of
from loaders.problems import Place, Problem
from loaders.records import Article, Citation, Claimant, Event, Figure, Gap, Measure, Offence, Unit

T = TypeVar("T")

FORCES = ("russia", "ukraine")
"""Keys of the two roots of the unit tree."""


@dataclass(frozen=True)
class Ledger:
    """The records of one version of the file; immutable, shared by all sessions."""

    name: str
    """What messages call the file."""
    version: str
    """SHA-256 of the bytes, in hexadecimal digits."""
    source: Map
    """The text of the file with its places."""
    measures: Mapping[str, Measure]
    offences: Mapping[str, Offence]
    claimants: Mapping[str, Claimant]
    units: Mapping[str, Unit]
    articles: Mapping[str, Article]
    figures: Mapping[str, Figure]
    gaps: Mapping[str, Gap]
    """Position in the file, as text -> gap."""
    events: Mapping[str, Event]
    """Position in the file, as text -> event."""
    warnings: tuple[Problem, ...] = ()
    today: date = field(default_factory=date.today)
    """The day on which the file was read."""
    dated: date | None = None
    """The day on which the file came to be as it is, where that is known."""

    @property
    def short_version(self) -> str:
        """The first seven digits of the version, as captions show it."""
        return self.version[:7]

    @property
    def edition(self) -> str:
        """`data of 28 November 2026, version 2f3c9a1`: which data it is, for a reader."""
        if self.dated is None:
            return f"data version {self.short_version}"
        day = parse_date(self.dated.isoformat()).words()
        return f"data of {day}, version {self.short_version}"

    def path(self, unit: str) -> tuple[str, ...]:
        """The unit's keys from its root down to itself."""
        return self._paths[unit]

    def force(self, unit: str) -> str:
        """`russia` or `ukraine`: the root above the unit."""
        return self._paths[unit][0]

    def below(self, unit: str) -> frozenset[str]:
        """The unit and every unit below it."""
        return frozenset(key for key, path in self._paths.items() if unit in path)

    def name_of(self, claimant: str) -> str:
        """The name of a claimant given by key; a name given as such is returned."""
        known = self.claimants.get(claimant)
        return known.name if known else claimant

    def citations_of(self, figure: Figure) -> tuple[Citation, ...]:
        """The citations of a figure in the one order in which its articles are named everywhere.

        The claimant's own publication first, then articles that changed nothing before those that
        did, the earliest before later ones, those without a date last; else as in the file.
        """
        claimant = self.claimants[figure.claimant]
        own = {claimant.name, *claimant.aliases}

        def rank(citation: Citation) -> tuple[bool, bool, date]:
            article = self.articles[citation.article]
            relayed = bool(citation.via or article.repost_of) or article.outlet not in own
            published = article.published.first if article.published else date.max
            return (relayed, citation.printed is not None, published)

        return tuple(sorted(figure.citations, key=rank))

    def origin_of(self, claimant: str) -> str:
        """Key of the claimant that counted: the one that this one rests on, if it does."""
        while (below := self.claimants[claimant].rests_on) is not None:
            claimant = below
        return claimant

    @cached_property
    def found(self) -> dict[Callable[[Ledger], Any], Any]:
        """What was found out about this ledger so far; see `once`."""
        return {}

    @cached_property
    def tree(self) -> tuple[str, ...]:
        """All units, each followed by those below it, as people sort them: 4th, 30th, 136th."""
        return tuple(_walk(None, self._children))

    @cached_property
    def _children(self) -> dict[str | None, list[str]]:
        children: defaultdict[str | None, list[str]] = defaultdict(list)
        for key, unit in sorted(self.units.items(), key=lambda item: _naturally(item[1].name)):
            children[unit.parent].append(key)
        return children

    @cached_property
    def _paths(self) -> dict[str, tuple[str, ...]]:
        paths: dict[str, tuple[str, ...]] = {}
        for key in self.tree:
            parent = self.units[key].parent
            paths[key] = (*paths[parent], key) if parent else (key,)
        return paths

    @cached_property
    def parts(self) -> Mapping[str, tuple[Figure, ...]]:
        """Id of a whole -> the figures that are parts of it."""
        found: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures.values():
            if figure.part_of is not None:
                found[figure.part_of].append(figure)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def printed_by(self) -> Mapping[str, tuple[str, ...]]:
        """Key of an article -> ids of the figures it printed."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for figure in self.figures.values():
            for citation in figure.citations:
                found[citation.article].append(figure.id)
        return {article: tuple(ids) for article, ids in found.items()}

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, Node]]:
        return {section: entries(node) for section, node in self.source.items()}

    def known(self, section: str) -> Mapping[str, Node]:
        """Key of every entry of a section, those that could not be read included -> its node."""
        return self._entries.get(section, {})

    def place(self, section: str, key: str, *path: str | int) -> Place:
        """Where an entry stands, or a field of it as far down `path` as there is one."""
        node = self.known(section).get(key)
        if node is None:
            return Place(self.name)
        if isinstance(node, str):
            return Place(self.name, *points_of(self.source[section])[key])
        return place_of(self.name, node, path)

    def line_of(self, section: str, key: str, *path: str | int) -> str:
        """The same for the middle of a sentence: `line 12`."""
        return f"line {self.place(section, key, *path).line}"


def once(find: Callable[[Ledger], T]) -> Callable[[Ledger], T]:
    """Find it once for a ledger, which never changes; what is found is shared and goes with it."""

    @wraps(find)
    def found(ledger: Ledger) -> T:
        if find not in ledger.found:
            ledger.found[find] = find(ledger)
        return cast("T", ledger.found[find])

    return found


def _naturally(name: str) -> list[tuple[bool, int | str]]:
    """What names are sorted by: numbers by their size and before words."""
    parts = re.findall(r"\d+|\D+", name.casefold(), re.ASCII)
    return [(False, int(part)) if part.isdecimal() else (True, part) for part in parts]


def _walk(parent: str | None, children: Mapping[str | None, list[str]]) -> list[str]:
    """Depth first with a stack, so that a deep tree is no problem and a cycle is left out."""
    found: list[str] = []
    waiting = list(reversed(children.get(parent, [])))
    while waiting:
        found.append(waiting.pop())
        waiting.extend(reversed(children.get(found[-1], [])))
    return found
