"""Counts with open ends in, sums and differences with open ends out: interval arithmetic.

An end that a claim leaves open stays open (None). A number stated as "about" keeps the number:
no width is invented for it. How coarsely it was rounded is kept beside it, for verdicts only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.records import Figure
from loaders.sentences import say_count, say_number
from loaders.values import Count
from loaders.words import Bound, Counts


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count as far as the claims behind it say."""

    low: int | None
    """Lower end; None where it is open."""
    high: int | None
    """Upper end; None where it is open."""
    strict: bool = False
    """Whether the number at the open end is itself left out: more than, less than."""
    rounding: float = 0
    """Half a step of the last digit stated, added up over the numbers that are stated as about."""

    @property
    def approximate(self) -> bool:
        """Whether a number behind it is stated as about."""
        return self.rounding > 0

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.low is not None or self.high is not None

    @property
    def numbers(self) -> Count:
        """The ends that are known; both are the same where there is one number."""
        low = self.low if self.low is not None else self.high
        high = self.high if self.high is not None else self.low
        return Count(low or 0, high or 0)

    @property
    def bound(self) -> Bound:
        """The word for its open end. Strictness means nothing next to a rounded number."""
        strict = self.strict and not self.approximate
        if self.low is not None and self.high is None:
            return Bound.MORE_THAN if strict else Bound.AT_LEAST
        if self.low is None:
            return Bound.LESS_THAN if strict else Bound.UP_TO
        return Bound.ABOUT if self.approximate else Bound.EXACT

    def words(self, counts: Counts) -> str:
        """`about 14,500 people`, `at least 3,500 people (approximate)`."""
        if not self.known:
            return f"an unknown number of {counts}"
        noun = say_count(counts, self.numbers)
        rounded = self.approximate and self.bound != Bound.ABOUT
        return f"{say_number(self.numbers, self.bound)} {noun}{' (approximate)' * rounded}"


def bounds_of(figure: Figure) -> Bounds:
    """The bounds that one claim states."""
    strict = figure.bound in (Bound.MORE_THAN, Bound.LESS_THAN, Bound.ALMOST)
    rounding = half_step(figure.count.high) if figure.bound == Bound.ABOUT else 0
    return Bounds(figure.low, figure.high, strict, rounding)


def half_step(number: int) -> float:
    """Half a step of the last digit that is not zero: 500 for 12,000, 50 for 14,500."""
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step / 2


def add_bounds(many: Iterable[Bounds]) -> Bounds:
    """The sum; an end that is open in one of them is open in the sum."""
    all_ = tuple(many)
    return Bounds(
        _total([one.low for one in all_]),
        _total([one.high for one in all_]),
        any(one.strict for one in all_),
        sum(one.rounding for one in all_),
    )


def subtract(whole: Bounds, part: Bounds) -> Bounds:
    """What is left of `whole` without `part`; its ends may lie below zero."""
    return Bounds(
        _difference(whole.low, part.high),
        _difference(whole.high, part.low),
        whole.strict or part.strict,
        whole.rounding + part.rounding,
    )


def gap_between(one: Bounds, other: Bounds) -> int:
    """How far apart the two must lie at least; 0 where both can be true."""
    apart = (_difference(one.low, other.high), _difference(other.low, one.high))
    return max(0, *(distance for distance in apart if distance is not None), 0)


def _total(ends: list[int | None]) -> int | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None


def _difference(end: int | None, other: int | None) -> int | None:
    return None if end is None or other is None else end - other
