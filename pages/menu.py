"""The menu: which pages there are, under which address, and which do without the filters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

import streamlit as st

from pages import (
    about,
    all_figures,
    by_source,
    by_unit,
    check,
    data_quality,
    edit,
    figure,
    not_found,
    over_time,
    overview,
)
from pages.forms.policy import server_policy
from pages.shared.page import View

Show = Callable[[View], None]
SITE = "Desertion statistics"
_ASKED = "asked"


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
    Entry(all_figures.show, "All figures", "all-figures"),
    Entry(check.show, "Check", "check", filtered=False),
    Entry(data_quality.show, "Data quality", "data-quality"),
    Entry(about.show, "About", "about", filtered=False),
)
"""In the order of the menu."""
EDIT = Entry(edit.show, "Edit", "edit", filtered=False)
FIGURE = Entry(figure.show, "One figure", "figure", filtered=False)
FILTERED = frozenset(entry.address for entry in PAGES if entry.filtered)


def build_menu(run: Callable[[Show], None]) -> list[st.Page]:
    """Streamlit's pages; that of one figure is not in the menu, Edit only where it is allowed.

    An address that is none of these gets a page too: Streamlit would show the first page for it.
    """
    shown = (*PAGES, EDIT) if server_policy().allowed else PAGES
    hidden = [FIGURE]
    asked = st.session_state.setdefault(_ASKED, _find_asked())
    if asked not in {entry.address for entry in (*shown, FIGURE)}:
        known = {entry.address: entry.title for entry in shown}
        hidden.append(Entry(partial(not_found.show, asked, known), "Page not found", asked, False))
    return [
        *(_make_page(entry, run) for entry in shown),
        *(_make_page(entry, run, "hidden") for entry in hidden),
    ]


def _make_page(
    entry: Entry,
    run: Callable[[Show], None],
    visibility: Literal["visible", "hidden"] = "visible",
) -> st.Page:
    return st.Page(
        partial(run, entry.show),
        title=entry.title,
        url_path=entry.address,
        default=not entry.address,
        visibility=visibility,
    )


def _find_asked() -> str:
    """The address that the session began with; later ones are of pages that there are."""
    prefix = st.get_option("server.baseUrlPath").strip("/")
    path = unquote(urlsplit(str(st.context.url or "")).path).strip("/")
    return path.removeprefix(prefix).strip("/").rpartition("/")[2]
