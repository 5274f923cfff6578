"""From a trial to the file: saved, with a sentence and a link, or told why not.

Saving asks the policy of this process again, whatever the page thought. Where the file changed
since the form was begun, both versions are shown and the curator chooses. While nothing is typed,
the last save can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from editing.block import Edit
from editing.disk import Conflict, NotSaved, read_kept
from editing.draft import Draft
from editing.save import describe_edits, put, save
from editing.trial import Trial, try_all
from loaders.files import read_file
from loaders.git import NotCommitted, commit, find_refusal, has_repository
from loaders.live import data_file
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.sentences import say as say_claim
from pages.forms.change import show_difference
from pages.forms.fields import begin_round, key_of
from pages.forms.opened import Opened, close_file
from pages.forms.policy import session_policy
from pages.shared.page import View, link_figure
from pages.shared.text import plain, write_list

_DONE = "edit-done"


@dataclass(frozen=True)
class Done:
    """What was done last."""

    words: str = ""
    figures: tuple[str, ...] = ()
    aside: str = ""
    """What was typed and not saved, for the version of others was kept."""


def show_done(view: View) -> None:
    """What was saved last, as sentences with links; and what was set aside in a conflict."""
    done = st.session_state.get(_DONE, Done())
    if done.words:
        st.success(plain(done.words))
    for id in done.figures:
        if figure := view.ledger.figures.get(id):
            link_figure(id, say_claim(view.ledger, figure))
    if done.aside:
        with st.expander("What you had typed before the version of the others was kept"):
            st.code(done.aside, language="yaml", wrap_lines=True)


def _end(done: Done) -> None:
    """Begin anew, with a sentence that stays on the page until something else is done."""
    if done.words:
        st.toast(plain(done.words))
    close_file()
    st.session_state[_DONE] = done


def show_save(opened: Opened, tried: Trial, problems: Sequence[str]) -> None:
    """The buttons, for what would load, and the first problem: at the foot of the window.

    There they are in sight whatever is typed, however long the form.
    """
    loads = tried.ledger is not None
    is_new = len(tried.proposals) > len(opened.waiting.proposals)
    with st.bottom:
        committed = _ask_commit()
        with st.container(horizontal=True, vertical_alignment="center"):
            pressed = st.button("Save", type="primary", disabled=not loads, key=key_of("save"))
            more = (
                is_new
                and isinstance(tried.proposals[-1], Draft)
                and st.button(
                    "Add another claim of this article",
                    disabled=not loads,
                    key=key_of("another"),
                    help="This one waits, and both are saved together.",
                )
            )
            st.markdown(plain(_sum_up(problems, loads)))
    if pressed:
        _save(tried, committed)
    elif more:
        opened.wait_with(tried)
        begin_round()
        _keep_article(tried)
        st.rerun()


def show_waiting(opened: Opened) -> None:
    """The claims that wait, and the way to take the last one of them out again."""
    waiting = opened.waiting
    if not (size := len(waiting.proposals)):
        return
    count = "1 claim waits" if size == 1 else f"{size} claims wait"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{count} to be saved with the next.")
        if st.button("Take the last one out", key=key_of(f"out-{size}")):
            opened.wait_with(try_all(waiting.file, waiting.base, waiting.proposals[:-1]))
            st.rerun()


def _keep_article(tried: Trial) -> None:
    """The next claim is often one of the same article: it stays chosen."""
    if isinstance(last := tried.proposals[-1], Draft):
        st.session_state[key_of("article")] = last.article


def _sum_up(problems: Sequence[str], loads: bool) -> str:
    """The first problem, and how many more there are."""
    if not problems:
        return "Nothing stands against it."
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{'Odd' if loads else 'To be mended'}: {problems[0]}{more}"


def _ask_commit() -> bool:
    """Whether to commit to git too, where there is a repository."""
    if not has_repository(data_file()):
        if refusal := find_refusal(data_file()):
            st.caption(plain(f"Not committed from here: {refusal}"))
        return False
    return st.checkbox("Commit to git too", key=key_of("commit"), persist_state="session")


def _save(tried: Trial, committed: bool) -> None:
    """Write it; where the file has changed meanwhile, the next run finds that."""
    try:
        save(data_file(), tried.edits, tried.base.version, session_policy())
    except Conflict:
        st.rerun()
    except (Refused, NotSaved) as error:
        st.error(_say_fault(error))
        return
    _end(Done(_commit(tried.edits) if committed else "Saved.", tried.figures))
    _keep_article(tried)
    st.rerun()


def _commit(edits: Sequence[Edit]) -> str:
    message = describe_edits(edits)
    try:
        commit(data_file(), message)
    except NotCommitted as error:
        return f"{error}"
    return f"Saved and committed: {message}"


def _say_fault(error: Refused | NotSaved) -> str:
    """Why nothing was written."""
    if isinstance(error, Refused):
        return write_list(plain(str(problem)) for problem in error.problems)
    return plain(str(error))


def show_conflict(conflict: Conflict, opened: Opened, tried: Trial) -> None:
    """What the others changed, what yours would change now, and three ways on."""
    st.error(plain(f"{conflict}. What you typed is still here; choose how to go on."))
    newer = _show_both(conflict, tried)
    committed = _ask_commit()
    with st.container(horizontal=True):
        mine = st.button(
            "Put mine on top", type="primary", key=key_of("mine"), disabled=newer is None
        )
        go_on = st.button("Go on from the new version", key=key_of("go-on"), disabled=newer is None)
        theirs = st.button("Keep theirs", key=key_of("theirs"))
    if newer and mine:
        _save(newer, committed)
    elif newer and go_on:  # the form stays as it is typed, and works on what the file holds now
        opened.wait_with(try_all(newer.file, newer.base, opened.waiting.proposals))
        st.rerun()
    elif theirs:
        _end(Done(aside=tried.text))
        st.rerun()


def _show_both(conflict: Conflict, tried: Trial) -> Trial | None:
    """Yours in the version of the others; None where that cannot be."""
    began, now = tried.file.decode(), conflict.data.decode("utf-8", "replace")
    st.subheader("What changed in the file since you began", anchor=False)
    show_difference(began, now, ("when you began", "now"))
    st.subheader("What yours would change now", anchor=False)
    try:
        newer = try_all(conflict.data, read_ledger(conflict.data), tried.proposals)
        show_difference(now, newer.data.decode(), ("now", "with yours"))
    except (Refused, NotSaved) as error:
        st.warning(_say_fault(error))
        return None
    return newer


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
    _end(Done("The last save is taken back; undo once more brings it back."))
    st.rerun()
