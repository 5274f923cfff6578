"""Articles, figures and views in, citations out: sentences, CSL-JSON and BibTeX.

CSL-JSON items are the common form (https://citationstyles.org); BibTeX is written from them. What
is not known is left out, and a month stays a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.facts import LANGUAGES
from exports.records import encode
from loaders.ledger import Ledger
from loaders.records import Article, Figure
from loaders.selection import Filters, describe
from loaders.sentences import say
from loaders.values import Name

Item = Mapping[str, Any]
"""One entry of a bibliography in CSL-JSON."""

TITLE = "Reported desertion figures of the Russia-Ukraine war"
CREATOR = "The maintainers of Desertion statistics"
"""Who made the compilation, as CITATION.cff has it."""
UNVERIFIED = "Reported, not independently verified."
_TYPES = {"webpage": "online", "dataset": "dataset"}
"""CSL type -> the type of a biblatex entry."""
_NOT_IN_BABEL = ("zh",)
"""ISO 639-1: languages whose English name babel, and so biblatex, does not take."""
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_FIELDS = {
    "title": "title",
    "container-title": "organization",
    "version": "version",
    "note": "note",
}
"""CSL variable -> biblatex field, in the order of an entry, for what is plain text.

An outlet is `organization`: biblatex prints it for `@online`, Zotero writes and reads it so, and
pandoc makes of it what APA and Chicago print.
"""


def list_articles(ledger: Ledger, keys: Iterable[str]) -> list[Item]:
    """The articles as CSL-JSON items."""
    return [_item(key, ledger.articles[key]) for key in keys]


def list_data(ledger: Ledger, title: str, id: str = "", address: str = "") -> Item:
    """The data itself, or one figure of it, as a CSL-JSON item: a data set with its version."""
    item = {
        "id": f"{id or 'desertion-figures'}-{ledger.short_version}",
        "type": "dataset",
        "title": title,
        "container-title": TITLE if title != TITLE else None,
        "author": [{"literal": CREATOR}],
        "issued": {"date-parts": [_parts(str(ledger.dated))]} if ledger.dated else None,
        "version": ledger.short_version,
        "URL": address or None,
        "note": UNVERIFIED,
    }
    return drop_unknown(item)


def write_csl(items: Sequence[Item]) -> bytes:
    """The items as one CSL-JSON file."""
    return encode(items)


def write_bibtex(items: Iterable[Item]) -> bytes:
    """The items as one file for biblatex: a date is EDTF, as exact as it is known."""
    return "\n".join(map(_entry, items)).encode()


def cite_figure(ledger: Ledger, figure: Figure, address: str = "") -> str:
    """One sentence each for the claim, its first article, and where it was found."""
    first, *others = figure.citations
    more = f" and {len(others)} more" if others else ""
    article = _cite_article(ledger.articles[first.article])
    return (
        f"{say(ledger, figure)} Printed in: {article}{more}. {_source(ledger, figure.id, address)}"
    )


def cite_view(ledger: Ledger, filters: Filters, shown: int, address: str = "") -> str:
    """What was looked at: how many figures, which filters, which version, where."""
    chosen = f" ({describe(filters, ledger)})" if filters else ""
    what = f"{shown} of {len(ledger.figures)} figures{chosen}"
    return _source(ledger, what, address)


def escape_bibtex(text: str) -> str:
    """Text that TeX prints as it is."""
    return "".join(_SPECIAL.get(sign, sign) for sign in re.sub(r"\s+", " ", text))


def _item(key: str, article: Article) -> Item:
    notes = []
    if article.repost_of:
        notes.append(f"Republishes an article of {article.repost_of}.")
    if article.archived:
        notes.append(f"Archived copy: {article.archived}")
    item = {
        "id": key,
        "type": "webpage",
        "title": article.title,
        "author": [_name(author) for author in article.author],
        "container-title": article.outlet,
        "issued": {"date-parts": [_parts(str(article.published))]} if article.published else None,
        "accessed": {"date-parts": [_parts(str(article.read))]} if article.read else None,
        "language": article.language,
        "URL": article.url,
        "note": " ".join(notes),
    }
    return drop_unknown(item)


def _name(author: Name) -> dict[str, str]:
    """A person in parts where the file tells them apart, else the name as it stands."""
    if author.family:
        return {"family": author.family, "given": author.given}
    return {"literal": author.literal}


def drop_unknown(item: Item) -> dict[str, Any]:
    """Without what is empty or None."""
    return {name: value for name, value in item.items() if value}


def _parts(date: str) -> list[int]:
    """2024-03 -> [2024, 3]."""
    return [int(part) for part in date.split("-")]


def _entry(item: Item) -> str:
    fields: dict[str, str] = {}
    if authors := item.get("author"):
        names = map(_bibtex_name, authors)
        fields["author"] = f"{{{' and '.join(names)}}}"
    for variable, field in _FIELDS.items():
        if text := item.get(variable):
            brace = "{{{}}}" if field != "title" else "{{{{{}}}}}"
            fields[field] = brace.format(escape_bibtex(text))
    language = item.get("language", "")
    if language in LANGUAGES and language not in _NOT_IN_BABEL:
        fields["langid"] = f"{{{LANGUAGES[language].lower()}}}"
    if "URL" in item:
        fields["url"] = f"{{{item['URL']}}}"
    for variable, field in (("issued", "date"), ("accessed", "urldate")):
        if variable in item:
            fields[field] = f"{{{_edtf(item[variable]['date-parts'][0])}}}"
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{_TYPES[item['type']]}{{{item['id']},\n{lines}}}\n"


def _bibtex_name(author: Mapping[str, str]) -> str:
    """`Maratova, Lyudmila` for a person; a name as it stands in braces, so that it is not cut."""
    if "family" in author:
        return f"{escape_bibtex(author['family'])}, {escape_bibtex(author['given'])}"
    return f"{{{escape_bibtex(author['literal'])}}}"


def _edtf(parts: Sequence[int]) -> str:
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def _cite_article(article: Article) -> str:
    title = f", “{article.title}”" if article.title else ""
    published = f", {article.published.words()}" if article.published else ""
    return f"{article.outlet}{title}{published}, {article.url}"


def _source(ledger: Ledger, what: str, address: str) -> str:
    where = f", {address}" if address else ""
    return f"{TITLE}: {what}, {ledger.edition}{where}. {UNVERIFIED}"
