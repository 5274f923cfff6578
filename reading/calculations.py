"""A ratio that a text states, calculated again: `ten times`, `doubled`, `60 percent`.

The numbers are those of the claims where the text's numbers are claims, else those of the text.
`analysis.arithmetic` gives the verdict, so that a text is held to what the file's articles are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from analysis.arithmetic import Verdict, checks_of
from analysis.key import Key, key_of
from loaders.ledger import Ledger, once
from loaders.records import Assertion, Figure
from loaders.values import Count
from reading.digits import Number
from reading.ratios import Ratio

SPAN = 40
"""Tokens within which the two numbers of a ratio stand."""
MONTH = 27
"""Windows of as many times so many days are of one length."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """A ratio with what comes out when it is calculated again."""

    verdict: Verdict
    words: str
    """`10 times: 284 / 28 = 10.14, it bears out`."""
    figures: tuple[Figure, ...]
    """The claims whose numbers they are; none where the text's own numbers are no claims."""


def calculate(
    ledger: Ledger,
    ratio: Ratio,
    sentence: tuple[int, int],
    read: Sequence[tuple[Number, Figure | None]],
) -> Calculation:
    """The verdict of the numbers around a ratio, or of one of them and a claim of a year before.

    It is called wrong only where its own sentence gives two numbers and no more.
    """
    first, last = (
        bisect_left(read, ratio.start + by, key=lambda pair: pair[0].start) for by in (-SPAN, SPAN)
    )
    close = sorted(read[first:last], key=lambda pair: abs(pair[0].start - ratio.start))
    near = [_stand_in(number, figure) for number, figure in close]
    inside = [
        one
        for one, (number, _) in zip(near, close, strict=True)
        if sentence[0] <= number.start < sentence[1]
    ]
    tried = (_judge(ledger, ratio, one, other) for one, other in _pair(ledger, inside, near))
    good = next((one for one in tried if one and one.verdict == "consistent"), None)
    only = _judge(ledger, ratio, *inside) if len(inside) == 2 else None
    return good or (only if only and only.verdict == "inconsistent" else _leave_alone(ratio))


def _leave_alone(ratio: Ratio) -> Calculation:
    factor = f"{ratio.stated:g} {'times' if ratio.kind == 'times' else '%'}"
    words = f"{factor}: it cannot be tested, its two numbers are not clear"
    return Calculation("cannot be tested", words, ())


def _stand_in(number: Number, figure: Figure | None) -> Figure:
    """The claim, or the text's own number in the place of one."""
    count = Count(number.low, number.high)
    if figure is None:
        return Figure.model_construct(id="", count=count, bound=number.bound)
    if number.low in (figure.count.low, figure.count.high):
        return figure
    return figure.model_copy(update={"count": count, "bound": number.bound})


def _pair(
    ledger: Ledger, inside: Sequence[Figure], near: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Two numbers of the sentence first; then one with a claim on its line, or one close by."""
    yield from combinations(inside[:4], 2)
    for one in inside[:2] or near[:1]:
        for earlier in _find_before(ledger, one):
            yield one, earlier
    if len(inside) < 2 <= len(near):
        yield near[0], near[1]


@once
def _lines(ledger: Ledger) -> dict[tuple[Key, int], list[Figure]]:
    """The claims of one key whose windows are of one length."""
    lines: defaultdict[tuple[Key, int], list[Figure]] = defaultdict(list)
    for figure in ledger.figures.values():
        if figure.during:
            lines[key_of(figure), figure.during.days // MONTH].append(figure)
    return lines


def _find_before(ledger: Ledger, figure: Figure) -> Iterator[Figure]:
    """Claims of the same line and length, of a year before or the time just before."""
    if figure.during:
        start = figure.during.start.first
        for other in _lines(ledger)[key_of(figure), figure.during.days // MONTH]:
            before = other.window.start.first
            is_year_before = (before.year, before.month) == (start.year - 1, start.month)
            if is_year_before or (start - other.end.last).days == 1:
                yield other


def _judge(ledger: Ledger, ratio: Ratio, one: Figure, other: Figure) -> Calculation | None:
    """The larger by the smaller for `times`, the smaller by the larger for a share."""
    small, large = sorted((one, other), key=lambda side: side.count.low)
    shares = {"percent": ratio.stated, "more": 100 + ratio.stated, "fewer": 100 - ratio.stated}
    percent = shares.get(ratio.kind)
    if large.count.low == small.count.low or (percent is not None and percent <= 0):
        return None
    upper, lower = (large, small) if ratio.kind in ("times", "more") else (small, large)
    assertion = Assertion.model_construct(
        times=ratio.stated, percent=percent, of=lower.id, article="text"
    )
    stating = upper.model_copy(update={"asserts": (assertion,)})
    check = next(checks_of(replace(ledger, figures={lower.id: lower}), stating))
    figures = tuple(side for side in (one, other) if side.id)
    return Calculation(check.verdict, check.said, figures)
