"""The block that Check or `desertion read --draft` makes of an article: corrected and saved."""

from __future__ import annotations

import streamlit as st

from editing.article_draft import PastedDraft, draft_article
from loaders.dates import parse_date
from loaders.sentences import upper
from pages.forms.change import ask_lines
from pages.forms.fields import WAY, key_of
from pages.forms.policy import session_policy
from pages.shared.script import go
from pages.shared.text import plain
from pages.shared.view import View
from reading.article import Reading

_FIELD = "pasted"
_HANDED_OVER = "draft-handed-over"


@st.fragment
def offer_draft(view: View, reading: Reading, text: str) -> None:
    """What the text would add to the file, for a curator to copy, or to correct and save."""
    if st.session_state.pop(_HANDED_OVER, False):
        go("edit")
    with st.expander("Make a draft"):
        columns = st.columns([3, 2, 1])
        url = columns[0].text_input("Address of the text", key="draft-url").strip()
        outlet = columns[1].text_input("Outlet", key="draft-outlet").strip()
        date = columns[2].text_input("Date", key="draft-date", placeholder="2024-04-29").strip()
        if not (url and outlet):
            st.caption("With its address and outlet the text becomes lines of the file.")
            return
        try:
            if date:
                parse_date(date)
            draft = draft_article(view.ledger, reading, text, url, outlet, date or None)
        except ValueError as error:
            st.error(plain(upper(f"{error}")))
            return
        st.code(draft.text(), language="yaml", wrap_lines=True)
        if session_policy().allowed:
            st.button("Correct and save it in Edit", on_click=_hand_over, args=(draft.text(),))


def _hand_over(block: str) -> None:
    """Let Edit open with this block in its field, in whichever run follows the click."""
    st.session_state[WAY] = "pasted"
    st.session_state[key_of(_FIELD)] = block
    st.session_state[_HANDED_OVER] = True


def ask_pasted() -> PastedDraft | None:
    """The block as it is typed; None while there is none."""
    block = ask_lines("Articles, citations and figures", _FIELD)
    return PastedDraft(block) if block.strip() else None
