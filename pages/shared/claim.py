"""The page of one figure: the claim itself, what it covers, its articles, how to cite it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.changes import changes_of
from analysis.provenance import trace
from analysis.wording import safest_wording
from charts.lag import draw_lag, say_lag
from charts.provenance import draw_provenance, say_provenance
from exports.citations import cite_figure, list_articles, write_bibtex, write_csl
from loaders.ledger import Ledger
from loaders.problems import suggest
from loaders.records import Article, Citation, Figure
from loaders.selection import humanise
from loaders.sentences import say as say_claim
from loaders.sentences import say_population, say_quantity, say_when
from loaders.table import is_origin
from pages.shared.chart import show_chart
from pages.shared.markup import Cited, show_cited
from pages.shared.show import link_figure, say
from pages.shared.text import link, plain
from pages.shared.view import View

LANGUAGES = {
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "is": "Icelandic",
    "lv": "Latvian",
    "nb": "Norwegian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ro": "Romanian",
    "ru": "Russian",
    "uk": "Ukrainian",
}


def find_figure(view: View, id: str) -> Figure | None:
    """The figure that the address names, or a sentence on what to do next."""
    if id in view.ledger.figures:
        return view.ledger.figures[id]
    st.title("One figure")
    if id:
        hint = suggest(id, view.ledger.figures)
        st.error(plain(f'There is no figure "{id}"{hint}.'))
    st.info("Choose a figure on any page: click a mark in a chart or a row in a table.")
    return None


def show_claim(view: View, figure: Figure) -> None:
    """The claim as a sentence, what became of it, and who disputes it."""
    quantity = say_quantity(view.ledger, figure)
    st.title(say(quantity[:1].upper() + quantity[1:]))
    st.markdown(f"**{say(say_claim(view.ledger, figure))}** Not independently verified.")
    if figure.status != "current":
        st.warning(f"{humanise(figure.status)}: this claim {plain(figure.status.definition)}.")
    for dispute in figure.disputed_by:
        article = view.ledger.articles[dispute.article]
        note = f" {say(dispute.note)}" if dispute.note else ""
        who = plain(view.ledger.name_of(dispute.claimant))
        st.warning(f"Disputed by {who}.{note} ({link(article.outlet, article.url)})")


def show_scope(view: View, figure: Figure) -> None:
    """What the number covers, field by field, with the definition of each word."""
    ledger = view.ledger
    measure = ledger.measures[figure.measure]
    facts = {
        "What is counted": f"{measure.label}. {measure.definition}",
        "Offence": _define_offence(ledger, figure),
        "For whom": say_population(ledger, figure),
        "When": _say_time(ledger, figure),
        "Stated as": f"{humanise(figure.bound)}: {figure.bound.definition}",
        "Counted how": f"{humanise(figure.basis)}: {figure.basis.definition}",
        "Note": figure.note,
    }
    st.markdown("\n".join(f"- **{name}.** {say(text)}" for name, text in facts.items() if text))
    if figure.supersedes:
        earlier = ledger.figures[figure.supersedes]
        link_figure(earlier.id, f"Corrects: {say_claim(ledger, earlier)}")


def _define_offence(ledger: Ledger, figure: Figure) -> str:
    if figure.offence is None:
        return ""
    offence = ledger.offences[figure.offence]
    return f"{offence.label}. {offence.definition}"


def _say_time(ledger: Ledger, figure: Figure) -> str:
    words = say_when(ledger, figure)
    words = words[:1].upper() + words[1:]
    if figure.as_of and not figure.since and not ledger.measures[figure.measure].stock:
        return f"{words}. The claim does not say since when."
    return f"{words}."


def show_articles(view: View, figure: Figure) -> None:
    """Who printed it, in the order of the file, and what each made of it."""
    cited = [(citation, view.ledger.articles[citation.article]) for citation in figure.citations]
    articles = f"{len(cited)} article{'s' * (len(cited) != 1)}"
    st.header(f"{articles} · 1 origin", anchor="articles")
    direct = sum(is_origin(citation, article) for citation, article in cited)
    name = plain(view.ledger.claimants[figure.claimant].name)
    st.markdown(
        f"The number comes from {name}, however many articles repeat it; "
        f"{direct} of {len(cited)} name nobody in between."
    )
    if len(cited) > 1:
        show_provenance(view, figure)
    show_cited([_describe(view.ledger, figure, *one) for one in cited])
    if len(cited) > 1:
        show_lag(view, figure)


def show_provenance(view: View, figure: Figure) -> None:
    """The way from the claimant to the articles, as a tree; width is articles."""
    found = trace(view.ledger, figure)
    rows = view.table[view.table["id"] == figure.id]
    draw = partial(draw_provenance, found)
    show_chart(draw, say_provenance(found), view, rows, "provenance", "provenance")


def show_lag(view: View, figure: Figure) -> None:
    """When each article appeared, beside the time that was counted."""
    found = trace(view.ledger, figure)
    rows = view.table[view.table["id"] == figure.id]
    st.subheader("Printed when", anchor="lag")
    show_chart(partial(draw_lag, found), say_lag(found), view, rows, "lag", "lag")


def _describe(ledger: Ledger, figure: Figure, citation: Citation, article: Article) -> Cited:
    published = article.published.words() if article.published else "undated"
    parts = [published, f"in {_language(article.language)}"]
    if article.title:
        parts.insert(0, article.outlet)
    if citation.locator:
        parts.append(citation.locator)
    if citation.via:
        parts.append(f"via {' and '.join(citation.via)}")
    if article.repost_of:
        parts.append(f"a repost of {article.repost_of}")
    changes = tuple(change.words for change in changes_of(ledger, figure, citation))
    title, language = (article.title, article.language) if article.title else (article.outlet, "")
    kept = article.archived or ""
    return Cited(title, article.url, language, ", ".join(parts), changes, kept)


def _language(code: str) -> str:
    return LANGUAGES.get(code, code)


def show_citation(view: View, figure: Figure) -> None:
    """How to cite the figure: a sentence, BibTeX, CSL-JSON."""
    st.header("Cite this", anchor="cite")
    st.markdown("Safest wording, for an article:")
    st.code(safest_wording(view.ledger, figure), language=None, wrap_lines=True)
    st.markdown("As a source:")
    address = str(st.context.url or "")
    address = f"{address.partition('?')[0]}?id={figure.id}&v={view.ledger.short_version}"
    st.code(cite_figure(view.ledger, figure, address), language=None, wrap_lines=True)
    items = list_articles(view.ledger, [citation.article for citation in figure.citations])
    with st.expander("Its articles as BibTeX and CSL-JSON"):
        st.code(write_bibtex(items).decode(), language=None, wrap_lines=True)
        st.code(write_csl(items).decode(), language="json", wrap_lines=True)
    st.markdown(f":small[The figure as data:] `/data/figures/{figure.id}.json`")
