"""The article that is cited, in the file or not yet; where in it the claim stands, and how.

It comes with a new claim, or alone: as a relay of a claim of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from editing.draft import NewRelay, find_sister, make_article_key
from loaders.ledger import Ledger
from loaders.records import Article, Citation, Printed
from loaders.rules.duplicates import find_article
from loaders.selection import humanise
from loaders.tracking import strip_tracking
from pages.forms.fields import NEW, Fields, ask_fields, choose_figure, key_of
from pages.shared.text import plain

_FIELDS = ("title", "outlet", "author", "published", "language", "archived", "repost_of")


@dataclass
class Cited:
    """A citation, and the article by its key if it is a new one."""

    citation: Fields
    articles: dict[str, Fields] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return "article" in self.citation


def ask_relay(ledger: Ledger) -> NewRelay | None:
    """What is typed so far; None without a figure or without an article."""
    st.subheader("Claim", anchor=False)
    id = choose_figure(ledger, "The claim that the article relays")
    cited = ask_citation(ledger)
    return NewRelay(id, cited.citation, cited.articles) if id and cited else None


def ask_citation(ledger: Ledger) -> Cited:
    """The same fields for a claim and for a relay: what was typed for one stays for the other."""
    st.subheader("Article", anchor=False)
    known = {key: _name(article) for key, article in ledger.articles.items()}
    chosen = st.selectbox(
        "Article",
        [NEW, *known],
        format_func=lambda key: known.get(key, "Not in the file yet: add it here"),
        key=key_of("article"),
        persist_state="session",
    )
    cited = _ask_article(ledger) if chosen == NEW else Cited({"article": chosen})
    where = ask_fields(ledger, Citation, ("locator", "via"))
    st.caption("Via: names between the claimant and the article, in order, with ; between them.")
    if printed := _ask_printed(ledger):
        where["printed"] = printed
    return Cited({**cited.citation, **where}, cited.articles)


def _ask_printed(ledger: Ledger) -> Fields:
    differs = st.multiselect(
        "Printed differently",
        list(Printed.model_fields),
        format_func=humanise,
        key=key_of("printed"),
        help="Only where a fair reader would come away with something else than the claim.",
        placeholder="Nothing",
        persist_state="session",
    )
    return ask_fields(ledger, Printed, differs, at="printed-")


def _name(article: Article) -> str:
    published = article.published.words() if article.published else "undated"
    return f"{article.outlet}, {published}: {article.title or article.url}"


def _ask_article(ledger: Ledger) -> Cited:
    """A new article, or the one in the file that has its address already."""
    url = strip_tracking(ask_fields(ledger, Article, ("url",)).get("url", ""))
    if known := find_article(ledger, url) if url else None:
        st.info(plain(f"This article is in the file: {known}"))
        return Cited({"article": known})
    left, right = st.columns(2)
    fields: Fields = {}
    for number, name in enumerate(_FIELDS):
        with right if number % 2 else left:
            fields |= ask_fields(ledger, Article, (name,))
    if not url and not fields:
        return Cited({})
    if url and (sister := find_sister(ledger, url)):
        fields = {"outlet": sister.outlet, "language": sister.language, **fields}
        st.caption(plain(f"Where nothing is typed: {sister.outlet}, language {sister.language}"))
    key = make_article_key(ledger, fields.get("outlet", "article"), fields.get("published"))
    return Cited({"article": key}, {key: {**fields, "url": url} if url else fields})
