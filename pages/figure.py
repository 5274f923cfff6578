"""One figure under its own address, `?id=…`: the claim, its articles, its whole and parts."""

from __future__ import annotations

import streamlit as st

from pages.shared import claim, compared
from pages.shared.history import show_history
from pages.shared.view import get_view
from pages.shared.warnings import show_warnings

view = get_view()
figure = claim.find_figure(view, st.query_params.get("id", ""))
if figure is None:
    st.stop()
claim.show_claim(view, figure)
claim.show_scope(view, figure)
claim.show_articles(view, figure)
compared.show_rivals(view, figure)
compared.show_parts(view, figure)
compared.show_sums(view, figure)
show_warnings(view, figure.id)
claim.show_citation(view, figure)
show_history(figure)
