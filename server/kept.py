"""Answers that were written lately, by their tags: what is asked for again is not written again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from server.answers import Answer

MOST_BYTES = 32 * 2**20


class Kept:
    """At most so many bytes; what was not asked for the longest goes first. Thread-safe."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most = most
        self.size = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str, write: Callable[[], Answer]) -> Answer:
        """The answer kept under this tag, else the one that `write` gives."""
        with self._lock:
            if tag in self._answers:
                self._answers.move_to_end(tag)
                return self._answers[tag]
        found = write()
        with self._lock:
            self._keep(tag, found)
        return found

    def clear(self) -> None:
        with self._lock:
            self._answers.clear()
            self.size = 0

    def _keep(self, tag: str, answer: Answer) -> None:
        if tag in self._answers or len(answer.body) > self.most:
            return
        self._answers[tag] = answer
        self.size += len(answer.body)
        while self.size > self.most:
            _, oldest = self._answers.popitem(last=False)
            self.size -= len(oldest.body)
