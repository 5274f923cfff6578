"""The script that every page brings: see pages/static/page.js for what it does and why."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import streamlit as st

SCRIPT = Path(__file__).parents[1] / "static" / "page.js"
_CLOSED = "drawer-closed"
_mount = st.components.v2.component(
    "page", html="<span></span>", js=SCRIPT.read_text(encoding="utf-8"), isolate_styles=False
)


def run_script(state: str) -> None:
    """Run it in the reader's browser, once a page; it is told how often the drawer was closed.

    It runs the page again where the data or the reader's theme is no longer this one.
    """
    data = {
        "drawer": st.session_state.get(_CLOSED, 0),
        "state": state,
        "theme": st.context.theme.type,
    }
    _mount(data=data, key="page-script", height=1, on_changed_change=lambda: None)


def go(address: str) -> NoReturn:
    """Have the browser turn to another page, which is one step of its history; ends the run."""
    _mount(data={"to": address}, key="page-turn", height=1)
    st.stop()


def close_drawer() -> None:
    """Close the filters on a phone, in the run that follows."""
    st.session_state[_CLOSED] = st.session_state.get(_CLOSED, 0) + 1
