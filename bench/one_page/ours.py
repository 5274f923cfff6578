"""The page as this dashboard serves its own: uvicorn bench.one_page.ours:app"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from bench.one_page.rows import read_rows
from server.first_view import PARTS, Parts
from server.front import make_middleware
from server.tidy import tidy, tidy_for_ever

PARTS[""] = Parts(("ButtonGroup", "Selectbox", "DownloadButton", "DataFrame"), charts=True)


@asynccontextmanager
async def warm_up(app: st.App) -> AsyncIterator[dict[str, Any]]:
    read_rows()
    tidy(everything=True)
    tidying = asyncio.create_task(tidy_for_ever(app))
    yield {}
    tidying.cancel()


app = st.App(
    Path(__file__).with_name("ours_page.py"),
    lifespan=warm_up,
    middleware=make_middleware(),
)
