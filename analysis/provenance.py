"""A figure in; the way it went from its claimant to the articles, and what changed, out.

One claim has one origin, its claimant, however many articles repeat it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.changes import Change, changes_of
from analysis.key import key_of
from loaders.ledger import Ledger
from loaders.records import Article, Citation, Figure
from loaders.search import fold
from loaders.sentences import counted

SHORTEST_TITLE = 20
"""Characters of a title that a text is known by; a shorter one can be anybody's words."""


@dataclass(frozen=True, slots=True)
class Relay:
    """One article that printed the figure."""

    key: str
    article: Article
    citation: Citation
    path: tuple[str, ...]
    """Names from the claimant to the outlet: `HUR`, `Kyiv Independent`, `Essanews`."""
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether it printed something else than the claim; a rounded number is not."""
        return any(not change.rounded for change in self.changes)

    @property
    def words(self) -> str:
        """`Essanews, 29 April 2024, en: more than → up to`."""
        published = self.article.published
        when = published.words() if published else "date not known"
        changed = "; ".join(change.words for change in self.changes)
        head = f"{self.article.outlet}, {when}, {self.article.language}"
        return f"{head}: {changed}" if changed else head


@dataclass(frozen=True, slots=True)
class Hop:
    """A name on the way, with what it printed itself and what went on from it."""

    name: str
    relays: tuple[Relay, ...]
    """Articles of this name."""
    children: tuple[Hop, ...]
    articles: int
    """How many articles this step and all below it hold: the width to draw."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure comes from and who printed it."""

    figure: Figure
    origin: str
    """Name of the claimant: the one origin."""
    relays: tuple[Relay, ...]
    """All articles, in the order of `Ledger.citations_of`."""
    tree: Hop

    @property
    def articles(self) -> int:
        return len(self.relays)

    @property
    def changed(self) -> tuple[Relay, ...]:
        """The articles that printed something else than the claim."""
        return tuple(relay for relay in self.relays if relay.changed)

    @property
    def words(self) -> str:
        """`5 articles, 1 origin: HUR; 2 of them printed something else`."""
        lead = f"{counted(self.articles, 'article')}, 1 origin: {self.origin}"
        changed = len(self.changed)
        return f"{lead}; {changed} of them printed something else" if changed else lead


def trace(ledger: Ledger, figure: Figure) -> Provenance:
    """The provenance of one figure."""
    origin = ledger.claimants[ledger.origin_of(figure.claimant)].name
    relays = relays_of(ledger, figure)
    return Provenance(figure, origin, relays, _grow(origin, relays))


def relays_of(ledger: Ledger, figure: Figure) -> tuple[Relay, ...]:
    """The articles that printed a figure, in the order of `Ledger.citations_of`."""
    return tuple(relay_of(ledger, figure, one) for one in ledger.citations_of(figure))


def find_printed(ledger: Ledger, text: str) -> dict[str, list[tuple[Figure, Relay]]]:
    """Key of each article that a text names by its title or address -> what it printed of what."""
    return {key: list(_find_relays(ledger, key)) for key in _find_articles(ledger, text)}


def _find_relays(ledger: Ledger, article: str) -> Iterator[tuple[Figure, Relay]]:
    for id in ledger.printed_by[article]:
        figure = ledger.figures[id]
        yield from ((figure, one) for one in relays_of(ledger, figure) if one.key == article)


def _find_articles(ledger: Ledger, text: str) -> Iterator[str]:
    folded = " ".join(fold(text).split())
    for key in ledger.printed_by:
        article = ledger.articles[key]
        title = " ".join(fold(article.title or "").split())
        is_titled = len(title) >= SHORTEST_TITLE and title in folded
        if is_titled or (article.url and article.url in text):
            yield key


def siblings_of(ledger: Ledger, figure: Figure) -> tuple[Figure, ...]:
    """The same claim as another kind of number: the pace beside the count, and so on."""

    def scope(one: Figure) -> tuple[object, ...]:
        return (*key_of(one)._replace(kind="", per=None, since=None), one.window)

    own = scope(figure)
    return tuple(
        other for other in ledger.figures.values() if other.id != figure.id and scope(other) == own
    )


def relay_of(ledger: Ledger, figure: Figure, citation: Citation) -> Relay:
    article = ledger.articles[citation.article]
    claimant = ledger.claimants[figure.claimant]
    origin = ledger.claimants[ledger.origin_of(figure.claimant)]
    own = [origin.name, claimant.name]
    names = [*own, *citation.via, article.repost_of or article.outlet, article.outlet]
    known = [claimant.name if name in claimant.aliases else name for name in names]
    path = tuple(dict.fromkeys(known))
    changes = changes_of(ledger, figure, citation)
    return Relay(citation.article, article, citation, path, changes)


def _grow(name: str, relays: Sequence[Relay], depth: int = 1) -> Hop:
    """The tree below a name; its depth is that of the longest way, a handful of names."""
    onward: dict[str, list[Relay]] = {}
    for relay in relays:
        if len(relay.path) > depth:
            onward.setdefault(relay.path[depth], []).append(relay)
    own = tuple(relay for relay in relays if len(relay.path) == depth)
    children = tuple(_grow(child, below, depth + 1) for child, below in onward.items())
    return Hop(name, own, children, len(relays))
