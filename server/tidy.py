"""Keeps the garbage collector's rounds short, however many pages are open.

Streamlit collects after every run, which takes the longer the more sessions there are: with a
hundred open it was more than half of all work. What is alive is put out of the collector's sight
every few seconds, so that a run's collection goes through what is new (docs/decisions/0003).
"""

from __future__ import annotations

import asyncio
import gc

EVERY_SECONDS = 5.0
ALL_EVERY = 12
"""Of so many rounds one goes through everything, which takes tenths of a second."""


async def tidy_for_ever() -> None:
    """Tidy now and then, but not where nothing has run meanwhile."""
    seen = turn = 0
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        if _count_rounds() != seen:
            turn += 1
            tidy(everything=turn % ALL_EVERY == 0)
            seen = _count_rounds()


def tidy(everything: bool) -> None:
    """Free the garbage among what is new, or among everything; freeze what is left."""
    if everything:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def _count_rounds() -> int:
    """Full collections so far: Streamlit makes one after every run."""
    return int(gc.get_stats()[2]["collections"])
