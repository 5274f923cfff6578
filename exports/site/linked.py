"""What machines read on a page: schema.org Dataset and Claim as JSON-LD, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from exports.citations import CREATOR, TITLE, UNVERIFIED, drop_unknown
from exports.downloads import DOWNLOADS
from exports.edition import LICENCE
from exports.records import CAVEAT
from loaders.dates import Window
from loaders.ledger import Ledger, once
from loaders.records import Article, Claimant, Figure
from loaders.sentences import say
from loaders.values import Name
from loaders.words import Kind

Thing = dict[str, Any]
NAME = "Desertion statistics"
DESCRIPTION = (
    "Reported numbers of soldiers who deserted, went absent without leave, asked for help to leave "
    "or were sentenced for it in the Russia-Ukraine war, on both sides: each with its claimant, "
    "unit, time and the articles that printed it."
)
KEYWORDS = ["desertion", "absence without leave", "Russia", "Ukraine", "war", "provenance"]
_KINDS = {
    Kind.STATE_BODY: "GovernmentOrganization",
    Kind.COURT_OR_REGISTER: "GovernmentOrganization",
    Kind.MEDIA: "NewsMediaOrganization",
    Kind.NGO: "NGO",
    Kind.RESEARCH: "ResearchOrganization",
    Kind.LEAK: "CreativeWork",
    Kind.INDIVIDUAL: "Person",
    Kind.ARMED_GROUP: "Organization",
}
"""Sort of claimant -> the schema.org type that says so; what is not known is an Organization."""


def describe_dataset(ledger: Ledger, root: str) -> Thing:
    """The data as a schema.org Dataset; `root` is what stands before `data/` in addresses.

    It has what https://developers.google.com/search/docs/appearance/structured-data/dataset asks
    for and recommends; `url` only where it is known where the data stands.
    """
    windows = [figure.window for figure in ledger.figures.values()]
    thing = {
        "@context": "https://schema.org",
        **_name_dataset(ledger),
        "url": root,
        "keywords": KEYWORDS,
        "dateModified": ledger.dated.isoformat() if ledger.dated else None,
        "temporalCoverage": _say_span(windows),
        "isAccessibleForFree": True,
        "variableMeasured": [
            {"@type": "PropertyValue", "name": one.label, "description": one.definition}
            for one in ledger.measures.values()
        ],
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
    return drop_unknown(thing)


def _name_dataset(ledger: Ledger) -> Thing:
    """What is said of the data wherever it is named."""
    return {
        "@type": "Dataset",
        "name": TITLE,
        "description": f"{DESCRIPTION} {CAVEAT}",
        "version": ledger.version,
        "license": LICENCE.address,
        "creator": {"@type": "Organization", "name": CREATOR},
    }


def _say_span(windows: list[Window]) -> str | None:
    if not windows:
        return None
    first = min(window.start.first for window in windows)
    return f"{first}/{max(window.end.last for window in windows)}"


def describe_claim(ledger: Ledger, figure: Figure) -> Thing:
    """The figure as a schema.org Claim with the articles it appeared in.

    A leak claims nothing by itself: the claim is based on it and has no author.
    """
    claimant = ledger.claimants[figure.claimant]
    articles = [ledger.articles[citation.article] for citation in ledger.citations_of(figure)]
    return {
        "@context": "https://schema.org",
        "@type": "Claim",
        "identifier": figure.id,
        "text": say(ledger, figure),
        "isBasedOn" if claimant.kind is Kind.LEAK else "author": _describe_claimant(claimant),
        "temporalCoverage": str(figure.window),
        "creditText": UNVERIFIED,
        "appearance": [_describe_article(ledger, article) for article in articles],
        "isPartOf": _name_dataset(ledger),
    }


def _describe_claimant(claimant: Claimant) -> Thing:
    thing = {"@type": _KINDS[claimant.kind], "name": claimant.name, "url": claimant.url}
    return drop_unknown(thing)


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


def _describe_article(ledger: Ledger, article: Article) -> Thing:
    """A news article where a newsroom is known to have published it; else an article."""
    publisher = _describe_outlet(ledger, article.outlet)
    is_news = publisher["@type"] == _KINDS[Kind.MEDIA]
    return drop_unknown(
        {
            "@type": "NewsArticle" if is_news else "Article",
            "headline": article.title,
            "url": article.url,
            "inLanguage": article.language,
            "datePublished": str(article.published) if article.published else None,
            "author": [_describe_author(name) for name in article.author],
            "publisher": publisher,
        }
    )


def _describe_outlet(ledger: Ledger, outlet: str) -> Thing:
    """What the file says it is where it is a claimant too; else nobody knows more than its name."""
    claimant = _find_names(ledger).get(outlet)
    if claimant and claimant.kind not in (Kind.LEAK, Kind.INDIVIDUAL):
        return {"@type": _KINDS[claimant.kind], "name": outlet}
    return {"@type": "Organization", "name": outlet}


@once
def _find_names(ledger: Ledger) -> dict[str, Claimant]:
    """Every name and alias -> its claimant."""
    return {
        name: claimant
        for claimant in ledger.claimants.values()
        for name in (claimant.name, *claimant.aliases)
    }
