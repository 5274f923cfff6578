"""What machines read on a page: schema.org Dataset and Claim as JSON-LD, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from exports.citations import TITLE, UNVERIFIED
from exports.downloads import DOWNLOADS
from exports.edition import CREATOR, LICENCE
from exports.records import CAVEAT
from loaders.ledger import Ledger
from loaders.records import Article, Figure, Name
from loaders.sentences import say

Thing = dict[str, Any]


def describe_dataset(ledger: Ledger, root: str) -> Thing:
    """The data as a schema.org Dataset; `root` is what stands before `data/` in addresses."""
    windows = [figure.window for figure in ledger.figures.values()]
    thing: Thing = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": TITLE,
        "description": CAVEAT,
        "version": ledger.version,
        "license": LICENCE.address,
        "creator": {"@type": "Organization", "name": CREATOR},
        "isAccessibleForFree": True,
        "variableMeasured": [measure.label for measure in ledger.measures.values()],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "description": download.meaning,
                "encodingFormat": download.media_type.partition(";")[0],
                "contentUrl": f"{root}data/{name}",
            }
            for name, download in DOWNLOADS.items()
        ],
    }
    if windows:
        first = min(window.start.first for window in windows)
        last = max(window.end.last for window in windows)
        thing["temporalCoverage"] = f"{first}/{last}"
    return thing


def describe_claim(ledger: Ledger, figure: Figure) -> Thing:
    """The figure as a schema.org Claim with the articles it appeared in."""
    articles = [ledger.articles[citation.article] for citation in figure.citations]
    return {
        "@context": "https://schema.org",
        "@type": "Claim",
        "identifier": figure.id,
        "text": say(ledger, figure),
        "author": {"@type": "Organization", "name": ledger.claimants[figure.claimant].name},
        "temporalCoverage": str(figure.window),
        "creditText": UNVERIFIED,
        "appearance": [_describe_article(article) for article in articles],
        "isPartOf": {"@type": "Dataset", "name": TITLE, "version": ledger.version},
    }


def write_sitemap(address: str, pages: Iterable[str]) -> bytes:
    """All pages by their full addresses (sitemaps.org)."""
    entries = "".join(f"<url><loc>{escape(address + page)}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</urlset>\n"
    ).encode()


def _describe_author(name: Name) -> Thing:
    """A person where the family name is told apart; else nobody knows whether it is one."""
    if not name.family:
        return {"@type": "Thing", "name": name.literal}
    return {"@type": "Person", "familyName": name.family, "givenName": name.given}


def _describe_article(article: Article) -> Thing:
    thing = {
        "@type": "NewsArticle",
        "headline": article.title,
        "url": article.url,
        "inLanguage": article.language,
        "datePublished": str(article.published) if article.published else None,
        "author": [_describe_author(name) for name in article.author],
        "publisher": {"@type": "Organization", "name": article.outlet},
    }
    return {name: value for name, value in thing.items() if value}
