"""Whether a figure mentions words, however they are typed.

A phone writes ’ where the file has ', a Mac takes й apart, and nobody types every accent. Both the
text and the words are brought into one plain form before they are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

from loaders.ledger import Ledger, once
from loaders.records import Figure
from loaders.sentences import say

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʹ′`´＇‛", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "Ł": "l",
        "Ø": "o",
        "Đ": "d",
    }
)
"""Signs that stand for one another, and letters whose stroke is no accent of its own."""


def fold(text: str) -> str:
    """Small letters without accents, with straight quotes and plain hyphens."""
    apart = normalize("NFKD", text.translate(_PLAIN))
    return "".join(sign for sign in apart if not combining(sign)).casefold()


def find_mentions(ledger: Ledger, words: Iterable[str]) -> set[str]:
    """Ids of the figures in whose text all of the words stand."""
    wanted = [fold(word) for word in words]
    return {id for id, text in list_texts(ledger).items() if all(word in text for word in wanted)}


@once
def list_texts(ledger: Ledger) -> dict[str, str]:
    """Id of each figure -> all that is looked through, folded."""
    return {id: fold("\n".join(_said(ledger, one))) for id, one in ledger.figures.items()}


def _said(ledger: Ledger, figure: Figure) -> Iterator[str]:
    unit, claimant = ledger.units[figure.unit], ledger.claimants[figure.claimant]
    yield from (figure.id, say(ledger, figure), *claimant.aliases, *unit.aliases)
    yield from (text for text in (figure.offence, figure.note) if text)
    for citation in figure.citations:
        article = ledger.articles[citation.article]
        yield from (article.outlet, article.title or "")
