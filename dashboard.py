"""The server: the dashboard, and the data under plain addresses beside it.

`streamlit run dashboard.py` and `uvicorn dashboard:app` both start it.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from loaders.live import data_file, follow
from server.addresses import answer
from server.compressed import Compressed, assets
from server.guard import Guard
from server.health import health_routes
from server.tidy import tidy_for_ever

FRAME = Path(__file__).parent / "pages" / "frame.py"
sys.path.append(str(FRAME.parent))
"""Where it is not yet on the path, Streamlit puts it first: pages/editing would hide editing."""


@asynccontextmanager
async def warm_up(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Load the data before the first reader comes, and tidy until the last has gone."""
    follow(data_file()).current()
    tidying = asyncio.create_task(tidy_for_ever())
    yield {}
    tidying.cancel()


async def send_data(request: Request) -> Response:
    """Answer an address under /data/."""
    return await run_in_threadpool(_answer, request)


def _answer(request: Request) -> Response:
    snapshot = follow(data_file()).current()
    found = answer(
        snapshot.ledger,
        snapshot.table,
        f"/data/{request.path_params['name']}" if "name" in request.path_params else "/data",
        request.query_params.multi_items(),
        dict(request.headers),
        request.method,
    )
    return Response(found.body, found.status, found.headers)


def calm_down(_: Exception) -> bool:
    """Instead of a traceback: one sentence; the details are in the server's log."""
    st.error("Something went wrong on this page. Reload it; the server's log has the details.")
    return True


app = st.App(
    FRAME,
    lifespan=warm_up,
    routes=[
        Route("/data", send_data),
        Route("/data/{name:path}", send_data),
        assets,
        *health_routes,
    ],
    middleware=[Middleware(Guard), Middleware(Compressed)],
    on_script_error=calm_down,
)
