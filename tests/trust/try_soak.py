"""What is left of readers who come and go, and of clients that mean no good.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.server.process import memory_of
from tests.server.running import ROOT, free_port, run_dashboard, wait_until_it_listens
from tests.server.session import Session

AT_ONCE = 6
SMALL_SHARE = 0.5
"""Of what as many open pages take: 0.03 to 0.17 were measured (one closes while it is weighed), and
0.72 where Streamlit remembers those that were closed."""
FRAGMENTS = 40
"""MB between what is used: 6 to 18 were measured, and ten pages that pile up would leave more."""


class Weighed:
    """A dashboard that says how many bytes it has in use (weighed.py)."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.weighed", str(self.port)],
            cwd=ROOT,
            env={**os.environ, "DESERTION_DATA": str(ROOT / "figures.yaml")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        wait_until_it_listens(self.port, self.process)

    def weigh(self) -> int:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate()


@pytest.fixture(scope="module")
def dashboard() -> Iterator[Weighed]:
    server = Weighed()
    yield server
    server.stop()


def run(readers: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: a browser of other tests may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, readers).result()


def test_readers_who_come_and_go_leave_next_to_nothing(dashboard: Weighed) -> None:
    run(visit(dashboard))
    before = dashboard.weigh()
    open_pages: int = run(visit(dashboard)) - before
    after = dashboard.weigh()
    assert open_pages > 0
    assert after - before < SMALL_SHARE * open_pages


async def visit(dashboard: Weighed) -> int:
    """Some pages opened at once, and closed; the bytes in use while all were open."""
    async with AsyncExitStack() as stack:
        for number in range(AT_ONCE):
            reader = await stack.enter_async_context(Session(dashboard.port))
            await reader.show("all-figures", "claimant=hur" if number % 2 else "")
            assert reader.failures == []
        return dashboard.weigh()


def test_pages_that_ask_and_never_read_the_answer_are_hung_up_and_leave_nothing() -> None:
    with run_dashboard(ROOT / "figures.yaml") as (port, pid):
        run(show_pages(port, 50))
        before = memory_of(pid)
        run(ask_until_hung_up(port, 10))
        assert memory_of(pid) < before + FRAGMENTS


async def show_pages(port: int, readers: int) -> None:
    for _ in range(readers):
        async with Session(port) as session:
            await session.show("all-figures")


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
