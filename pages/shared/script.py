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


def run_script() -> None:
    """Run it in the reader's browser, once a page; it is told how often the drawer was closed."""
    _mount(data={"drawer": st.session_state.get(_CLOSED, 0)}, key="page-script", height=1)


def go(address: str) -> NoReturn:
    """Have the browser turn to another page, which is one step of its history; ends the run."""
    _mount(data={"to": address}, key="page-turn", height=1)
    st.stop()


def close_drawer() -> None:
    """Close the filters on a phone, in the run that follows."""
    st.session_state[_CLOSED] = st.session_state.get(_CLOSED, 0) + 1
