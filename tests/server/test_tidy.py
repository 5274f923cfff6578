from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator

import pytest

from server import tidy as tidying
from server.tidy import tidy, tidy_for_ever


@pytest.fixture(autouse=True)
def _thaw() -> Iterator[None]:
    yield
    gc.unfreeze()


class Node:
    """Points to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_alive_is_out_of_the_collectors_sight() -> None:
    kept = Node()
    tidy()
    assert gc.get_freeze_count() > 0
    assert not any(one is kept for one in gc.get_objects())


def test_garbage_that_was_frozen_is_freed_the_next_time() -> None:
    node = Node()
    gone = weakref.ref(node)
    tidy()
    del node
    gc.collect()
    assert gone() is not None
    tidy()
    assert gone() is None


def test_it_tidies_after_something_has_run_and_not_where_nothing_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds, tidied = [1], []
    monkeypatch.setattr(tidying, "EVERY_SECONDS", 0)
    monkeypatch.setattr(tidying, "_count_rounds", lambda: rounds[0])
    monkeypatch.setattr(tidying, "tidy", lambda: tidied.append(rounds[0]))

    async def watch() -> None:
        task = asyncio.create_task(tidy_for_ever())
        for rounds[0] in (1, 1, 2, 2, 3):
            for _ in range(5):
                await asyncio.sleep(0)
        task.cancel()

    asyncio.run(watch())
    assert tidied == [1, 2, 3]
