"""Change a figure: its block of the file as text, edited as text; and what differs, as text."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from editing.block import Edit
from editing.save import list_difference
from pages.forms.fields import choose_figure, key_of
from pages.forms.opened import Opened

_typewriter = st.components.v2.component(
    "typewriter",
    html="",
    css="textarea { font-family: monospace !important; white-space: pre; overflow-x: auto; }",
    isolate_styles=False,
)
"""Streamlit has no text area for code; this names the element itself, no class of Streamlit's."""


@dataclass
class Change:
    """New text for a figure of the file."""

    id: str
    before: str
    text: str

    def edits(self, _: bytes = b"") -> list[Edit]:
        """What puts the text into the file."""
        return [Edit("figures", self.text, key=self.id)]


def ask_change(opened: Opened) -> Change | None:
    """The text as it is typed; None while it is that of the file."""
    id = choose_figure(opened.ledger, "The figure to change")
    if not id:
        return None
    before = opened.block(id)
    text = ask_lines("Its lines in the file", f"text-{id}-{opened.began}", before)
    return None if text.rstrip() == before.rstrip() else Change(id, before, text)


def ask_lines(label: str, name: str, value: str = "") -> str:
    """Lines of the file, set as code is."""
    _typewriter(key="edit-typewriter")
    return st.text_area(
        label,
        value=value,
        height="content",
        key=key_of(name),
        help="Ctrl+Enter checks what is typed. Comments and order stay as you type them.",
        persist_state="session",
    )


def show_difference(before: str, after: str, names: tuple[str, str], context: int = 3) -> None:
    """Line by line what differs, in the notation of `diff -u`."""
    lines = list_difference(before, after, names, context)
    st.code("\n".join(lines), language="diff", wrap_lines=True)
