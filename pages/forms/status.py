"""Withdraw a figure, or mark it as mistaken: its lines stay, with a status and the reason."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from editing.block import Edit
from editing.fields import set_fields
from loaders.records import Figure
from loaders.words import Status
from pages.forms.fields import choose_figure, key_of
from pages.forms.opened import Opened
from pages.shared.text import plain

_WORDS = {
    Status.WITHDRAWN: f"Withdrawn: {Status.WITHDRAWN.definition}",
    Status.MISTAKEN: f"Mistaken: {Status.MISTAKEN.definition}",
}
"""What a figure can be set aside as; a corrected one is told by the figure that corrects it."""


@dataclass
class Mark:
    """A new status for a figure of the file, and its note."""

    id: str
    status: Status
    note: str

    def edits(self, data: bytes) -> list[Edit]:
        """What puts them into the file. Raises Refused, KeyError."""
        values = {"status": str(self.status), "note": self.note}
        return [set_fields(data, "figures", self.id, values)]


def ask_mark(opened: Opened) -> Mark | None:
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
    return Mark(id, status, note)
