"""Add a claim, or a relay of one; what looks like it in the file stands beside it."""

from __future__ import annotations

import streamlit as st

from editing.draft import Draft, Fields, list_differing, list_near
from editing.form import add_rest, ask_article, ask_figure, ask_printed, ask_where
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say as say_claim
from pages.forms.fields import WAY, Widgets, choose_figure, key_of
from pages.forms.opened import Opened
from pages.shared.page import link_figure


def ask_claim(opened: Opened) -> Draft | None:
    """What is typed so far; None while nothing is."""
    form, draft = Widgets(opened.ledger), Draft()
    st.subheader("Claim", anchor=False)
    figure = ask_figure(form, draft)
    add_rest(form, figure)
    cited = _ask_citation(form, draft)
    if not figure and not draft.articles:
        return None
    draft.figures.append({**figure, "citations": [cited]} if cited else figure)
    return draft


def ask_relay(opened: Opened) -> Draft | None:
    """What is typed so far; None without a figure or without an article."""
    form, draft = Widgets(opened.ledger), Draft()
    st.subheader("Claim", anchor=False)
    id = choose_figure(opened.ledger, "The claim that the article relays")
    cited = _ask_citation(form, draft)
    if not id or not cited:
        return None
    draft.citations[id] = cited
    return draft


def _ask_citation(form: Widgets, draft: Draft) -> Fields:
    """The same fields for a claim and for a relay: what was typed for one stays for the other."""
    st.subheader("Article", anchor=False)
    ask_article(form, draft)
    where = ask_where(form) | ask_printed(form)
    return {"article": draft.article, **where} if draft.article else {}


def show_near(ledger: Ledger, draft: Draft) -> None:
    """What is in the file and may be the same claim, each with the way to add an article to it."""
    for figure in draft.figures:
        near = list_near(ledger, figure)
        if near:
            st.subheader("Looks like", anchor=False)
        for one in near:
            link_figure(one.id, say_claim(ledger, one))
            st.button(
                "Add your article there",
                key=key_of(f"near-{one.id}"),
                on_click=_turn_into_relay,
                args=(one, figure),
            )


def _turn_into_relay(claim: Figure, typed: Fields) -> None:
    """Go on as a relay of that claim, with what the article says differently filled in."""
    differs = list_differing(claim, typed)
    st.session_state[WAY] = "relay"
    st.session_state[key_of("figure")] = claim.id
    st.session_state[key_of("printed")] = list(differs)
    for name, value in differs.items():
        text = f"{value['low']}-{value['high']}" if isinstance(value, dict) else value
        st.session_state[key_of(f"printed-{name}")] = text
