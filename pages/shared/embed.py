"""Embedded in another site's page: one chart, its caption and its source, and nothing else.

Streamlit's `?embed=true` takes its own frame away; `&chart=KEY` names the chart, else the first
of the page is shown. The page runs as always, up to that chart, inside a place that is emptied
when the chart is ready.
"""

from __future__ import annotations

from typing import Any, NoReturn
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

CHART = "chart"
_PLACES = "embedded"


def is_embedded() -> bool:
    return bool(st.context.is_embedded)


def open_fold(title: str, key: str) -> DeltaGenerator | None:
    """A fold that a reader has opened, or None: what nobody sees is neither made nor sent.

    Where one chart stands alone it may be the one in the fold.
    """
    fold = st.expander(title, key=key, on_change="rerun")
    return fold if fold.open or is_embedded() else None


def run_alone(page: Any) -> None:
    """Run the page until one chart has ended the run; say so if it has no such chart."""
    st.session_state[_PLACES] = st.empty(), st.container()
    with st.session_state[_PLACES][0].container():
        page.run()
    with clear_page():
        st.info("There is no such chart on this page.")
        end_with_source()


def leaves_out(key: str) -> bool:
    """Whether the chart is another one than the address asks for."""
    return is_embedded() and st.query_params.get(CHART, key) != key


def clear_page() -> DeltaGenerator:
    """Take away what the page has shown so far; the place that is free instead."""
    whole: DeltaGenerator
    alone: DeltaGenerator
    whole, alone = st.session_state[_PLACES]
    whole.empty()
    return alone


def end_with_source() -> NoReturn:
    """The link to the whole page, then the end of the run."""
    names = [name for name in st.query_params if name != CHART]
    pairs = [(name, value) for name in names for value in st.query_params.get_all(name)]
    st.markdown(f"[Source, table and articles](<{address_with(pairs)}>)")
    st.stop()


def address_with(pairs: list[tuple[str, str]]) -> str:
    """The address of this page with these parameters."""
    return f"{str(st.context.url or '').partition('?')[0]}?{urlencode(pairs)}"
