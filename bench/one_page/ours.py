"""The page as this dashboard serves its own: uvicorn bench.one_page.ours:app"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from server.first_view import PARTS, Parts
from server.front import make_middleware, warm_up

PARTS[""] = Parts(("ButtonGroup", "Selectbox", "Pagination"), charts=True)
app = st.App(
    Path(__file__).with_name("ours_page.py"),
    lifespan=partial(warm_up, forget=st.cache_resource.clear),
    middleware=make_middleware(),
)
