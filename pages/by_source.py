"""Claims by source: who claimed what, who repeats whom, what changed on the way."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.facts import list_cited
from analysis.mutations import Changed, count_mutations
from analysis.provenance import trace
from charts import by_source, lag, mutations
from charts.by_source import draw_answers, draw_claims, say_answers, say_claims
from charts.lag import draw_lags, say_lags
from charts.marks.strips import split_axes
from charts.mutations import draw_outlets, draw_turns, say_mutations
from charts.provenance import draw_provenance, say_provenance
from loaders.sentences import counted, upper
from loaders.sentences import say as say_claim
from loaders.table import count_articles
from pages.shared.chart import open_settings, show_chart
from pages.shared.markup import Html, join, show_cited, show_html, tag, write_link, write_way
from pages.shared.page import View, link_figure, show_empty, show_heading
from pages.shared.question import ask, find_rivalries
from pages.shared.table import show_rows, write_rows
from pages.shared.text import plain

FIRST_CLAIMS, ALL_CLAIMS = 20, 200
"""How many claims of a thing counted the page opens with, and how many it draws at all."""
FEWEST = 3
"""Fewer claims on one axis are rows of the table, not a chart."""
CHANGES = ("Printed by", "What changed", "Claim")


def show(view: View) -> None:
    """The page."""
    show_heading(
        "By source",
        "Who produced the numbers, who printed them, and what was made of them on the way.",
        "More articles are not more evidence: a claim has one origin however often it is repeated.",
    )
    if view.rows.empty:
        show_empty(view)
        return
    view = ask(view, view.rows)
    st.markdown(plain(say_origins(view)))
    looks = {
        "Claims by claimant": _show_claims,
        "Who repeats whom": _show_relays,
        "Other answers": _show_answers,
        "Changed on the way": _show_changes,
        "Printed when": _show_lags,
    }
    looks[_choose_look(list(looks))](view)
    st.header("Every claim", anchor="claims")
    show_rows(view, key="by-source")


def _choose_look(looks: list[str]) -> str:
    """The look that the reader chose; it is in the address too."""
    chosen = st.segmented_control(
        "Look at",
        looks,
        default=looks[0],
        key="look",
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen or looks[0]


def say_origins(view: View) -> str:
    """`12 claims by 3 of the 57 claimants in the data, printed 40 times by 31 of the 331 …`"""
    rows, ledger = view.rows, view.ledger
    times, direct = int(rows["articles"].sum()), int(rows["origin_articles"].sum())
    return (
        f"{counted(len(rows), 'claim')} by {rows['claimant'].nunique():,} of the "
        f"{len(ledger.claimants):,} claimants in the data, printed {counted(times, 'time')} by "
        f"{count_articles(rows):,} of the {len(ledger.articles):,} articles; "
        f"{counted(direct, 'time')} nobody is named between the claimant and the article. "
        "Each claim has one origin, its claimant."
    )


def _show_claims(view: View) -> None:
    """Dot and range: one row a claim, by claimant; things counted apart on axes of their own."""
    axes = {axis: rows for axis, rows in split_axes(view.rows).items() if len(rows) >= FEWEST}
    with open_settings():
        log = st.toggle("Log scale", value=True, key="log-sources", bind="query-params")
        is_more = any(by_source.say_left_out(rows, FIRST_CLAIMS) for rows in axes.values())
        every = st.toggle("All claims", key="all-claims", bind="query-params", disabled=not is_more)
    most = ALL_CLAIMS if every else FIRST_CLAIMS
    for axis, rows in axes.items():
        st.header(plain(upper(axis)), anchor=False)
        if left_out := by_source.say_left_out(rows, most):
            st.caption(plain(left_out))
        draw = partial(draw_claims, rows, log=log, most=most)
        show_chart(draw, say_claims(rows), view, rows, f"claims-{axis}", "claims")
    if few := len(view.rows) - sum(map(len, axes.values())):
        are = f"{counted(few, 'claim')} of things counted no more than twice"
        st.caption(plain(f"Only in the table: {are}, too few to set side by side."))


def _show_relays(view: View) -> None:
    """One of the claims as a tree, most printed first, and its articles."""
    printed = view.rows.sort_values("articles", ascending=False, kind="stable")
    sentences = dict(zip(printed["id"], printed["sentence"], strict=True))
    chosen = st.selectbox(
        "A claim, most articles first",
        list(sentences),
        format_func=sentences.__getitem__,
        key="relays-of",
    )
    figure = view.ledger.figures[chosen]
    found = trace(view.ledger, figure)
    draw, rows = partial(draw_provenance, found), view.rows_of([chosen])
    show_chart(draw, say_provenance(found), view, rows, f"relays-{chosen}", "provenance")
    link_figure(chosen, found.words)
    with st.expander(f"Its articles ({found.articles})"):
        show_cited(list_cited(view.ledger, figure))


def _show_answers(view: View) -> None:
    """Same question, other answers: side by side with how far apart they are."""
    found = find_rivalries(view)
    if not found:
        st.info("No two claimants answer the same question among these figures.")
        return
    with open_settings():
        log = st.toggle("Log scale", value=True, key="log-answers", bind="query-params")
    every = view.rows_of(figure.id for question in found for figure in question.figures)
    for axis, rows in split_axes(every).items():
        ids = set(rows["id"].tolist())
        asked = [one for one in found if one.figures[0].id in ids]
        st.header(plain(upper(axis)), anchor=False)
        if more := max(len(asked) - by_source.MOST_QUESTIONS, 0):
            others = counted(more, "more question")
            st.caption(plain(f"Not drawn: {others}; a filter for a unit or a time brings them up."))
        draw = partial(draw_answers, asked, rows, log=log)
        show_chart(draw, say_answers(asked, rows), view, rows, f"answers-{axis}", "rivals")


def _show_changes(view: View) -> None:
    """How often a citation of these claims printed something else, what, and in which article."""
    ledger = view.ledger
    found = count_mutations(ledger, [ledger.figures[id] for id in view.rows["id"]])
    st.markdown(f"**{plain(found.all.words)}.** Rounding a number is no change.")
    if not found.articles:
        return
    if left_out := mutations.say_left_out(found):
        st.caption(plain(left_out))
    alt = say_mutations(found)
    rows = view.rows_of(one.figure.id for one in found.articles)
    st.header("From what to what", anchor="turns")
    show_chart(partial(draw_turns, found), alt, view, rows, "turns", "turns")
    st.header("By outlet", anchor="outlets")
    show_chart(partial(draw_outlets, found), alt, view, view.rows, "outlets", "outlets")
    st.header("Every change", anchor="changes")
    caption = f"{counted(len(found.articles), 'citation')}. A claim leads to its figure."
    rows_of_changes = [_write_change(view, one) for one in found.articles]
    show_html(write_rows(CHANGES, rows_of_changes, caption))


def _write_change(view: View, one: Changed) -> list[Html]:
    """The article, what it changed, and the claim."""
    article = one.relay.article
    title = tag("small", article.title or "", lang=article.language)
    day = article.published.words() if article.published else "date not known"
    changed = "; ".join(change.words for change in one.relay.changes if not change.rounded)
    return [
        join([write_link(article.outlet, article.url), f", {day}", title]),
        join([upper(changed)]),
        write_way(say_claim(view.ledger, one.figure), "figure", id=one.figure.id),
    ]


def _show_lags(view: View) -> None:
    """How old each number was when its first article was published."""
    st.header("From the time counted to the first article", anchor="lags")
    if left_out := lag.say_left_out(view.rows):
        st.caption(plain(left_out))
    draw = partial(draw_lags, view.rows)
    show_chart(draw, say_lags(view.rows), view, view.rows, "lags", "lags")
