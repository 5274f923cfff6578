"""What a page works from, and what all say alike: heading, empty case, links to other pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from loaders.ledger import Ledger
from loaders.selection import Filters, describe
from pages.shared.controls import clear_filters
from pages.shared.markup import show_html, tag, write_way
from pages.shared.script import go
from pages.shared.text import plain
from reading.line import read_question

PASTED = "pasted"
"""A text on its way from another page to Check; it never stands in an address."""


@dataclass(frozen=True)
class View:
    """One version of the data as one reader chose to see it."""

    ledger: Ledger
    table: pd.DataFrame
    """All figures."""
    filters: Filters
    rows: pd.DataFrame
    """The figures that pass the filters, in the order of the file."""

    def words(self) -> str:
        """`12 of 405 figures: help requests, Idite Lesom`."""
        if not self.filters:
            return f"All {len(self.rows)} figures"
        said = describe(self.filters, self.ledger)
        return f"{len(self.rows)} of {len(self.table)} figures: {said}"

    def rows_of(self, ids: Iterable[str]) -> pd.DataFrame:
        """These figures, whether they pass the filters or not."""
        return self.table[self.table["id"].isin(list(ids))]


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
