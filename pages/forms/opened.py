"""The version of the file that a form works on, from the first thing typed until it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from editing.block import find_block
from editing.disk import version_of
from loaders.files import read_file
from loaders.ledger import Ledger
from loaders.live import data_file
from loaders.problems import Refused
from pages.forms.fields import begin_round
from pages.shared.text import plain
from pages.shared.view import View

CONFLICT = "edit-conflict"
_OPENED = "edit-opened"


@dataclass(frozen=True)
class Opened:
    """What the file held when the form was begun."""

    data: bytes
    ledger: Ledger
    began: str
    """The version the form began with; it stays when the form moves on to a newer one."""

    def block(self, id: str) -> str:
        """The lines of a figure; a sentence, and no more, where it has none of its own."""
        try:
            return _find_block(self.data, id)
        except Refused as refusal:
            st.error(plain(refusal.problems[0].message))
            st.stop()

    def excerpt(self, id: str) -> bytes:
        """A file with this one figure, which reads at once while somebody types."""
        return f"figures:\n{self.block(id)}\n".encode()


@lru_cache(maxsize=8)
def _find_block(data: bytes, id: str) -> str:
    return find_block(data, "figures", id)


def open_file(view: View) -> Opened:
    """The version this form began with; a first look opens the one that is shown."""
    opened = st.session_state.get(_OPENED)
    if isinstance(opened, Opened):
        return opened
    try:
        data = read_file(data_file())
    except Refused:
        data = b""
    if version_of(data) != view.ledger.version:
        st.info("The file on disk is not the one shown here; the form opens as soon as it is.")
        st.stop()
    return reopen(data, view.ledger, view.ledger.version)


def reopen(data: bytes, ledger: Ledger, began: str) -> Opened:
    """Let the form work on this version; what is typed stays."""
    st.session_state[_OPENED] = Opened(data, ledger, began)
    return Opened(data, ledger, began)


def leave_open() -> None:
    """Nothing is typed: the next look opens the file as it is then."""
    st.session_state.pop(_OPENED, None)
    st.session_state.pop(CONFLICT, None)


def close_file() -> None:
    """Done: the fields are empty, and the next look opens the file as it is then."""
    leave_open()
    begin_round()
