"""What is being done and for how long, on the last line of a terminal, while one waits."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

PAUSE_SECONDS = 0.5
ERASE_LINE = "\r\x1b[K"


@contextmanager
def show_progress(say: Callable[[], str]) -> Iterator[None]:
    """Nothing where standard error is no terminal: a log has no use for it."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    thread = Thread(target=_repeat, args=(say, done))
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _repeat(say: Callable[[], str], done: Event) -> None:
    start = time.monotonic()
    while not done.wait(PAUSE_SECONDS):
        line = f"{say()}, {time.monotonic() - start:.0f} s"
        print(ERASE_LINE + line, end="", file=sys.stderr, flush=True)
    print(ERASE_LINE, end="", file=sys.stderr, flush=True)
