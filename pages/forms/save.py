"""From proposals to the file: saved, with a sentence and a link, or told why not.

Saving asks the policy of this process again, whatever the page thought. Where the file changed
since the form was begun, both versions are shown and the curator chooses. While nothing is typed,
the last save can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from editing.block import Edit
from editing.disk import Conflict, NotSaved, read_kept
from editing.draft import Draft, NewRelay
from editing.save import describe_edits, preview, put, save
from editing.several import Proposal, edit_all
from editing.trial import Trial
from loaders.files import read_file
from loaders.git import NotCommitted, commit, find_refusal, has_repository
from loaders.live import data_file
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.sentences import say as say_claim
from pages.forms.change import show_difference
from pages.forms.fields import begin_round, key_of
from pages.forms.opened import CONFLICT, Opened, close_file, reopen
from pages.forms.policy import session_policy
from pages.shared.show import link_figure
from pages.shared.text import plain, write_list
from pages.shared.view import View

_ASIDE, _SAVED = "edit-aside", "edit-saved"


@dataclass(frozen=True)
class Saved:
    figures: tuple[str, ...]
    words: str


def show_saved(view: View) -> None:
    """What was saved last, as sentences with links; and what was set aside in a conflict."""
    saved = st.session_state.get(_SAVED)
    if isinstance(saved, Saved):
        st.success(plain(saved.words))
        for id in saved.figures:
            if figure := view.ledger.figures.get(id):
                link_figure(id, say_claim(view.ledger, figure))
    if aside := st.session_state.get(_ASIDE):
        with st.expander("What you had typed before the version of the others was kept"):
            st.code(aside, language="yaml", wrap_lines=True)


def show_save(
    opened: Opened, proposals: Sequence[Proposal], trial: Trial, problems: Sequence[str]
) -> None:
    """The buttons, for what would load, and the first problem: at the foot of the window.

    There they are in sight whatever is typed, however long the form.
    """
    loads = trial.ledger is not None
    is_claim = isinstance(proposals[-1], Draft | NewRelay)
    is_new = len(proposals) > len(opened.waiting.proposals)
    with st.bottom:
        committed = _ask_commit()
        with st.container(horizontal=True, vertical_alignment="center"):
            pressed = st.button("Save", type="primary", disabled=not loads, key=key_of("save"))
            more = (
                is_claim
                and is_new
                and st.button(
                    "Add another claim of this article",
                    disabled=not loads,
                    key=key_of("another"),
                    help="This one waits, and both are saved together.",
                )
            )
            st.markdown(plain(_sum_up(problems, trial)))
    if pressed:
        _write(proposals, trial, opened.file.data, opened.file.ledger.version, committed)
    elif more:
        _wait(opened, proposals)


def show_waiting(opened: Opened) -> None:
    """The claims that wait, and the way to take the last one of them out again."""
    waiting = opened.waiting.proposals
    if not waiting:
        return
    count = "1 claim waits" if len(waiting) == 1 else f"{len(waiting)} claims wait"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{count} to be saved with the next.")
        if st.button("Take the last one out", key=key_of(f"out-{len(waiting)}")):
            opened.wait_with(waiting[:-1])
            st.rerun()


def _wait(opened: Opened, proposals: Sequence[Proposal]) -> None:
    """Empty the fields for the next claim; it is of the same article."""
    try:
        opened.wait_with(proposals)
    except (Refused, NotSaved, KeyError) as error:
        st.error(_say_fault(error))
        return
    begin_round()
    _keep_article(proposals)
    st.rerun()


def _keep_article(proposals: Sequence[Proposal]) -> None:
    """The next claim is often one of the same article: it stays chosen."""
    if isinstance(last := proposals[-1], Draft | NewRelay):
        st.session_state[key_of("article")] = last.article


def _sum_up(problems: Sequence[str], trial: Trial) -> str:
    """The first problem, and how many more there are."""
    if not problems:
        return "Nothing stands against it."
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{'Odd' if trial.ledger else 'To be mended'}: {problems[0]}{more}"


def _ask_commit() -> bool:
    """Whether to commit to git too, where there is a repository."""
    if not has_repository(data_file()):
        if refusal := find_refusal(data_file()):
            st.caption(plain(f"Not committed from here: {refusal}"))
        return False
    return st.checkbox("Commit to git too", key=key_of("commit"), persist_state="session")


def _write(
    proposals: Sequence[Proposal], trial: Trial, data: bytes, seen: str, committed: bool
) -> None:
    """Save them in the version `seen`; a conflict is kept, to be shown instead of the button."""
    try:
        edits = edit_all(data, proposals)
        save(data_file(), edits, seen, session_policy())
    except Conflict as conflict:
        st.session_state[CONFLICT] = conflict
        st.rerun()
    except (Refused, NotSaved, KeyError) as error:
        st.error(_say_fault(error))
        return
    words = _commit(edits) if committed else "Saved."
    close_file()
    _keep_article(proposals)
    _keep_saved(trial.figures, words)
    st.session_state.pop(_ASIDE, None)
    st.rerun()


def _keep_saved(figures: Sequence[str], words: str) -> None:
    """Say it now, and on the page until something else is done."""
    st.toast(plain(words))
    st.session_state[_SAVED] = Saved(tuple(figures), words)


def _commit(edits: Sequence[Edit]) -> str:
    message = describe_edits(edits)
    try:
        commit(data_file(), message)
    except NotCommitted as error:
        return f"{error}"
    return f"Saved and committed: {message}"


def _say_fault(error: Exception) -> str:
    """Why nothing was written."""
    if isinstance(error, Refused):
        return write_list(plain(str(problem)) for problem in error.problems)
    return plain(str(error.args[0]))


def find_conflict() -> Conflict | None:
    """The conflict that waits for a choice."""
    found = st.session_state.get(CONFLICT)
    return found if isinstance(found, Conflict) else None


def show_conflict(
    conflict: Conflict, opened: Opened, proposals: Sequence[Proposal], trial: Trial
) -> None:
    """What the others changed, what yours would change now, and three ways on."""
    st.error(plain(f"{conflict}. What you typed is still here; choose how to go on."))
    _show_both(conflict, opened, proposals)
    committed = _ask_commit()
    with st.container(horizontal=True):
        mine = st.button("Put mine on top", type="primary", key=key_of("mine"))
        go_on = st.button("Go on from the new version", key=key_of("go-on"))
        theirs = st.button("Keep theirs", key=key_of("theirs"))
    if mine:
        _write(proposals, trial, conflict.data, conflict.version, committed)
    elif go_on:
        _go_on(conflict, opened)
    elif theirs:
        st.session_state[_ASIDE] = trial.text
        close_file()
        st.rerun()


def _show_both(conflict: Conflict, opened: Opened, proposals: Sequence[Proposal]) -> None:
    began, now = opened.file.data.decode(), conflict.data.decode("utf-8", "replace")
    st.subheader("What changed in the file since you began", anchor=False)
    show_difference(began, now, ("when you began", "now"))
    st.subheader("What yours would change now", anchor=False)
    try:
        after = _preview(conflict.data, tuple(edit_all(conflict.data, proposals))).decode()
    except (Refused, NotSaved, KeyError) as error:
        st.warning(_say_fault(error))
    else:
        show_difference(now, after, ("now", "with yours"))


@lru_cache(maxsize=4)
def _preview(data: bytes, edits: tuple[Edit, ...]) -> bytes:
    return preview(data, edits)


def _go_on(conflict: Conflict, opened: Opened) -> None:
    """The form stays as it is typed, and works on what the file holds now."""
    try:
        reopen(opened, conflict.data, read_ledger(conflict.data))
    except (Refused, NotSaved, KeyError) as error:
        st.error(_say_fault(error))
        return
    st.session_state.pop(CONFLICT)
    st.rerun()


def show_undo(view: View) -> None:
    """What an undo of the last save would change, and its button; only where a version was kept."""
    try:
        kept, now = read_kept(data_file()), read_file(data_file())
    except (NotSaved, Refused):
        return
    with st.expander("Undo the last save"):
        before, after = (data.decode("utf-8", "replace") for data in (now, kept))
        show_difference(before, after, ("now", "before the last save"), context=1)
        if st.button("Put the version before it back", key=key_of("undo")):
            _undo(view, kept)


def _undo(view: View, kept: bytes) -> None:
    try:
        put(data_file(), kept, view.ledger.version, session_policy())
    except (NotSaved, Refused) as error:
        st.error(_say_fault(error))
        return
    close_file()
    _keep_saved((), "The last save is taken back; undo once more brings it back.")
    st.rerun()
