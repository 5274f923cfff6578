"""The menu: which pages there are, under which address, and which do without the filters."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.editing.policy import server_policy

FIGURE = "figure.py"
EDIT = "edit.py"
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
WITHOUT_FILTERS = frozenset({"figure", "edit", "about", "desk-check", "checks"})
"""Addresses of the pages that show what they show whatever the filters are."""


def build_menu() -> list[Any]:
    """Streamlit's pages; that of one figure is not in the menu, Edit only where it is allowed."""
    shown = [
        st.Page(script, title=title, url_path=address, default=not address)
        for script, title, address in PAGES
    ]
    if server_policy().allowed:
        shown.append(st.Page(EDIT, title="Edit", url_path="edit"))
    hidden = st.Page(FIGURE, title="One figure", url_path="figure", visibility="hidden")
    return [*shown, hidden]
