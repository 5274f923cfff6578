"""Work done in forks of this process, where nothing that it changes is left behind."""

from __future__ import annotations

import json
import os
import resource
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

import pytest

T = TypeVar("T")
JOBS = int(os.environ.get("JOBS", "2"))
MEMORY = 8 << 30


def run_forked(tasks: Iterable[tuple[T, Callable[[], Any]]]) -> Iterator[tuple[T, Any]]:
    """What each task returns, as they end; None where its process died."""
    running: dict[int, tuple[T, IO[str]]] = {}
    for name, work in tasks:
        if len(running) >= JOBS:
            yield _wait(running)
        file = TemporaryFile("w+")  # noqa: SIM115 - read and closed when the process has ended
        child = os.fork()
        if child == 0:
            _work(work, file)
        running[child] = name, file
    while running:
        yield _wait(running)


def _work(work: Callable[[], Any], file: IO[str]) -> None:
    try:
        json.dump(work(), file)
        file.flush()
    finally:
        os._exit(0)


def _wait(running: dict[int, tuple[T, IO[str]]]) -> tuple[T, Any]:
    child, _ = os.wait()
    name, file = running.pop(child)
    with file:
        file.seek(0)
        said = file.read()
    return name, json.loads(said) if said else None


def limit_time(seconds: float) -> None:
    """Ends this process where it never ends, waits for ever or takes all memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1,) * 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY,) * 2)
    signal.alarm(int(3 * seconds))


def passes(items: Sequence[pytest.Item], at: int) -> bool:
    """Whether one of the tests passes; the one after it says what may be kept for it.

    No report is made of it: to write out what failed may take longer than all the tests.
    """
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None

    def run() -> None:
        item.ihook.pytest_runtest_setup(item=item)
        item.ihook.pytest_runtest_call(item=item)

    def clear_up() -> None:
        item.ihook.pytest_runtest_teardown(item=item, nextitem=after)

    done = pytest.CallInfo.from_call(run, "call")
    pytest.CallInfo.from_call(clear_up, "teardown")  # where tmp_path misses the report
    return done.excinfo is None
