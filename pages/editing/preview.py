"""Beside the form: the new lines, the claim as a sentence, and everything that is wrong or odd."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from analysis.checks import find_warnings
from editing.draft import Draft
from editing.trial import Trial
from loaders.ledger import Ledger
from loaders.problems import Problem
from loaders.sentences import say as say_claim
from pages.editing.claim import show_near
from pages.editing.save import Proposal
from pages.editing.text import Change, show_difference
from pages.shared.show import say
from pages.shared.text import plain


def show_trial(trial: Trial) -> None:
    """What the new lines come to."""
    st.subheader("As it will stand in the file", anchor=False)
    st.code(trial.text.rstrip("\n"), language="yaml", line_numbers=True, wrap_lines=True)
    if trial.ledger is None:
        _show_errors(trial)
        return
    st.success(say(say_claim(trial.ledger, trial.ledger.figures[trial.figure])))
    odd = [problem for problem in find_warnings(trial.ledger) if _is_about(problem, trial)]
    if odd:
        st.warning("Odd, but it may be right:\n" + _list(map(_say_problem, odd)))


def show_beside(ledger: Ledger, proposal: Proposal) -> None:
    """For a new claim what looks like it; for a change what differs from the file."""
    if isinstance(proposal, Draft):
        show_near(ledger, proposal)
    elif isinstance(proposal, Change):
        st.subheader("What changes", anchor=False)
        show_difference(proposal.before, proposal.text, ("in the file", "yours"))


def _show_errors(trial: Trial) -> None:
    lines = [_say_error(trial, problem) for problem in trial.errors]
    st.error("To be mended before it can be saved:\n" + _list(lines))


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


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)
