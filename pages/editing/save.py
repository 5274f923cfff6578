"""From a proposal to the file: saved, with a sentence and a link, or told why not.

Saving asks the policy of this process again, whatever the page thought.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from editing.block import Edit
from editing.disk import Conflict, NotSaved
from editing.save import describe_edits, save
from editing.trial import Trial
from loaders.git import NotCommitted, commit, has_repository
from loaders.live import data_file
from loaders.problems import Refused
from loaders.sentences import say as say_claim
from pages.editing.fields import key_of
from pages.editing.opened import CONFLICT, Opened, close_file
from pages.editing.policy import server_policy
from pages.shared.show import link_figure
from pages.shared.text import plain
from pages.shared.view import View

ASIDE, _SAVED = "edit-aside", "edit-saved"


class Proposal(Protocol):
    """What a form comes to: a Draft, a Relay or a Change."""

    def edits(self, data: bytes) -> list[Edit]:
        """What puts it into this version of the file."""


@dataclass(frozen=True)
class Saved:
    id: str
    words: str


def require_editing() -> None:
    """Nothing of the page is there where this process may not save."""
    if not server_policy().allowed:
        st.stop()


def show_saved(view: View) -> None:
    """What was saved last, as a sentence with its link; and what was set aside in a conflict."""
    saved = st.session_state.get(_SAVED)
    if isinstance(saved, Saved):
        st.success(plain(saved.words))
        if figure := view.ledger.figures.get(saved.id):
            link_figure(figure.id, say_claim(view.ledger, figure))
    if aside := st.session_state.get(ASIDE):
        with st.expander("What you had typed before the version of the others was kept"):
            st.code(aside, language="yaml", wrap_lines=True)


def show_save(opened: Opened, proposal: Proposal, trial: Trial) -> None:
    """The button; it is there for what would load."""
    committed = ask_commit()
    if st.button("Save", type="primary", disabled=trial.ledger is None, key=key_of("save")):
        write(proposal, trial, opened.data, opened.ledger.version, committed)


def ask_commit() -> bool:
    """Whether to commit to git too, where there is a repository."""
    if not has_repository(data_file()):
        return False
    return st.checkbox("Commit to git too", key=key_of("commit"), persist_state="session")


def write(proposal: Proposal, trial: Trial, data: bytes, seen: str, committed: bool) -> None:
    """Save it in the version `seen`; a conflict is kept, to be shown instead of the button."""
    try:
        edits = proposal.edits(data)
        save(data_file(), edits, seen, server_policy())
    except Conflict as conflict:
        st.session_state[CONFLICT] = conflict
        st.rerun()
    except (Refused, NotSaved, KeyError) as error:
        st.error(say_fault(error))
        return
    words = _commit(edits) if committed else "Saved."
    close_file()
    st.toast(plain(words))
    st.session_state[_SAVED] = Saved(trial.figure, words)
    st.session_state.pop(ASIDE, None)
    st.rerun()


def _commit(edits: Sequence[Edit]) -> str:
    message = describe_edits(edits)
    try:
        commit(data_file(), message)
    except NotCommitted as error:
        return f"{error}"
    return f"Saved and committed: {message}"


def say_fault(error: Exception) -> str:
    """Why nothing was written."""
    if isinstance(error, Refused):
        return "\n".join(f"- {plain(str(problem))}" for problem in error.problems)
    return plain(str(error.args[0]))
