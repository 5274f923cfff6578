"""Who repeats whom: articles against origins, and the way of one claim through the articles."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analysis.provenance import trace
from charts.provenance import draw_provenance, say_provenance
from loaders.sentences import thin
from loaders.table import count_articles
from pages.shared.chart import show_chart
from pages.shared.show import link_figure, say
from pages.shared.view import View


def show_relays(view: View) -> None:
    """How often the claims were printed, then one of them as a tree, most printed first."""
    st.markdown(_say_origins(view.rows))
    printed = view.rows.sort_values("articles", ascending=False, kind="stable")
    sentences = dict(zip(printed["id"], printed["sentence"].map(thin), strict=True))
    chosen = st.selectbox(
        "A claim, most articles first",
        list(sentences),
        format_func=sentences.__getitem__,
        key="relays-of",
    )
    found = trace(view.ledger, view.ledger.figures[chosen])
    rows = view.rows[view.rows["id"] == chosen]
    draw = partial(draw_provenance, found)
    show_chart(draw, say_provenance(found), view, rows, f"relays-{chosen}", "provenance")
    link_figure(chosen, found.words)


def _say_origins(rows: pd.DataFrame) -> str:
    """`31 articles printed 12 claims 40 times; each claim has one origin, its claimant.`"""
    times = int(rows["articles"].sum())
    direct = int(rows["origin_articles"].sum())
    return say(
        f"{count_articles(rows):,} articles printed {len(rows):,} claims {times:,} times; "
        f"{direct:,} times nobody is named between the claimant and the article. Each claim has "
        "one origin, its claimant."
    )
