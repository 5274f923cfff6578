"""One figure under its own address, `?id=…`: the claim, its articles, its whole and parts."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.adding.parts import breakdowns_of, grow_tree
from analysis.adding.sums import Sum, add, find_addable
from analysis.checks import sort_warnings
from analysis.facts import (
    list_calculations,
    list_cited,
    list_facts,
    say_open_question,
    say_status,
    say_title,
)
from analysis.provenance import trace
from analysis.rivals import find_rivalries, rivals_of
from analysis.wording import safest_wording, say_limits
from charts.by_source import draw_answers, say_rivals
from charts.lag import draw_lag, say_lag
from charts.parts import draw_parts, say_parts
from charts.provenance import draw_provenance, say_provenance
from exports.citations import cite_figure, list_articles, write_bibtex, write_csl
from loaders.live import data_file
from loaders.problems import suggest
from loaders.records import Figure
from loaders.selection import Filters
from loaders.sentences import counted, upper
from loaders.sentences import say as say_claim
from loaders.table import is_origin
from pages.forms.policy import server_policy
from pages.shared.chart import show_chart
from pages.shared.data import address_of, make_once
from pages.shared.embed import address_with, is_embedded
from pages.shared.markup import show_cited, show_to_copy
from pages.shared.show import link_figure, page_at
from pages.shared.text import link, plain, write_list
from pages.shared.view import View
from versions.history import Version, read_history, say_change

CASES = "cases are not people"
"""Stands beside every count of a legal measure."""
MOST_IN_SIGHT = 6
"""A longer list of articles, parts or answers is folded."""
KEEP_SECONDS = 60
"""A commit does not change the file, so what is kept is read again after a while."""


def show(view: View) -> None:
    """The page."""
    id = st.query_params.get("id", "")
    figure = view.ledger.figures.get(id)
    if figure is None:
        _show_none(view, id)
        return
    view = replace(view, filters=Filters(), rows=view.rows_of([id]))  # it shows itself, always
    _show_claim(view, figure)
    _show_scope(view, figure)
    _show_calculations(view, figure)
    _show_articles(view, figure)
    _show_rivals(view, figure)
    _show_parts(view, figure)
    _show_warnings(view, figure)
    _show_sums(view, figure)
    _show_history(view, figure)


def _show_none(view: View, id: str) -> None:
    """The address names no figure: a sentence on what to do next."""
    st.title("One figure")
    if id:
        hint = suggest(id, view.ledger.figures)
        st.error(plain(f'There is no figure "{id}"{hint or "."}'))
    st.info("Choose a figure on any page: click a mark in a chart or a number in a table.")


def _show_claim(view: View, figure: Figure) -> None:
    """The number, the claim as a sentence, what became of it, and what is safe to write."""
    st.title(plain(say_title(view.ledger, figure)))
    st.markdown(f"**{plain(say_claim(view.ledger, figure))}** Not independently verified.")
    if status := say_status(figure):
        st.warning(plain(status))
    for dispute in figure.disputed_by:
        article = view.ledger.articles[dispute.article]
        note = f" {plain(dispute.note)}" if dispute.note else ""
        who = plain(view.ledger.name_of(dispute.claimant))
        st.warning(f"Disputed by {who}.{note} ({link(article.outlet, article.url)})")
    st.caption("Safest wording, to copy")
    show_to_copy(safest_wording(view.ledger, figure))
    with st.container(horizontal=True):
        _offer_citation(view, figure)
        if server_policy().allowed:
            query = {"id": figure.id}
            st.page_link(page_at("edit"), label="Change this figure", query_params=query)


def _show_scope(view: View, figure: Figure) -> None:
    """What the number covers, field by field, with the definition of each word; what is open."""
    is_legal = view.ledger.measures[figure.measure].legal
    limits = [*[CASES] * is_legal, *say_limits(view.ledger, figure)]
    facts = {
        **list_facts(view.ledger, figure),
        "Be careful": upper(f"{'; '.join(limits)}.") if limits else "",
        "Ask first": say_open_question(view.ledger, figure),
    }
    lines = (f"**{name}.** {plain(text)}" for name, text in facts.items() if text)
    st.markdown(write_list(lines))
    if figure.supersedes:
        earlier = view.ledger.figures[figure.supersedes]
        link_figure(earlier.id, f"Corrects: {say_claim(view.ledger, earlier)}")


def _show_calculations(view: View, figure: Figure) -> None:
    """What articles calculate with it, and whether it bears out."""
    found = list_calculations(view.ledger, figure)
    if not found:
        return
    st.header("What articles calculate", anchor="calculations")
    for one in found:
        other = one.other if one.figure == figure else one.figure
        link_figure(other.id, one.words, "The other figure")


def _show_articles(view: View, figure: Figure) -> None:
    """Who printed it, and what each made of it."""
    articles = len(figure.citations)
    st.header(f"{counted(articles, 'article')} · 1 origin", anchor="articles")
    direct = sum(is_origin(one, view.ledger.articles[one.article]) for one in figure.citations)
    name = plain(view.ledger.claimants[figure.claimant].name)
    st.markdown(
        f"The number comes from {name}, however many articles repeat it; "
        f"{direct} of {articles} name nobody in between."
    )
    found, rows = trace(view.ledger, figure), view.rows_of([figure.id])
    if articles > 1:
        draw = partial(draw_provenance, found)
        show_chart(draw, say_provenance(found), view, rows, "provenance", "provenance")
    with _fold(articles, "article"):
        show_cited(list_cited(view.ledger, figure))
    if articles > 1:
        lag = st.expander("Printed when", key=f"lag-{figure.id}", on_change="rerun")
        if lag.open or is_embedded():
            with lag:
                show_chart(partial(draw_lag, found), say_lag(found), view, rows, "lag", "lag")


def _show_rivals(view: View, figure: Figure) -> None:
    """Same question, other claimants: side by side, never averaged."""
    rivals = rivals_of(view.ledger, figure)
    if not rivals:
        return
    st.header("Same question, other answers", anchor="rivals")
    for question in find_rivalries(view.ledger):
        if question.same_window and figure in question.figures:
            rows = view.rows_of(answer.id for answer in question.figures)
            draw = partial(draw_answers, [question], rows)
            show_chart(draw, say_rivals(question, rows), view, rows, "rivals", "rivals")
    with _fold(len(rivals), "answer"):
        for rival in rivals:
            link_figure(rival.figure.id, rival.words)


def _fold(count: int, noun: str) -> DeltaGenerator:
    """Where a list goes: on the page, or folded under its length."""
    return st.container() if count <= MOST_IN_SIGHT else st.expander(f"{count} {noun}s, one by one")


def _show_parts(view: View, figure: Figure) -> None:
    """The whole it belongs to, its own parts, and what is not itemised."""
    if not figure.part_of and not breakdowns_of(view.ledger, figure):
        return
    st.header("Whole and parts", anchor="parts")
    if figure.part_of:
        whole = view.ledger.figures[figure.part_of]
        link_figure(whole.id, f"Part of: {say_claim(view.ledger, whole)}")
    show_breakdowns(view, figure)


def show_breakdowns(view: View, whole: Figure) -> None:
    """Each breakdown with its sum and what is not itemised; two of them are never added."""
    ledger, tree = view.ledger, grow_tree(view.ledger, whole)
    for breakdown, branch in zip(breakdowns_of(ledger, whole), tree.children, strict=True):
        verdict = f" ({breakdown.verdict}: {breakdown.reason})" if breakdown.reason else ""
        st.markdown(f"**{plain(upper(breakdown.words))}**{plain(verdict)}")
        rows = view.rows_of([whole.id, *(part.id for part in breakdown.parts)])
        draw = partial(draw_parts, tree, branch, ledger.force(whole.unit))
        key = f"parts-{whole.id}-{'-'.join(breakdown.fields)}"
        show_chart(draw, say_parts(tree, branch), view, rows, key, "parts")
        with _fold(len(breakdown.parts), "part"):
            for part in breakdown.parts:
                link_figure(part.id, say_claim(ledger, part))


def _show_sums(view: View, figure: Figure) -> None:
    """What it may be added to, and a picker that says for any other figure why not."""
    st.header("Can it be added to …?", anchor="add")
    addable = find_addable(view.ledger, figure)
    if not addable:
        st.markdown("There is no other figure in the data that it may be added to.")
    else:
        st.markdown(f"It may be added to {len(addable)} of {len(view.table) - 1} other figures.")
    first = {other.id for other in addable}
    others = sorted(view.ledger.figures, key=lambda other: other not in first)
    known = dict(zip(view.table["id"], view.table["sentence"], strict=True))
    sentences = {id: known[id] for id in others if id != figure.id}
    chosen = st.multiselect(
        "Other figures (those it may be added to come first)",
        list(sentences),
        format_func=sentences.__getitem__,
        key=f"add-{figure.id}",
    )
    if chosen:
        show_sum(view, [figure.id, *chosen])


def show_sum(view: View, ids: list[str]) -> None:
    """The sum of the figures that a reader picked, or what stands against it."""
    if len(ids) < 2:
        st.info("Choose two figures or more; their sum, or the reason against it, shows here.")
        return
    found = add(view.ledger, [view.ledger.figures[id] for id in ids])
    if isinstance(found, Sum):
        st.success(f"Together: {plain(found.words)}. Reported, not verified.")
    else:
        st.warning(f"These are not added: {plain(found.words)}.")


def _show_warnings(view: View, figure: Figure) -> None:
    """What does not add up about this figure; what is only odd is for who keeps the file."""
    found = [one for one in sort_warnings(view.ledger).wrong if figure.id in one.figures]
    if found:
        st.header("Does not add up", anchor="checks")
        st.markdown(write_list(plain(f"{one.record}: {one.message}") for one in found))


def _offer_citation(view: View, figure: Figure) -> None:
    """A button that opens how to cite the figure: a sentence, BibTeX, CSL-JSON."""
    with st.popover("Cite"):
        st.markdown("**As a source**")
        address = address_with([("id", figure.id), ("v", view.ledger.short_version)])
        show_to_copy(cite_figure(view.ledger, figure, address))
        articles = [citation.article for citation in view.ledger.citations_of(figure)]
        items = list_articles(view.ledger, articles)
        st.markdown("**Its articles as BibTeX and CSL-JSON**")
        show_to_copy(write_bibtex(items).decode())
        show_to_copy(write_csl(items).decode())
        st.markdown(f":small[The figure as data:] `{address_of(f'figures/{figure.id}.json')}`")


def _show_history(view: View, figure: Figure) -> None:
    """When it was added and changed, by whom, which fields; nothing without git."""
    path, age = data_file(), time.time() // KEEP_SECONDS
    key = ("history", path, figure.id, view.ledger.version, age)
    history = make_once(key, lambda: read_history(path, figure.id))
    if history.versions or history.note:
        st.header("History", anchor="history")
        st.markdown("".join(map(_say_version, history.versions)))
        if history.note:
            st.caption(plain(history.note))


def _say_version(version: Version) -> str:
    date = f"{version.date.day} {version.date:%B %Y}"
    line = f"- {date}, {plain(version.author)}: {version.kind} ({plain(version.subject)})\n"
    changes = version.changes if version.kind == "changed" else ()
    return line + "".join(f"  - {plain(say_change(change))}\n" for change in changes)
