"""Undo of the last save: what it would change, and the button."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from editing.disk import NotSaved
from editing.save import list_difference
from editing.undo import read_kept, undo
from loaders.files import read_file
from loaders.live import data_file
from loaders.problems import Refused
from pages.forms.fields import key_of
from pages.forms.opened import close_file
from pages.forms.policy import server_policy
from pages.forms.save import keep_saved, say_fault
from pages.shared.view import View


def show_undo(view: View) -> None:
    """Only where a version was kept, and nothing is typed that an undo would leave behind."""
    try:
        kept, now = read_kept(data_file()), read_file(data_file())
    except (NotSaved, Refused):
        return
    with st.expander("Undo the last save"):
        st.code("\n".join(_compare(now, kept)), language="diff", wrap_lines=True)
        if st.button("Put the version before it back", key=key_of("undo")):
            _undo(view)


@lru_cache(maxsize=2)
def _compare(now: bytes, kept: bytes) -> tuple[str, ...]:
    before, after = (data.decode("utf-8", "replace") for data in (now, kept))
    return tuple(list_difference(before, after, ("now", "before the last save"), context=1))


def _undo(view: View) -> None:
    try:
        undo(data_file(), view.ledger.version, server_policy())
    except (NotSaved, Refused) as error:
        st.error(say_fault(error))
        return
    close_file()
    keep_saved((), "The last save is taken back; undo once more brings it back.")
    st.rerun()
