"""The version of the file that a form works on, from the first thing typed until it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

import streamlit as st

from editing.block import find_block
from editing.disk import version_of
from editing.several import Gathered, Proposal
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
    """What the file held when the form was begun, and what it would hold with what waits."""

    file: Gathered
    waiting: Gathered
    """The same with the claims that wait to be saved with the one that is typed."""
    began: str
    """The version the form began with; it stays when the form moves on to a newer one."""

    @property
    def ledger(self) -> Ledger:
        """With what waits."""
        return self.waiting.ledger

    def block(self, id: str) -> str:
        """The lines of a figure; a sentence, and no more, where it has none of its own."""
        try:
            return _find_block(self.waiting.data, id)
        except Refused as refusal:
            st.error(plain(refusal.problems[0].message))
            st.stop()

    def excerpt(self, ids: Iterable[str]) -> bytes:
        """A file with these figures alone, which reads at once while somebody types."""
        blocks = [self.block(id) for id in ids if id in self.ledger.figures]
        return "\n".join(["figures:", *blocks, ""]).encode()

    def wait_with(self, proposals: Iterable[Proposal]) -> None:
        """Let these wait, and no others. Raises what `Gathered.take` does."""
        waiting = reduce(Gathered.take, proposals, self.file)
        st.session_state[_OPENED] = replace(self, waiting=waiting)


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
    file = Gathered(data, view.ledger)
    st.session_state[_OPENED] = opened = Opened(file, file, view.ledger.version)
    return opened


def reopen(opened: Opened, data: bytes, ledger: Ledger) -> None:
    """Let the form work on this version; what is typed and what waits stays."""
    file = Gathered(data, ledger)
    replace(opened, file=file).wait_with(opened.waiting.proposals)


def leave_open() -> None:
    """Nothing is typed: the next look opens the file as it is then."""
    st.session_state.pop(_OPENED, None)
    st.session_state.pop(CONFLICT, None)


def close_file() -> None:
    """Done: the fields are empty, and the next look opens the file as it is then."""
    leave_open()
    begin_round()
