"""A ratio that a text states, calculated again: `ten times`, `doubled`, `60 percent`.

The numbers are those of the claims where the text's numbers are claims, else those of the text.
`analysis.arithmetic` gives the verdict, so that a text is held to what the file's articles are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.arithmetic import Verdict, checks_of
from analysis.key import key_of
from analysis.reading.digits import Number
from analysis.reading.ratios import Ratio
from loaders.ledger import Ledger, once
from loaders.records import Assertion, Figure
from loaders.values import Count
from loaders.words import Status

SPAN = 40
"""Tokens within which the two numbers of a ratio stand."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """A ratio with what comes out when it is calculated again."""

    verdict: Verdict
    words: str
    """`284 / 28 = 10.14, stated 10: consistent`."""
    figures: tuple[Figure, ...]
    """The claims that were calculated with; none where the text's own numbers were."""
    said: str
    """The same as a reader is told it: `10 times: 284 / 28 = 10.14, it bears out`."""


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
    near = [pair for pair in read[first:last] if pair[0].low]
    near.sort(key=lambda pair: abs(pair[0].start - ratio.start))
    inside = [pair for pair in near if sentence[0] <= pair[0].start < sentence[1]]
    tried = [
        calculation
        for one, other in _pair(ledger, inside, near[:3])
        if (calculation := _judge(ledger, ratio, one, other))
    ]
    good = [one for one in tried if one.verdict == "consistent"]
    if good:
        return good[0]
    if tried and len(inside) == 2 and tried[0].verdict == "inconsistent":
        return tried[0]
    return _leave_alone(ratio)


def _leave_alone(ratio: Ratio) -> Calculation:
    factor = f"{ratio.stated:g} {'times' if ratio.kind == 'times' else '%'}"
    reason = "be tested, its two numbers are not clear"
    words, said = f"stated {factor}: cannot {reason}", f"{factor}: it cannot {reason}"
    return Calculation("cannot be tested", words, (), said)


Side = tuple[Number | None, Figure | None]


def _pair(
    ledger: Ledger,
    inside: Sequence[tuple[Number, Figure | None]],
    near: Sequence[tuple[Number, Figure | None]],
) -> Iterator[tuple[Side, Side]]:
    """Two numbers of the sentence first; then one with a claim on its line, or one close by."""
    for place, one in enumerate(inside[:4]):
        for other in inside[place + 1 : 4]:
            yield one, other
    for number, figure in inside[:2] or near[:1]:
        for earlier in _find_before(ledger, figure) if figure else ():
            yield (number, figure), (None, earlier)
    if len(inside) < 2 <= len(near):
        yield near[0], near[1]


@once
def _lines(ledger: Ledger) -> dict[object, list[Figure]]:
    lines: dict[object, list[Figure]] = {}
    for figure in ledger.figures.values():
        if figure.during:
            lines.setdefault((key_of(figure), figure.during.days // 27), []).append(figure)
    return lines


def _find_before(ledger: Ledger, figure: Figure) -> Iterable[Figure]:
    """Claims of the same line and length, of a year before or the time just before."""
    if not figure.during:
        return []
    start = figure.during.start.first
    line = _lines(ledger).get((key_of(figure), figure.during.days // 27), [])
    found = [
        other
        for other in line
        if other.during
        and other is not figure
        and 20 <= (start - other.during.start.first).days <= 370
        and (
            other.during.start.first.month == start.month
            or (start - other.during.end.last).days == 1
        )
    ]
    return sorted(found, key=lambda other: other.window.start.first)


def _judge(ledger: Ledger, ratio: Ratio, one: Side, other: Side) -> Calculation | None:
    """The larger by the smaller for `times`, the smaller by the larger for a share."""
    sides = sorted(
        (_stand_in(ledger, one), _stand_in(ledger, other)), key=lambda two: two.count.low
    )
    small, large = sides
    if large.count.low == small.count.low:
        return None
    if ratio.kind == "times":
        upper, lower, stated = large, small, {"times": ratio.stated}
    elif ratio.kind == "more":
        upper, lower, stated = large, small, {"percent": 100 + ratio.stated}
    elif ratio.kind == "fewer":
        upper, lower, stated = small, large, {"percent": 100 - ratio.stated}
    else:
        upper, lower, stated = small, large, {"percent": ratio.stated}
    if not all(value > 0 for value in stated.values()):
        return None
    assertion = Assertion.model_construct(
        times=None, percent=None, of=lower.id, article="text"
    ).model_copy(update=stated)
    stating = upper.model_copy(update={"asserts": (assertion,)})
    check = next(checks_of(replace(ledger, figures={lower.id: lower}), stating))
    figures = tuple(side[1] for side in (one, other) if side[1] is not None)
    return Calculation(check.verdict, check.words, figures, check.said)


def _stand_in(ledger: Ledger, side: Side) -> Figure:
    """The claim, or the text's own number in the place of one."""
    number, figure = side
    if number is None or (figure and number.low in (figure.count.low, figure.count.high)):
        assert figure is not None
        return figure
    any_figure = figure or next(iter(ledger.figures.values()))
    return any_figure.model_copy(
        update={
            "id": f"text-{number.start}",
            "count": Count(number.low, number.high),
            "bound": number.bound,
            "status": Status.CURRENT,
        }
    )
