"""What is left of readers and files that come and go, and of clients that mean no good."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from loaders.ledger import Ledger
from loaders.live import Live
from tests.loaders.small import SMALL
from tests.server.process import memory_of
from tests.server.running import ROOT, run_dashboard
from tests.server.session import Session

REMEMBERED = 128
"""Closed sessions that Streamlit keeps for half a minute, in case their readers come back."""
AT_ONCE = 10
LITTLE = 15
"""MB: less than a hundred readers would leave of whom each leaves a copy of the table."""
FRAGMENTS = 40
"""MB between what is used: 6 to 18 were measured, and ten pages that pile up would leave more."""


@pytest.fixture
def dashboard() -> Iterator[tuple[int, int]]:
    with run_dashboard(ROOT / "figures.yaml") as server:
        yield server


def test_a_file_that_changes_again_and_again_leaves_no_older_ledger_and_no_open_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    live = Live(path, settle=0)
    live.current()
    ledgers, files = count_ledgers(), len(os.listdir("/proc/self/fd"))
    for number in range(50):
        path.write_text(f"{SMALL}# {number}\n")
        assert live.current().problems == ()
    assert count_ledgers() <= ledgers
    assert len(os.listdir("/proc/self/fd")) <= files


def run(readers: Coroutine[Any, Any, None]) -> None:
    """In a thread of its own: a browser of other tests may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, readers).result()


def count_ledgers() -> int:
    gc.unfreeze()
    gc.collect()
    return sum(isinstance(one, Ledger) for one in gc.get_objects())


@pytest.mark.long
def test_readers_who_come_and_go_leave_little_in_the_memory_of_the_server(
    dashboard: tuple[int, int],
) -> None:
    port, pid = dashboard
    run(visit(port, REMEMBERED + AT_ONCE))
    before = memory_of(pid)
    run(visit(port, 100))
    assert memory_of(pid) < before + LITTLE


async def visit(port: int, readers: int) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def read(number: int) -> None:
        async with gate, Session(port) as session:
            await session.show("all-figures", "claimant=hur" if number % 2 else "")
            assert session.failures == []

    await asyncio.gather(*map(read, range(readers)))


@pytest.mark.long
def test_pages_that_ask_and_never_read_the_answer_are_hung_up_and_leave_nothing(
    dashboard: tuple[int, int],
) -> None:
    port, pid = dashboard
    run(visit(port, 5 * AT_ONCE))
    before = memory_of(pid)
    run(ask_until_hung_up(port, AT_ONCE))
    assert memory_of(pid) < before + FRAGMENTS


async def ask_until_hung_up(port: int, readers: int) -> None:
    """uvicorn does so where no ping is answered for 40 s, Streamlit where 500 messages wait."""
    async with AsyncExitStack() as stack:
        deaf = [await stack.enter_async_context(Session(port)) for _ in range(readers)]
        for one in deaf:
            await one.show("all-figures")
            one.stop_reading()
        async with Session(port) as reader:
            while deaf:
                deaf = [one for one in deaf if await can_ask(one)]
                await reader.show("all-figures")
                assert reader.failures == []


async def can_ask(one: Session) -> bool:
    try:
        await one.ask("all-figures")
    except ConnectionClosed:
        return False
    return True
