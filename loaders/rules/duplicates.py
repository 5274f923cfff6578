"""Claims and articles that may be in the file twice: what looks like a relay of what.

Nothing here is an error. Two claimants may well report one number for one month; a curator looks
and decides. Give a ledger and a figure (from it or not yet in it), get what it resembles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from loaders.dates import Date, parse_date
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.tracking import is_tracking

SAME_COUNT = 0.05
"""Counts that differ by no more than this share may be one number, rounded on its way."""
SAME_DAYS = 21
"""Windows whose ends lie no further apart than this many days may be one window."""

_PARTS = re.compile(r"(?i:[a-z]+:)?(?://(?i:www\.|amp\.)*([^/?#]*))?([^?#]*)\??([^#]*)")
"""Host without its first words, path and query (RFC 3986, appendix B)."""
_SAME_PAGE = ("amp", "outputtype")
"""Words of a query that show the same page in another shape."""
_AMP = re.compile(r"^/amp(?=/)|/amp$|\.amp(?=\.html$)")


@dataclass(frozen=True)
class Near:
    """A figure that another one resembles."""

    figure: Figure
    count_off: float
    """By what share of the larger count the two differ; 0 where stated ranges overlap."""
    days_apart: int
    """How many days lie between their windows' ends, or starts; 0 where they may be one day."""


def find_near(ledger: Ledger, figure: Figure) -> list[Near]:
    """The figures of the same force and measure with nearly the same count and window.

    The nearest come first. A figure's own parts, wholes and corrections are left out.
    """
    found = [
        Near(other, _count_off(figure, other), _days_apart(figure, other))
        for other in ledger.figures.values()
        if other.measure == figure.measure
        and ledger.force(other.unit) == ledger.force(figure.unit)
        and not _are_related(figure, other)
    ]
    near = [one for one in found if one.count_off <= SAME_COUNT and one.days_apart <= SAME_DAYS]
    return sorted(near, key=lambda one: (one.figure.unit != figure.unit, one.count_off))


def _are_related(figure: Figure, other: Figure) -> bool:
    """They are one, one is part of the other, corrects it, or both are parts of one whole."""
    if figure.id == other.id:
        return True
    links = {figure.part_of, figure.supersedes}
    back = {other.part_of, other.supersedes}
    same_whole = figure.part_of is not None and figure.part_of == other.part_of
    return other.id in links or figure.id in back or same_whole


def _count_off(figure: Figure, other: Figure) -> float:
    low, high = sorted((figure.count, other.count), key=lambda count: count.low)
    return (high.low - low.high) / high.high if high.low > low.high else 0.0


def _days_apart(figure: Figure, other: Figure) -> int:
    """Days between the ends of two windows, or their starts if both are stated and are further.

    A window that is stated as a whole starts on its first day and ends on its last.
    """
    both = (figure, other)
    ends = [_day(one.during.end.last) if one.during else one.end for one in both]
    starts = [_day(one.during.start.first) if one.during else one.since for one in both]
    first, second = starts
    return max(_gap(*ends), _gap(first, second) if first and second else 0)


def _day(day: date) -> Date:
    return parse_date(day.isoformat())


def _gap(one: Date, other: Date) -> int:
    """Days between two dates; a date that is less exact than the other is near to all its days."""
    if one.precision == other.precision:
        return abs((one.last - other.last).days)
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def fold_address(url: str) -> str:
    """The address without what does not change the page: scheme, www, AMP, tracking."""
    parts = _PARTS.match(url)
    assert parts is not None
    host, path, search = parts.groups("")
    path = _AMP.sub("", path.rstrip("/"))
    query = [pair for pair in parse_qsl(search) if not _shows_same_page(pair[0].lower())]
    return host.lower() + path + (f"?{urlencode(sorted(query))}" if query else "")


def _shows_same_page(name: str) -> bool:
    return name in _SAME_PAGE or is_tracking(name)


def find_article(ledger: Ledger, url: str) -> str | None:
    """The key of the article at this address, however the address is written."""
    folded = fold_address(url)
    return next(
        (key for key, article in ledger.articles.items() if folded == fold_address(article.url)),
        None,
    )
