"""Add a claim or a relay, change a figure or set it aside; only on this machine alone."""

from __future__ import annotations

import streamlit as st

from analysis.checks import find_warnings
from editing.article_draft import PastedDraft
from editing.block import Edit
from editing.draft import Draft, NewRelay
from editing.several import Proposal
from editing.trial import Trial, try_edits
from loaders.problems import Problem, Refused
from loaders.sentences import say as say_claim
from pages.forms.article import ask_relay
from pages.forms.change import Change, Mark, ask_change, ask_mark, show_difference
from pages.forms.claim import ask_claim, show_near
from pages.forms.fields import WAY, key_of
from pages.forms.opened import Opened, leave_open, open_file
from pages.forms.pasted import ask_pasted
from pages.forms.policy import session_policy
from pages.forms.save import (
    find_conflict,
    show_conflict,
    show_save,
    show_saved,
    show_undo,
    show_waiting,
)
from pages.shared.show import show_heading
from pages.shared.text import plain, write_list
from pages.shared.view import View

WAYS = {
    "claim": "Add a claim",
    "relay": "Add a relay",
    "pasted": "Paste a draft",
    "change": "Change a figure",
    "status": "Withdraw or mark as mistaken",
}


def show(view: View) -> None:
    """The page: the form of one way, and beside it what it would come to."""
    policy = session_policy()
    show_heading(
        "Edit",
        "Add a claim, add an article to a claim, change the lines of a figure, or set it aside.",
        "Nothing is written before you press Save, and nothing that would not load.",
    )
    if not policy.allowed:
        st.warning(f"This page is for whoever started the dashboard: {plain(policy.reason)}.")
        return
    show_saved(view)
    opened = open_file(view)
    way = _choose_way()
    show_waiting(opened)
    form, beside = st.columns(2, gap="large")
    with form:
        proposal = _fill_in(way, opened)
    if proposal is None and not opened.waiting.proposals:
        leave_open()
        show_undo(view)
        return
    with beside:
        _show_proposal(opened, proposal)


def _choose_way() -> str:
    """One of `WAYS`; an address with `?id=` asks to change that figure."""
    if "id" in st.query_params:
        st.session_state[WAY] = "change"
        st.session_state[key_of("figure")] = st.query_params.pop("id")
    st.session_state.setdefault(WAY, "claim")
    way = st.segmented_control(
        "What to do",
        list(WAYS),
        required=True,
        format_func=WAYS.__getitem__,
        key=WAY,
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(way)


def _fill_in(way: str, opened: Opened) -> Proposal | None:
    """The form of a way; None while nothing is typed."""
    if way == "claim":
        return ask_claim(opened.ledger)
    if way == "relay":
        return ask_relay(opened.ledger)
    if way == "pasted":
        return ask_pasted()
    return ask_mark(opened) if way == "status" else ask_change(opened)


def _show_proposal(opened: Opened, proposal: Proposal | None) -> None:
    """What it comes to with what waits, and the button that saves it, or a conflict that waits."""
    edits: list[Edit] = []
    try:
        edits += _make_edits(opened, proposal)
        trial = try_edits(opened.file.ledger, [*opened.waiting.edits, *edits])
    except Refused as refusal:
        trial = Trial(getattr(proposal, "block", ""), None, refusal.problems)
    proposals = [*opened.waiting.proposals, *filter(None, [proposal])]
    if conflict := find_conflict():
        show_conflict(conflict, opened, proposals, trial)
        return
    problems = _show_trial(trial)
    if isinstance(proposal, Draft):
        show_near(opened.ledger, proposal)
    elif isinstance(proposal, Change | Mark) and edits:
        st.subheader("What changes", anchor=False)
        show_difference(opened.block(proposal.id), edits[0].text, ("in the file", "yours"))
    show_save(opened, proposals, trial, problems)


def _make_edits(opened: Opened, proposal: Proposal | None) -> list[Edit]:
    """Of the file only the figures are read that are to be changed. Raises Refused."""
    if isinstance(proposal, NewRelay | Mark):
        return proposal.edits(opened.excerpt([proposal.id]))
    if isinstance(proposal, PastedDraft):
        return proposal.edits(opened.excerpt(proposal.cited))
    return proposal.edits(b"") if proposal else []


def _show_trial(trial: Trial) -> list[str]:
    """The new lines, the claims as sentences, and everything that is wrong or odd; the latter."""
    st.subheader("As it will stand in the file", anchor=False)
    st.code(trial.text.rstrip("\n"), language="yaml", line_numbers=True, wrap_lines=True)
    if trial.ledger is None:
        errors = [_say_error(trial, problem) for problem in trial.errors]
        st.error(f"To be mended before it can be saved:\n{write_list(map(plain, errors))}")
        return errors
    for id in trial.figures:
        st.success(plain(say_claim(trial.ledger, trial.ledger.figures[id])))
    found = (problem for problem in find_warnings(trial.ledger) if _is_about(problem, trial))
    odd = [_say_problem(problem) for problem in found]
    if odd:
        st.warning(f"Odd, but it may be right:\n{write_list(map(plain, odd))}")
    return odd


def _say_error(trial: Trial, problem: Problem) -> str:
    if line := trial.line_of(problem):
        field = f"{problem.field}: " if problem.field else ""
        return f"line {line}: {field}{problem.message}"
    return _say_problem(problem)


def _is_about(problem: Problem, trial: Trial) -> bool:
    about_it = problem.record in trial.records or bool(trial.records & set(problem.figures))
    return about_it and not problem.accepted


def _say_problem(problem: Problem) -> str:
    named = [part for part in (problem.record, problem.field) if part]
    return ": ".join([*named, problem.message])
