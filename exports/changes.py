"""News of the figures in, a JSON document or an Atom feed out: for who follows the data.

https://www.rfc-editor.org/rfc/rfc4287 (Atom)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from analysis.plain import to_plain
from exports.citations import CREATOR, TITLE
from exports.edition import LICENCE
from exports.records import CAVEAT, encode
from loaders.ledger import Ledger
from loaders.sentences import say
from versions.history import say_change
from versions.news import News, list_news

MOST_ENTRIES = 200
"""A feed is for what is new; the JSON document has the rest."""
AT_THE_DASHBOARD = "../figure?id={}"
"""Where a figure stands, seen from /data/."""


def write_json(path: str | os.PathLike[str], ledger: Ledger, since: str) -> bytes:
    """Everything that has become of the figures since a version. Raises KeyError for none known."""
    document = {
        "version": ledger.version,
        "date": ledger.dated.isoformat() if ledger.dated else None,
        "since": since or None,
        "caveat": CAVEAT,
        "changes": [_describe(ledger, news) for news in list_news(path, ledger, since)],
    }
    return encode(document)


def write_atom(path: str | os.PathLike[str], ledger: Ledger, since: str) -> bytes:
    """The same as a feed, the newest entries only; links lead to the dashboard beside /data/."""
    return write_feed(ledger, list_news(path, ledger, since), AT_THE_DASHBOARD)


CHANGES: Mapping[str, Callable[[str | os.PathLike[str], Ledger, str], bytes]] = {
    "changes.json": write_json,
    "changes.atom": write_atom,
}
"""File name -> what writes it of the file, its ledger and the version since which."""
MEDIA_TYPES = {"changes.json": "application/json", "changes.atom": "application/atom+xml"}


def write_feed(ledger: Ledger, news: Iterable[News], where: str) -> bytes:
    """An Atom feed; `where` is the address of a figure with {} for its id."""
    entries = [_write_entry(ledger, one, where) for one in list(news)[:MOST_ENTRIES]]
    updated = max(
        (when for when, _ in entries), default=f"{ledger.dated or '1970-01-01'}T00:00:00Z"
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(TITLE)}: what has changed</title>\n"
        f"<id>{_name('changes')}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(CREATOR)}</name></author>\n"
        f"<rights>{escape(LICENCE.name)}</rights>\n"
        f"{''.join(entry for _, entry in entries)}</feed>\n"
    ).encode()


def _write_entry(ledger: Ledger, news: News, where: str) -> tuple[str, str]:
    """When, and the element."""
    when = news.when.isoformat(timespec="seconds")
    link = where.format(news.figure)
    named = f"{news.kind.capitalize()}: {_say(ledger, news.figure) or news.figure}"
    said = map(say_change, news.changes)
    return when, (
        f"<entry>\n<title>{_clean(named)}</title>\n"
        f"<id>{_name(f'{news.version}/{news.figure}')}</id>\n"
        f"<updated>{when}</updated>\n<link href={quoteattr(link)}/>\n"
        f"<category term={quoteattr(news.kind)}/>\n"
        f"<summary>{_clean('; '.join(said) or named)}</summary>\n</entry>\n"
    )


def _describe(ledger: Ledger, news: News) -> dict[str, Any]:
    return {
        "date": news.when.isoformat(timespec="seconds"),
        "version": news.version,
        "figure": news.figure,
        "change": news.kind,
        "sentence": _say(ledger, news.figure),
        "fields": [
            {"field": one.field, "before": to_plain(one.before), "after": to_plain(one.after)}
            for one in news.changes
        ],
    }


def _say(ledger: Ledger, id: str) -> str | None:
    """The claim as it stands today; nothing for one that is gone."""
    figure = ledger.figures.get(id)
    return say(ledger, figure) if figure else None


def _name(what: str) -> str:
    """A name that stays, wherever the feed is served."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'desertion-figures/{what}')}"


def _clean(text: str) -> str:
    """Text that XML can hold."""
    return escape("".join(sign if sign >= " " else " " for sign in text))
