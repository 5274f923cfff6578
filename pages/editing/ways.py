"""The three ways to edit, and the form of each: what is typed so far, and what it would come to."""

from __future__ import annotations

import streamlit as st

from editing.trial import Trial, try_edits
from pages.editing.claim import ask_claim
from pages.editing.fields import WAY, key_of
from pages.editing.opened import Opened
from pages.editing.relay import ask_relay
from pages.editing.save import Proposal
from pages.editing.text import ask_change

WAYS = {"claim": "Add a claim", "relay": "Add a relay", "change": "Change a figure"}


def choose_way() -> str:
    """One of `WAYS`; an address with `?id=` asks to change that figure."""
    if "id" in st.query_params:
        st.session_state[WAY] = "change"
        st.session_state[key_of("figure")] = st.query_params.pop("id")
    st.session_state.setdefault(WAY, "claim")
    way = st.segmented_control(
        "What to do",
        list(WAYS),
        required=True,
        format_func=WAYS.__getitem__,
        key=WAY,
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(way)


def fill_in(way: str, opened: Opened) -> tuple[Proposal, Trial] | None:
    """The form of a way; None while nothing is typed."""
    found: tuple[Proposal, bytes] | None = None
    if way == "claim":
        found = (draft, b"") if (draft := ask_claim(opened.ledger)) else None
    elif way == "relay":
        found = (relay, opened.excerpt(relay.id)) if (relay := ask_relay(opened.ledger)) else None
    else:
        found = (change, b"") if (change := ask_change(opened)) else None
    if found is None:
        return None
    proposal, data = found
    return proposal, try_edits(opened.ledger, proposal.edits(data))
