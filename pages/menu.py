"""The menu: which pages there are, under which address, and which do without the filters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from pages import (
    about,
    all_figures,
    by_source,
    by_unit,
    check,
    checks,
    coverage,
    edit,
    figure,
    over_time,
    overview,
)
from pages.forms.policy import server_policy
from pages.shared.view import View

Show = Callable[[View], None]


class Entry(NamedTuple):
    """A page: what shows it, its title, its address."""

    show: Show
    title: str
    address: str
    filtered: bool = True
    """False where it shows what it shows whatever the filters are."""


PAGES = (
    Entry(overview.show, "Overview", ""),
    Entry(over_time.show, "Over time", "over-time"),
    Entry(by_unit.show, "By unit", "by-unit"),
    Entry(by_source.show, "By source", "by-source"),
    Entry(coverage.show, "Coverage", "coverage"),
    Entry(all_figures.show, "All figures", "all-figures"),
    Entry(check.show, "Check", "check", filtered=False),
    Entry(checks.show, "Checks", "checks", filtered=False),
    Entry(about.show, "About", "about", filtered=False),
)
"""In the order of the menu."""
EDIT = Entry(edit.show, "Edit", "edit", filtered=False)
FIGURE = Entry(figure.show, "One figure", "figure", filtered=False)
FILTERED = frozenset(entry.address for entry in PAGES if entry.filtered)


def build_menu(run: Callable[[Show], None]) -> list[st.Page]:
    """Streamlit's pages; that of one figure is not in the menu, Edit only where it is allowed."""
    shown = (*PAGES, EDIT) if server_policy().allowed else PAGES
    return [*(_make_page(entry, run) for entry in shown), _make_page(FIGURE, run)]


def _make_page(entry: Entry, run: Callable[[Show], None]) -> st.Page:
    return st.Page(
        partial(run, entry.show),
        title=entry.title,
        url_path=entry.address,
        default=not entry.address,
        visibility="hidden" if entry is FIGURE else "visible",
    )
