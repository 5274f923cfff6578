"""Widgets for the fields of a record: choices from the ledger, text as typed; a mapping out.

What is typed goes on as it is: the loader says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from loaders.ledger import Ledger
from loaders.records import Printed, Record
from loaders.selection import humanise
from loaders.sentences import say
from loaders.values import OMITTED
from loaders.words import Basis, Bound, Kind, Per, Side, Status, Word
from pages.shared.text import plain

Fields = dict[str, Any]
Options = dict[str, str]

NEW = "+"
"""The choice of a record that is not in the file yet."""
WAY = "edit-way"
"""Which form is shown."""
_ROUND = "edit-round"
_GROUPED = re.compile(r"(?<!\d)\d+(?:[,\u202f\u00a0 ]\d{3})+(?!\d)")
_LABELS = {"url": "Address", "as_of": "Up to", "per": "A rate per"}


def key_of(name: str) -> str:
    """The key of a widget in this round; after a save all widgets are new ones."""
    return f"edit-{st.session_state.get(_ROUND, 0)}-{name}"


def begin_round() -> None:
    """Empty every field."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def ask_fields(ledger: Ledger, record: type[Record], names: Iterable[str], at: str = "") -> Fields:
    """What was typed or chosen for these fields; an empty one is left out."""
    found = {name: ask_field(ledger, record, name, at) for name in names}
    return {name: value for name, value in found.items() if value}


def ask_field(
    ledger: Ledger, record: type[Record], name: str, at: str = "", new: str = ""
) -> str | Options | list[str]:
    """One field; `new` is the words for a record that is not in the file yet."""
    label = _LABELS.get(name) or humanise(name)
    help = plain(record.model_fields[name].description or "")
    key = key_of(at + name)
    if make := _CHOICES.get(name):
        options = {NEW: new} | make(ledger) if new else make(ledger)
        if record is Printed and name in _MAY_BE_LEFT_OUT:
            options = {OMITTED: "None: the article left it out"} | options
        return _choose(label, options, key, help, free=record is Printed and name == "claimant")
    text = st.text_input(label, key=key, help=help, persist_state="session").strip()
    if name in _LISTS:
        return [part for word in text.split(";") if (part := word.strip())]
    return write_count(text) if name == "count" else text


def write_count(text: str) -> str | Options:
    """`60-90` is a range, `18000` a number; and so they are as screens show them, `161,461`."""
    bare = _GROUPED.sub(lambda number: "".join(filter(str.isdigit, number[0])), text)
    low, dash, high = bare.partition("-")
    return {"low": low.strip(), "high": high.strip()} if dash else low


def _choose(
    label: str, options: Mapping[str, str], key: str, help: str, *, free: bool = False
) -> str:
    """One of the options by its key; `free` for any text that is typed."""
    chosen = st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda option: options.get(option, option),
        key=key,
        help=help,
        placeholder="Choose, or type to search",
        accept_new_options=free,
        persist_state="session",
    )
    return chosen or ""


def _words(kind: type[Word]) -> Callable[[Ledger], Options]:
    options = {str(word): f"{humanise(word)}: {word.definition}" for word in kind}
    return lambda _: options


def _names(ledger: Ledger) -> Options:
    return {key: claimant.name for key, claimant in ledger.claimants.items()}


def _units(ledger: Ledger) -> Options:
    deep = {key: "\u2003" * (len(ledger.path(key)) - 1) for key in ledger.tree}
    return {key: deep[key] + ledger.units[key].name for key in ledger.tree}


def list_figures(ledger: Ledger) -> Options:
    """Every figure by its sentence."""
    return {id: say(ledger, figure) for id, figure in ledger.figures.items()}


_LISTS = ("via", "aliases")
_MAY_BE_LEFT_OUT = ("offence", "per")
"""Of what an article printed; the other fields that it may leave out are typed."""
_CHOICES: dict[str, Callable[[Ledger], Options]] = {
    "claimant": _names,
    "measure": lambda ledger: {key: one.label for key, one in ledger.measures.items()},
    "offence": lambda ledger: {key: one.label for key, one in ledger.offences.items()},
    "unit": _units,
    "parent": _units,
    "part_of": list_figures,
    "supersedes": list_figures,
    "bound": _words(Bound),
    "per": _words(Per),
    "basis": _words(Basis),
    "status": _words(Status),
    "kind": _words(Kind),
    "side": _words(Side),
}


def choose_figure(ledger: Ledger, label: str) -> str:
    """A figure of the file, by its sentence and id; the same one for a relay and a change."""
    options = {id: f"{words} ({id})" for id, words in list_figures(ledger).items()}
    return _choose(label, options, key_of("figure"), plain("Type words of it to find it."))
