"""An address that is no page: what was asked for, the nearest page, and all the others."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import streamlit as st

from pages.shared.page import View, page_at
from pages.shared.text import plain

ASKED = "asked"
"""In an address what was asked for, where it had several parts: the server leads here then."""


def show(first: str, known: Mapping[str, str], _: View) -> None:
    """The page; `first` the session began with, `known` are the menu's addresses and titles."""
    asked = st.query_params.get(ASKED, first)
    st.title("Page not found")
    st.markdown(plain(f"There is no page /{asked[:100]} here."))
    if near := _find_near(asked, known):
        st.page_link(page_at(near), label=f"Did you mean {known[near]}?")
    st.header("All pages", anchor="pages")
    for address, title in known.items():
        st.page_link(page_at(address), label=title)


def _find_near(asked: str, known: Mapping[str, str]) -> str:
    """The address nearest to a part of what was asked for, by address or title; or nothing."""
    titles = {title.casefold(): address for address, title in known.items()}
    words = {**titles, **{address: address for address in known if address}}
    parts = asked[:300].casefold().split("/")
    near = (get_close_matches(part, words, n=1) for part in parts)
    return next((words[found[0]] for found in near if found), "")
