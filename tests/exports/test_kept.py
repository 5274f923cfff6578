"""Written answers are kept, but never more of them than allowed."""

from __future__ import annotations

from server.answers import Answer
from server.kept import Kept


def answer_of(size: int) -> Answer:
    return Answer(200, {}, b"x" * size)


def never() -> Answer:
    raise AssertionError("written again")


def test_what_was_written_is_not_written_again():
    kept = Kept(most=10)
    assert kept.get("a", lambda: answer_of(4)) is kept.get("a", never)


def test_what_was_not_asked_for_the_longest_is_forgotten_first():
    kept = Kept(most=10)
    for tag in ("a", "b"):
        kept.get(tag, lambda: answer_of(4))
    kept.get("a", never)
    kept.get("c", lambda: answer_of(4))
    kept.get("a", never)
    assert kept.get("b", lambda: answer_of(1)).body == b"x"
    assert kept.size == 9


def test_an_answer_larger_than_all_that_is_kept_is_not_kept():
    kept = Kept(most=10)
    kept.get("a", lambda: answer_of(4))
    kept.get("big", lambda: answer_of(11))
    kept.get("a", never)
    assert kept.size == 4


def test_nothing_is_left_after_clearing():
    kept = Kept(most=10)
    kept.get("a", lambda: answer_of(4))
    kept.clear()
    assert kept.size == 0
    assert len(kept.get("a", lambda: answer_of(3)).body) == 3
