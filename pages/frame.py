"""The script Streamlit runs: page set-up, menu, banner, filters, then the page itself."""

from __future__ import annotations

import streamlit as st

from loaders.selection import select
from pages.menu import FIGURE, FILTERED, SITE, Show, build_menu
from pages.shared.controls import choose_filters, end_drawer
from pages.shared.data import TURNS, current, show_banner
from pages.shared.embed import is_embedded, run_alone
from pages.shared.markup import show_style
from pages.shared.page import View
from pages.shared.script import run_script
from pages.shared.share import show_since


def show_frame() -> None:
    """All that a run shows, from top to bottom."""

    def run(show: Show) -> None:
        """Give a page its view; Streamlit calls this at the end, when the view is made."""
        show(view)

    page = st.navigation(build_menu(run), position="hidden" if is_embedded() else "top")
    snapshot = current()
    set_up(page, snapshot.state)
    show_banner(snapshot)
    if snapshot.ledger is None:
        st.stop()
    alone, filtered = is_embedded(), page.url_path in FILTERED
    filters = choose_filters(
        snapshot.ledger, page.url_path, drawn=filtered and not alone, adopted=filtered or alone
    )
    rows = select(snapshot.ledger, snapshot.table, filters)
    view = View(snapshot.ledger, snapshot.table, filters, rows)
    show_page(page, view)


def set_up(page: st.Page, state: str) -> None:
    """The title in the tab, the style and the script."""
    name = st.query_params.get("id", "") if page.url_path == FIGURE.address else ""
    st.set_page_config(page_title=f"{name or page.title} – {SITE}", layout="wide")
    show_style(filters=page.url_path in FILTERED and not is_embedded())
    run_script(state)


def show_page(page: st.Page, view: View) -> None:
    """The page itself: whole, or the one chart that another site embeds."""
    if is_embedded():
        run_alone(page)
        return
    if page.url_path in FILTERED:
        end_drawer(len(view.rows))
    show_since(view)
    page.run()


with TURNS:
    show_frame()
