"""Keeps the garbage collector's rounds short, and gives memory back when the readers have gone.

Streamlit would collect after every run, before the page's last words are sent, and readers who come
together would wait for each other's collections: it is told not to. Here the garbage is collected
every few seconds, and what is alive is put out of the collector's sight, so that a round goes
through what is new (docs/decisions/0003).
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
from collections.abc import Callable
from contextlib import suppress
from operator import attrgetter
from typing import Any

EVERY_SECONDS = 5.0
ALL_EVERY = 12
"""Of so many rounds one goes through everything, which takes tenths of a second."""
DESERTED = range(7, 14, 2)
"""Rounds in a row in which nothing has run; Streamlit keeps the last page for half a minute."""

_expire = attrgetter("_runtime._session_mgr._session_storage._cache.expire")
"""Streamlit drops a closed page half a minute later, but only while another is being closed."""


async def tidy_for_ever(app: Any, forget: Callable[[], None] = lambda: None) -> None:
    """Tidy now and then where something has run, and give back where nothing has for a while.

    `forget` drops what is kept ready for the next reader.
    """
    seen = turn = quiet = 0
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        quiet = quiet + 1 if _count_rounds() == seen else 0
        if not quiet:
            turn += 1
            tidy(everything=turn % ALL_EVERY == 0)
        elif quiet in DESERTED:
            forget()
            give_back(app)
        seen = _count_rounds()


def tidy(everything: bool) -> None:
    """Free the garbage among what is new, or among everything; freeze what is left."""
    if everything:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back(app: Any) -> None:
    """Free what closed pages have left, and give it back to the machine."""
    with suppress(AttributeError):
        _expire(app)()
    tidy(everything=True)
    with suppress(AttributeError):  # there is none on macOS
        ctypes.CDLL(None).malloc_trim(0)


def _count_rounds() -> int:
    """Rounds among the youngest objects so far: whatever runs makes some."""
    return int(gc.get_stats()[0]["collections"])
