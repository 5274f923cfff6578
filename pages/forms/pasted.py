"""The block that Check or `desertion read --draft` makes of an article: corrected and saved."""

from __future__ import annotations

import streamlit as st

from editing.article_draft import PastedDraft
from pages.forms.change import ask_lines
from pages.forms.fields import WAY, key_of
from pages.shared.show import page_at

_FIELD = "pasted"


def open_draft(block: str) -> None:
    """Go to Edit with this block in its field."""
    st.session_state[WAY] = "pasted"
    st.session_state[key_of(_FIELD)] = block
    st.switch_page(page_at("edit"))


def ask_pasted() -> PastedDraft | None:
    """The block as it is typed; None while there is none."""
    block = ask_lines("Articles, citations and figures", _FIELD)
    return PastedDraft(block) if block.strip() else None
