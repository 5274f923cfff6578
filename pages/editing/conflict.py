"""The file changed since the form was begun: both versions are shown, and the curator chooses."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from editing.block import Edit
from editing.disk import Conflict, NotSaved
from editing.save import preview
from editing.trial import Trial
from loaders.load import read_ledger
from loaders.problems import Refused
from pages.editing.fields import key_of
from pages.editing.opened import CONFLICT, Opened, close_file, reopen
from pages.editing.save import ASIDE, Proposal, ask_commit, say_fault, write
from pages.editing.text import show_difference
from pages.shared.text import plain


def find_conflict() -> Conflict | None:
    """The conflict that waits for a choice."""
    found = st.session_state.get(CONFLICT)
    return found if isinstance(found, Conflict) else None


def show_conflict(conflict: Conflict, opened: Opened, proposal: Proposal, trial: Trial) -> None:
    """What the others changed, what yours would change now, and three ways on."""
    st.error(plain(f"{conflict}. What you typed is still here; choose how to go on."))
    _show_both(conflict, opened, proposal)
    committed = ask_commit()
    with st.container(horizontal=True):
        mine = st.button("Put mine on top", type="primary", key=key_of("mine"))
        go_on = st.button("Go on from the new version", key=key_of("go-on"))
        theirs = st.button("Keep theirs", key=key_of("theirs"))
    if mine:
        write(proposal, trial, conflict.data, conflict.version, committed)
    elif go_on:
        _go_on(conflict, opened.began)
    elif theirs:
        st.session_state[ASIDE] = trial.text
        close_file()
        st.rerun()


def _show_both(conflict: Conflict, opened: Opened, proposal: Proposal) -> None:
    began, now = opened.data.decode(), conflict.data.decode("utf-8", "replace")
    st.subheader("What changed in the file since you began", anchor=False)
    show_difference(began, now, ("when you began", "now"))
    st.subheader("What yours would change now", anchor=False)
    try:
        after = _preview(conflict.data, tuple(proposal.edits(conflict.data))).decode()
    except (Refused, NotSaved, KeyError) as error:
        st.warning(say_fault(error))
    else:
        show_difference(now, after, ("now", "with yours"))


@lru_cache(maxsize=4)
def _preview(data: bytes, edits: tuple[Edit, ...]) -> bytes:
    return preview(data, edits)


def _go_on(conflict: Conflict, began: str) -> None:
    """The form stays as it is typed, and works on what the file holds now."""
    try:
        ledger = read_ledger(conflict.data)
    except Refused as error:
        st.error(say_fault(error))
        return
    reopen(conflict.data, ledger, began)
    st.session_state.pop(CONFLICT)
    st.rerun()
