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
    tidy(everything=False)
    assert gc.get_freeze_count() > 0
    assert not any(one is kept for one in gc.get_objects())


def test_new_garbage_is_freed_at_once_and_frozen_garbage_with_everything() -> None:
    tidy(everything=True)
    new = weakref.ref(Node())
    kept = Node()
    frozen = weakref.ref(kept)
    tidy(everything=False)
    assert new() is None
    del kept
    tidy(everything=False)
    assert frozen() is not None
    tidy(everything=True)
    assert frozen() is None


def test_it_tidies_after_something_has_run_and_not_where_nothing_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds, tidied = [1], []
    monkeypatch.setattr(tidying, "EVERY_SECONDS", 0)
    monkeypatch.setattr(tidying, "ALL_EVERY", 2)
    monkeypatch.setattr(tidying, "_count_rounds", lambda: rounds[0])
    monkeypatch.setattr(tidying, "tidy", lambda everything: tidied.append(everything))

    async def watch() -> None:
        task = asyncio.create_task(tidy_for_ever())
        for rounds[0] in (1, 1, 2, 2, 3):
            for _ in range(5):
                await asyncio.sleep(0)
        task.cancel()

    asyncio.run(watch())
    assert tidied == [False, True, False]
