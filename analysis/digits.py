"""Slips of the hand: what a number can have been made from, and counts of a ledger that seem one.

Ten times, or a tenth of, what stands beside it on its line is more often a slip of the hand than
news. Only neighbours that agree with each other can say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from analysis.key import SET_ASIDE, Key, by_end, key_of
from loaders.ledger import Ledger
from loaders.records import Figure

NEAREST = 2
"""How many figures on either side are looked at."""
SPREAD = 1.5
"""Neighbours further apart than this many times say nothing."""
LEAST, MOST = 6.0, 16.0
"""How many times larger or smaller looks like one digit."""
FEW = 10
"""Counts below this rise and fall tenfold by themselves."""
SLIPS = {
    "ten times": "the number differs by a factor of ten",
    "transposed": "the number has two digits exchanged",
}
"""Slip of the hand -> in words."""


def slips_of(value: int) -> Iterator[tuple[str, set[int]]]:
    """Slips, and the numbers from which each makes this one."""
    if value >= 10:
        yield "ten times", {value * 10, *([value // 10] if value % 10 == 0 else [])}
        yield "transposed", set(_transpose(value))


def _transpose(number: int) -> Iterator[int]:
    """The number with two neighbouring digits exchanged; with as many digits."""
    digits = str(number)
    if len(digits) < 3:
        return
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other and not (place == 0 and other == "0"):
            yield int(digits[:place] + other + one + digits[place + 2 :])


@dataclass(frozen=True, slots=True)
class Slip:
    """A count beside the neighbours that it is ten times, or a tenth of."""

    figure: Figure
    neighbours: tuple[Figure, ...]
    is_more: bool


def find_slips(ledger: Ledger) -> Iterator[Slip]:
    """On lines of three figures or more, of windows that are about as long."""
    lines: defaultdict[tuple[Key, int], list[Figure]] = defaultdict(list)
    for figure in ledger.figures.values():
        if figure.status not in SET_ASIDE:
            lines[_line_of(figure)].append(figure)
    for line in lines.values():
        ordered = sorted(line, key=by_end)
        for at, figure in enumerate(ordered):
            before, after = ordered[max(0, at - NEAREST) : at], ordered[at + 1 : at + 1 + NEAREST]
            yield from _judge(figure, [*before, *after])


def _line_of(figure: Figure) -> tuple[Key, int]:
    """Totals of every start together; windows by their length in weeks, months or years."""
    key = key_of(figure)
    if figure.as_of:
        return key._replace(since=None), 0
    days = figure.window.days
    return key, 365 if days > 180 else 30 if days > 20 else days


def _judge(figure: Figure, neighbours: Sequence[Figure]) -> Iterator[Slip]:
    counts = [one.count.high for one in neighbours]
    if len(counts) < 2 or min(counts) < FEW or max(counts) > SPREAD * min(counts):
        return
    times = figure.count.high / median(counts)
    if LEAST <= times <= MOST:
        yield Slip(figure, tuple(neighbours), is_more=True)
    elif times and LEAST <= 1 / times <= MOST:
        yield Slip(figure, tuple(neighbours), is_more=False)
