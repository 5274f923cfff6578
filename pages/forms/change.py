"""A figure of the file changed: its lines, edited as text; or its status, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from editing.block import NAME, Edit, set_fields
from editing.outline import read_outline
from editing.save import list_difference
from loaders.records import Figure
from loaders.source import decode
from loaders.words import Status
from pages.forms.fields import choose_figure, key_of
from pages.forms.opened import Opened
from pages.shared.text import plain

_typewriter = st.components.v2.component(
    "typewriter",
    html="",
    css="textarea { font-family: monospace !important; white-space: pre; overflow-x: auto; }",
    isolate_styles=False,
)
"""Streamlit has no text area for code; this names the element itself, no class of Streamlit's."""
_WORDS = {
    Status.WITHDRAWN: f"Withdrawn: {Status.WITHDRAWN.definition}",
    Status.MISTAKEN: f"Mistaken: {Status.MISTAKEN.definition}",
}
"""What a figure can be set aside as; a corrected one is told by the figure that corrects it."""


@dataclass(frozen=True)
class Change:
    """A figure of the file with other lines, or with other values of some of its fields."""

    id: str
    text: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def edits(self, data: bytes) -> list[Edit]:
        """What puts them into the file. Raises Refused, NotSaved."""
        if not self.values:
            return [Edit("figures", self.text, key=self.id)]
        return [set_fields(read_outline(decode(data, NAME), NAME), "figures", self.id, self.values)]


def ask_change(opened: Opened) -> Change | None:
    """The text as it is typed; None while it is that of the file."""
    id = choose_figure(opened.ledger, "The figure to change")
    if not id:
        return None
    before = opened.block(id)
    text = ask_lines("Its lines in the file", f"text-{id}-{opened.began}", before)
    return None if text.rstrip() == before.rstrip() else Change(id, text)


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


def ask_status(opened: Opened) -> Change | None:
    """What became of a figure and why; None until the note says so."""
    id = choose_figure(opened.ledger, "The figure that no longer stands")
    if not id:
        return None
    figure = opened.ledger.figures[id]
    status = st.radio(
        "What became of it",
        list(_WORDS),
        format_func=_WORDS.__getitem__,
        key=key_of(f"status-{id}"),
        persist_state="session",
    )
    note = st.text_area(
        "Note",
        value=figure.note or "",
        key=key_of(f"note-{id}"),
        help=plain(str(Figure.model_fields["note"].description)),
        persist_state="session",
    )
    note = " ".join(note.split())
    if not note or note == figure.note:
        st.info("Say in the note why, and since when: it stands beside the figure from then on.")
        return None
    return Change(id, values={"status": str(status), "note": note})
