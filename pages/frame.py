"""The script Streamlit runs: page set-up, menu, banner, filters, then the page itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.shared.controls import choose_filters, keep_filters, read_filters
from pages.shared.data import current, show_banner, watch
from pages.shared.embed import is_embedded, run_alone
from pages.shared.markup import show_style
from pages.shared.menu import WITHOUT_FILTERS, build_menu
from pages.shared.share import show_since
from pages.shared.view import get_view, set_view

FAVICON = str(Path(__file__).parent / "static" / "favicon.png")

st.set_page_config(page_title="Desertion statistics", page_icon=FAVICON, layout="wide")
show_style()
page = st.navigation(build_menu(), position="hidden" if is_embedded() else "top")
snapshot = current()
show_banner(snapshot)
watch(snapshot.state, st.context.theme.type)
if snapshot.ledger is None:
    st.stop()
choose = keep_filters if page.url_path in WITHOUT_FILTERS else choose_filters
if is_embedded():
    set_view(snapshot, read_filters(snapshot.ledger, page.url_path))
    run_alone(page)
else:
    set_view(snapshot, choose(snapshot.ledger, page.url_path))
    show_since(get_view())
    page.run()
