"""What stands before Streamlit, assembled: the guard, and the addresses that are not a page's.

Our addresses are answered ahead of Streamlit's own middleware, which would compress once more.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from loaders.live import data_file, follow
from loaders.tracking import is_tracking
from server.addresses import send_data
from server.compressed import ASSETS, Compressed
from server.guard import Guard
from server.heads import send_icon, send_page, send_preview, send_robots, send_sitemap
from server.health import STATE, tell_alive, tell_ready, tell_state
from server.hosts import read_hosts
from server.messages import Messages
from server.places import Places, read_places, read_site
from server.policy import make_headers, read_frame_ancestors
from server.tidy import tidy_for_ever

MOVED = {
    "desk-check": "check",
    "coverage": "data-quality?tab=Coverage",
    "checks": "data-quality?tab=Checks",
}
"""Where pages went that had another address; people have links to them."""
_FOR_ALL = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD"],
    allow_headers=["If-None-Match", "If-Modified-Since", "If-Range", "Range"],
    expose_headers=[
        "Data-Version",
        "Accept-Ranges",
        "Content-Disposition",
        "Content-Range",
        "ETag",
    ],
)
"""Pages of any site may read the data."""
_SAYING_WHY = Middleware(ExceptionMiddleware)
"""A router alone lets "not found" through as an error, which is a 500 with a traceback."""


class Front:
    """Answers our own addresses; every other goes on to Streamlit."""

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        self.app = app
        routes: list[BaseRoute] = [Route(prefix, send_page)] if prefix else []
        for at in dict.fromkeys(("", prefix)):
            pages = [Route(f"{at}/{{file}}.{{ending}}", app), Route(f"{at}/", send_page)]
            routes += [*make_routes(at), *pages, Route(f"{at}/{{page}}", send_page)]
        self.router = Router(routes, redirect_slashes=False, default=app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        clean = _leave_out_tracking(scope) if scope["type"] == "http" else None
        if clean is not None:
            await RedirectResponse(clean)(scope, receive, send)
        else:
            await (self.router if scope["type"] == "http" else self.app)(scope, receive, send)


def _leave_out_tracking(scope: Scope) -> str | None:
    """The same address without what follows readers about, so that nobody shares it."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in query if not is_tracking(name)]
    if len(kept) == len(query) or "/data/" in scope["path"]:
        return None
    page = quote(scope["path"].rpartition("/")[2]) or "./"
    return f"{page}?{urlencode(kept)}" if kept else page


def make_routes(prefix: str) -> list[BaseRoute]:
    """Our addresses below a path: `/desertion` for `/desertion/data/`."""
    methods = ["GET", "OPTIONS"]
    return [
        Route(f"{prefix}/data", send_data, methods=methods, middleware=[_FOR_ALL]),
        Route(f"{prefix}{STATE}", tell_state),
        Route(f"{prefix}/data/{{name:path}}", send_data, methods=methods, middleware=[_FOR_ALL]),
        Mount(f"{prefix}/assets", StaticFiles(directory=ASSETS), middleware=[_SAYING_WHY]),
        Route(f"{prefix}/livez", tell_alive),
        Route(f"{prefix}/readyz", tell_ready),
        Route(f"{prefix}/robots.txt", send_robots),
        Route(f"{prefix}/sitemap.xml", send_sitemap),
        *(Route(f"{prefix}/favicon.{kind}", send_icon) for kind in ("ico", "png")),
        Route(f"{prefix}/preview/{{name}}.png", send_preview),
        Route(f"{prefix}/figure/{{id}}", find_figure),
        Route(f"{prefix}/figures/{{id}}", find_figure),
        *(Route(f"{prefix}/{old}", find_moved) for old in MOVED),
    ]


async def find_figure(request: Request) -> Response:
    """The page of a figure has its id behind a question mark; who guesses gets there too."""
    return RedirectResponse(f"../figure?id={quote(request.path_params['id'])}")


async def find_moved(request: Request) -> Response:
    """The page under its address of today, with what the link asked for."""
    new, _, own = MOVED[request.url.path.rpartition("/")[2]].partition("?")
    asked = request.url.query.replace("number=", "q=", 1) if new == "check" else request.url.query
    query = "&".join(filter(None, (own, asked)))
    return RedirectResponse(f"{new}?{query}" if query else new)


def make_middleware(prefix: str = "") -> list[Middleware]:
    """All that stands before Streamlit, outermost first; `prefix` is its `server.baseUrlPath`.

    What the environment says wrongly stops the start with a sentence.
    """
    at = f"/{prefix.strip('/')}" if prefix.strip("/") else ""
    try:
        hosts, headers = read_hosts(), make_headers(read_frame_ancestors())
        most, site = read_places(), read_site()
    except ValueError as error:
        raise SystemExit(str(error)) from None
    return [
        Middleware(Guard, hosts=hosts, headers=headers, prefix=at),
        Middleware(Compressed, prefix=at),
        Middleware(Places, prefix=at, most=most, site=site),
        Middleware(Front, prefix=at),
        Middleware(Messages),
    ]


@asynccontextmanager
async def warm_up(app: Any, forget: Callable[[], None]) -> AsyncIterator[dict[str, Any]]:
    """Load the data before the first reader comes; tidy, and forget what nobody is there for."""
    follow(data_file()).current()
    tidying = asyncio.create_task(tidy_for_ever(app, forget))
    yield {}
    tidying.cancel()
