"""An address that is no page: what was asked for, the nearest page, and all the others."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import streamlit as st

from pages.shared.show import page_at
from pages.shared.text import plain
from pages.shared.view import View


def show(asked: str, known: Mapping[str, str], _: View) -> None:
    """The page; `known` are the addresses of the menu with their titles."""
    st.title("Page not found")
    st.markdown(plain(f"There is no page /{asked[:100]} here."))
    titles = {title.casefold(): address for address, title in known.items()}
    words = {**titles, **{address: address for address in known}}
    near = get_close_matches(asked.casefold(), words, n=1)
    if near:
        address = words[near[0]]
        st.page_link(page_at(address), label=f"Did you mean {known[address]}?")
    st.header("All pages", anchor="pages")
    for address, title in known.items():
        st.page_link(page_at(address), label=title)
