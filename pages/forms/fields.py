"""The questions of a form as widgets; what is typed stays until it is saved."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import streamlit as st

from editing.form import Question, list_figures
from loaders.ledger import Ledger
from pages.shared.text import plain

WAY = "edit-way"
"""Which form is shown."""
_ROUND = "edit-round"


def key_of(name: str) -> str:
    """The key of a widget in this round; after a save all widgets are new ones."""
    return f"edit-{st.session_state.get(_ROUND, 0)}-{name}"


def begin_round() -> None:
    """Empty every field."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


@dataclass(frozen=True)
class Widgets:
    """Asks all at once, again at each run."""

    ledger: Ledger

    def put(self, question: Question) -> Any:
        answer = _draw(question)
        if question.hint:
            st.caption(question.hint)
        return answer

    def tell(self, sentence: str) -> None:
        st.info(plain(sentence))

    def group(self, title: str = "") -> AbstractContextManager[Any]:
        return st.expander(title) if title else st.container(border=True)


def _draw(question: Question) -> Any:
    label, options, default = question.label, question.options, question.default
    usual: dict[str, Any] = {"key": key_of(question.name), "persist_state": "session"}
    usual["help"] = plain(question.help) or None
    if options is None:
        return st.text_input(label, placeholder=default or None, **usual).strip() or default
    usual["format_func"] = lambda option: options.get(option, option)
    if question.many:
        return st.multiselect(label, list(options), placeholder="Nothing", **usual)
    index = list(options).index(default) if default else None
    if index is not None and len(options) == 2:
        return st.radio(label, list(options), index, **usual)
    chosen = st.selectbox(
        label,
        list(options),
        index,
        placeholder="Choose, or type to search",
        accept_new_options=question.is_free,
        **usual,
    )
    return chosen or ""


def choose_figure(ledger: Ledger, label: str) -> str:
    """A figure of the file, by its sentence and id; the same one for a relay and a change."""
    options = {id: f"{words} ({id})" for id, words in list_figures(ledger).items()}
    return str(_draw(Question("figure", label, "Type words of it to find it.", options)))
