"""Add a relay: one more article that printed a claim of the file, and what it made of it."""

from __future__ import annotations

import streamlit as st

from editing.draft import Relay
from loaders.ledger import Ledger
from loaders.records import Printed
from loaders.selection import humanise
from pages.editing.article import ask_citation
from pages.editing.fields import ask_fields, choose_figure, key_of


def ask_relay(ledger: Ledger) -> Relay | None:
    """What is typed so far; None without a figure or without an article."""
    st.subheader("Claim", anchor=False)
    id = choose_figure(ledger, "The claim that the article relays")
    cited = ask_citation(ledger)
    differs = st.multiselect(
        "Printed differently",
        list(Printed.model_fields),
        format_func=humanise,
        key=key_of("printed"),
        help="Only where a fair reader would come away with something else than the claim.",
        placeholder="Nothing",
        persist_state="session",
    )
    printed = ask_fields(ledger, Printed, differs, at="printed-")
    if not id or not cited:
        return None
    return Relay(id, cited.citation | ({"printed": printed} if printed else {}), cited.articles)
