"""A number in hand: who said it first, what it covers, who says otherwise, what to write."""

from __future__ import annotations

import streamlit as st

from analysis.lookup import Claim, Misprint, look_up, parse_number
from pages.shared.show import link_figure, show_heading
from pages.shared.text import plain, write_list
from pages.shared.view import View

MOST = 12


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Desk check",
        "Type a number that an article gives: who claimed it, what it covers, what to write.",
        "A number that is not found here may still have been claimed.",
    )
    number, words = _ask_number()
    if number is None:
        st.info("For example 18000, or 684 with the word Mediazona.")
    else:
        _show_answer(view, number, words)


def _ask_number() -> tuple[int | None, str]:
    """The number and the words that the reader typed; both are in the address."""
    columns = st.columns([1, 2])
    text = columns[0].text_input("Number", key="number", bind="query-params")
    words = columns[1].text_input(
        "Words (claimant, outlet, unit)", key="about", bind="query-params"
    )
    if not text.strip():
        return None, words
    try:
        return parse_number(text), words
    except ValueError as error:
        st.error(plain(f"{error}"))
        return None, words


def _show_answer(view: View, number: int, words: str) -> None:
    """Exact matches first, then what lies within 5 %, then articles that printed it by mistake."""
    answer = look_up(view.ledger, number, words, most=MOST)
    if not answer:
        st.info("No claim in the data has this number, or one within 5 % of it.")
    for claim in answer.claims:
        _show_claim(claim)
    if answer.more:
        st.caption(f"And {answer.more} more claims within 5 %; add a word to narrow it.")
    if answer.misprints:
        st.header("Printed for another number", anchor="misprints")
    for misprint in answer.misprints[:MOST]:
        _show_misprint(misprint)


def _show_claim(claim: Claim) -> None:
    with st.container(border=True):
        link_figure(claim.figure.id, claim.sentence)
        st.caption(plain(claim.articles if claim.exact else f"Near. {claim.articles}"))
        st.markdown("**Safest wording**")
        st.code(claim.wording, language=None, wrap_lines=True)
        facts = {
            "First printed": [claim.first.words],
            "Covers": claim.covered,
            "Does not cover": claim.limits,
            "Others say": [rival.words for rival in claim.rivals],
            "Printed differently": [relay.words for relay in claim.relays],
        }
        lines = (f"**{name}.** {plain(text)}" for name, texts in facts.items() for text in texts)
        st.markdown(write_list(lines))


def _show_misprint(misprint: Misprint) -> None:
    with st.container(border=True):
        link_figure(misprint.figure.id, misprint.sentence)
        st.markdown(f"**Printed by** {plain(misprint.relay.words)}")
        st.code(misprint.wording, language=None, wrap_lines=True)
