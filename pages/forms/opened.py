"""The version of the file that a form works on, from the first thing typed until it is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from editing.block import find_block
from editing.disk import Conflict, version_of
from editing.trial import Trial, try_all
from loaders.files import read_file
from loaders.ledger import Ledger
from loaders.live import data_file
from loaders.problems import Refused
from pages.forms.fields import begin_round
from pages.shared.page import View
from pages.shared.text import plain

_OPENED = "edit-opened"


@dataclass(frozen=True)
class Opened:
    """What the file held when the form was begun, with the claims that wait to be saved."""

    waiting: Trial
    began: str
    """The version the form began with; it stays when the form moves on to a newer one."""

    @property
    def ledger(self) -> Ledger:
        """With what waits."""
        return self.waiting.ledger or self.waiting.base

    def block(self, id: str) -> str:
        """The lines of a figure; a sentence, and no more, where it has none of its own."""
        try:
            return find_block(self.waiting.data, "figures", id)
        except Refused as refusal:
            st.error(plain(refusal.problems[0].message))
            st.stop()

    def wait_with(self, waiting: Trial) -> None:
        """Let the proposals of this trial wait, and no others."""
        st.session_state[_OPENED] = replace(self, waiting=waiting)

    def find_conflict(self) -> Conflict | None:
        """What the file holds by now, if it is another version than this one."""
        data = _read_file()
        return Conflict(data_file(), data) if data not in (b"", self.waiting.file) else None


def _read_file() -> bytes:
    """The file as it is; nothing where it cannot be read at this moment."""
    try:
        return read_file(data_file())
    except Refused:
        return b""


def open_file(view: View) -> Opened:
    """The version this form began with; a first look opens the one that is shown."""
    opened = st.session_state.get(_OPENED)
    if isinstance(opened, Opened):
        return opened
    data = _read_file()
    if version_of(data) != view.ledger.version:
        st.info("The file on disk is not the one shown here; the form opens as soon as it is.")
        st.stop()
    opened = Opened(try_all(data, view.ledger), view.ledger.version)
    st.session_state[_OPENED] = opened
    return opened


def leave_open() -> None:
    """Nothing is typed: the next look opens the file as it is then."""
    st.session_state.pop(_OPENED, None)


def close_file() -> None:
    """Done: the fields are empty, and the next look opens the file as it is then."""
    leave_open()
    begin_round()
