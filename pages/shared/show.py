"""What every page says in the same way: its heading, the empty case, links to other pages."""

from __future__ import annotations

from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st

from pages.shared.controls import clear_filters
from pages.shared.markup import show_html, tag, write_way
from pages.shared.script import go
from pages.shared.text import plain
from pages.shared.view import View
from reading.line import read_question

PASTED = "pasted"
"""A text on its way from another page to Check; it never stands in an address."""


def show_heading(title: str, shows: str, does_not: str, view: View | None = None) -> None:
    """The title, one sentence on what the page shows and one on what it does not."""
    st.title(title)
    st.markdown(f"{shows} {does_not}")
    if view is not None:
        st.markdown(f"**{plain(view.words())}**")


def show_empty(view: View) -> None:
    """The empty case, in words, and the way out of it; a phone has the filters in a drawer."""
    st.info(plain(f"No figure fits these filters ({view.words()}). Clear one of them, or all."))
    st.button("Clear all filters", key="clear-empty", on_click=clear_filters)


def page_at(address: str) -> st.Page:
    """What links lead to; Streamlit knows a page by its address, so no page need know another."""
    return st.Page(_lie_elsewhere, title=address, url_path=address, default=not address)


def _lie_elsewhere() -> None:
    """The menu has the page itself."""


def open_figure(id: str) -> NoReturn:
    """Go to the page of one figure."""
    go(f"figure?{urlencode({'id': id})}")


def open_check(typed: str) -> NoReturn:
    """Go to Check with a question, or with a text."""
    if read_question(typed) is None:
        st.session_state[PASTED] = typed
        go("check")
    go(f"check?{urlencode({'q': typed})}")


def link_figure(id: str, label: str, named: str = "Open figure") -> None:
    """A sentence, and behind it the link to the page of its figure."""
    show_html(tag("p", label, " ", write_way(named, "figure", id=id), class_="way"))
