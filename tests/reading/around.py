"""The steps of a reading up to what stands around each number, for tests of what comes after."""

from __future__ import annotations

from loaders.ledger import Ledger
from reading.names import find_mentions
from reading.numbers import find_numbers
from reading.ratios import find_ratios, ratio_tokens
from reading.surroundings import Surroundings, look_around
from reading.times import find_times
from reading.words import cut


def surroundings_of(ledger: Ledger, words: str) -> list[Surroundings]:
    text = cut(words)
    times = find_times(text)
    masked = {place for one in times for place in range(one.begin, one.end)}
    numbers = find_numbers(text, masked | ratio_tokens(find_ratios(text, masked)))
    counted = {place for one in numbers for place in range(one.start, one.end)}
    return list(look_around(text, numbers, times, find_mentions(ledger, text, counted | masked)))


def numbers_of(words: str) -> list[str]:
    """`about 18 thousand: 18000 about a day`: the words, the number, its bound and rate."""
    text = cut(words)
    masked = {place for one in find_times(text) for place in range(one.begin, one.end)}
    masked |= ratio_tokens(find_ratios(text, masked))
    return [
        f"{text.quote(one.opened, one.end)}: {one.low}"
        + f"–{one.high}" * (one.high != one.low)
        + f" {one.bound}" * (one.bound != "exact")
        + f" a {one.per}" * (one.per is not None)
        for one in find_numbers(text, masked)
    ]
