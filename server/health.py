"""Whether the process answers, what data it would show, and whether that has changed."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from loaders.live import Snapshot, data_file, follow

STATE = "/data/state"
NOT_CACHED = {"Cache-Control": "no-store"}


async def tell_alive(_: Request) -> Response:
    """200 as long as the process answers at all."""
    return PlainTextResponse("alive\n", headers=NOT_CACHED)


def tell_ready(_: Request) -> Response:
    """200 with the state of the data where there is any to show, else 503."""
    snapshot = follow(data_file()).current()
    state = describe_state(snapshot)
    return JSONResponse(state, 503 if snapshot.ledger is None else 200, headers=NOT_CACHED)


def tell_state(_: Request) -> Response:
    """A word that changes with the data; every open page asks for it (pages/static/page.js)."""
    return PlainTextResponse(follow(data_file()).current().state, headers=NOT_CACHED)


def describe_state(snapshot: Snapshot) -> dict[str, Any]:
    """What is shown, since when, and how many problems keep a newer file from being shown."""
    ledger = snapshot.ledger
    if ledger is None:
        return {"status": "no data", "problems": len(snapshot.problems)}
    return {
        "status": "stale" if snapshot.problems else "current",
        "problems": len(snapshot.problems),
        "version": ledger.version,
        "figures": len(ledger.figures),
        "loaded_at": snapshot.loaded_at.isoformat(timespec="seconds"),
    }
