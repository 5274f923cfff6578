"""The menu: which pages there are, under which address, and which do without the filters."""

from __future__ import annotations

from typing import Any

import streamlit as st

FIGURE = "figure.py"
PAGES: tuple[tuple[str, str, str], ...] = (
    ("overview.py", "Overview", ""),
    ("over_time.py", "Over time", "over-time"),
    ("by_unit.py", "By unit", "by-unit"),
    ("by_source.py", "By source", "by-source"),
    ("coverage.py", "Coverage", "coverage"),
    ("all_figures.py", "All figures", "all-figures"),
    ("desk_check.py", "Desk check", "desk-check"),
    ("checks.py", "Checks", "checks"),
    ("about.py", "About", "about"),
)
"""Script, title and address of every page in the menu, in its order."""
WITHOUT_FILTERS = frozenset({"figure", "about", "desk-check", "checks"})
"""Addresses of the pages that show what they show whatever the filters are."""


def build_menu() -> list[Any]:
    """Streamlit's pages; the page of one figure has an address but no place in the menu."""
    shown = [
        st.Page(script, title=title, url_path=address, default=not address)
        for script, title, address in PAGES
    ]
    hidden = st.Page(FIGURE, title="One figure", url_path="figure", visibility="hidden")
    return [*shown, hidden]
