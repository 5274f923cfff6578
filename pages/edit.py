"""Add a claim or a relay, change a figure or set it aside; only on this machine alone."""

from __future__ import annotations

import streamlit as st

from analysis.checks import find_warnings
from editing.draft import Draft
from editing.trial import Trial
from loaders.problems import Problem
from loaders.sentences import say as say_claim
from pages.forms.change import Change, ask_change, ask_status, show_difference
from pages.forms.claim import ask_claim, ask_relay, show_near
from pages.forms.fields import WAY, key_of
from pages.forms.opened import Opened, leave_open, open_file
from pages.forms.pasted import ask_pasted
from pages.forms.policy import session_policy
from pages.forms.save import show_conflict, show_done, show_save, show_undo, show_waiting
from pages.shared.page import View, show_heading
from pages.shared.text import plain, write_list

WAYS = {
    "claim": ("Add a claim", ask_claim),
    "relay": ("Add a relay", ask_relay),
    "pasted": ("Paste a draft", ask_pasted),
    "change": ("Change a figure", ask_change),
    "status": ("Withdraw or mark as mistaken", ask_status),
}
"""What can be done: its words, and its form, which comes to nothing while nothing is typed."""


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
    show_done(view)
    opened = open_file(view)
    ask = WAYS[_choose_way()][1]
    show_waiting(opened)
    form, beside = st.columns(2, gap="large")
    with form:
        proposal = ask(opened)
    if proposal is None and not opened.waiting.proposals:
        leave_open()
        show_undo(view)
        return
    with beside, st.container(key="trial"):
        _show_trial(opened, opened.waiting.take(proposal) if proposal else opened.waiting)


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
        format_func=lambda way: WAYS[way][0],
        key=WAY,
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(way)


def _show_trial(opened: Opened, tried: Trial) -> None:
    """What it comes to with what waits, and the button that saves it, or a conflict that waits."""
    if conflict := opened.find_conflict():
        show_conflict(conflict, opened, tried)
        return
    last = tried.proposals[-1]
    if isinstance(last, Change):
        st.subheader("What changes", anchor=False)
        show_difference(opened.block(last.id), tried.edits[-1].text, ("in the file", "yours"))
    problems = _show_text(tried)
    if isinstance(last, Draft) and last not in opened.waiting.proposals:
        show_near(opened.ledger, last)
    show_save(opened, tried, problems)


def _show_text(trial: Trial) -> list[str]:
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
