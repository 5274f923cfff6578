"""Figures picked by a reader in, their sum or the refusal in words on screen."""

from __future__ import annotations

import streamlit as st

from analysis.sums import Sum, add
from pages.shared.show import say
from pages.shared.view import View


def show_sum(view: View, ids: list[str]) -> None:
    """The sum of the figures, or what stands against it."""
    if len(ids) < 2:
        st.info("Tick two figures or more; their sum, or the reason against it, shows here.")
        return
    found = add(view.ledger, [view.ledger.figures[id] for id in ids])
    if isinstance(found, Sum):
        st.success(f"Together: {say(found.words)}. Reported, not verified.")
    else:
        st.warning(f"These are not added: {say(found.words)}.")
