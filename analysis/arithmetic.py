"""What an article states about two figures in; the same calculated again, with a verdict, out.

The idea is statcheck's (Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2): recompute from the
numbers printed, and call it inconsistent only where no rounding of what was stated can give the
result. What "10 times" or "86.2 %" can stand for is read from how it is written, see `spread`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from analysis.adding.bounds import Bounds, bounds_of
from analysis.key import SET_ASIDE
from loaders.ledger import Ledger
from loaders.records import Assertion, Figure
from loaders.sentences import say_number

Verdict = Literal["consistent", "inconsistent", "cannot be tested"]
ROUND_WORDS = 0.1
"""How far a factor said in round words (10 times, 50 %) may be from the result, as a share."""
_VERDICTS: dict[Verdict, str] = {
    "consistent": "it bears out",
    "inconsistent": "it does not bear out",
    "cannot be tested": "it cannot be tested",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One statement of an article about two figures, calculated again."""

    figure: Figure
    number: int
    """Position in the figure's `asserts`."""
    other: Figure
    article: str
    """Key of the article that states it."""
    verdict: Verdict
    words: str
    """`284 / 28 = 10.14, stated 10: consistent`."""
    said: str
    """The same as a reader is told it: `10 times: 284 / 28 = 10.14, it bears out`."""


def check_assertions(ledger: Ledger) -> tuple[Check, ...]:
    """Every `asserts` of the file, in its order."""
    return tuple(check for figure in ledger.figures.values() for check in checks_of(ledger, figure))


def checks_of(ledger: Ledger, figure: Figure) -> Iterator[Check]:
    """The statements recorded on one figure."""
    for number, assertion in enumerate(figure.asserts):
        other = ledger.figures[assertion.of]
        verdict, result, reason = _judge(figure, other, assertion)
        unit, stated = (" %", assertion.percent) if assertion.percent else ("", assertion.times)
        sides = " / ".join(say_number(one.count, one.bound) for one in (figure, other))
        equals = f" = {result}{unit}" if result else ""
        words = f"{sides}{equals}, stated {stated:g}{unit}: {verdict}{reason}"
        factor = f"{stated:g}{unit or ' times'}"
        said = f"{factor}: {sides}{equals}, {_VERDICTS[verdict]}{reason}"
        yield Check(figure, number, other, assertion.article, verdict, words, said)


def spread(stated: float) -> tuple[float, float]:
    """The results that can be behind a stated number, by how it is written.

    With decimals, it was rounded or cut off after the last one: 1.89 is 1.885 to 1.90. A whole
    number was rounded: 3 is 2.5 to 3.5. Whole tens are round words: 10 is 9 to 11.
    """
    text = f"{stated:g}"
    if "." in text:
        step = 10.0 ** -len(text.partition(".")[2])
        return stated - step / 2, stated + step
    if stated % 10 == 0:
        return stated - stated * ROUND_WORDS, stated + stated * ROUND_WORDS
    return stated - 0.5, stated + 0.5


def _judge(figure: Figure, other: Figure, assertion: Assertion) -> tuple[Verdict, str, str]:
    """The verdict, the result as text, and why it cannot be tested where it cannot."""
    for one in (figure, other):
        if one.status in SET_ASIDE:
            return "cannot be tested", "", f", {one.id} was {one.status}"
    scale = 100 if assertion.percent else 1
    stated = assertion.percent or assertion.times
    assert stated is not None
    low, high = spread(stated)
    if other.count.low == 0:
        return "cannot be tested", "", ", nothing can be divided by 0"
    least, most = _divide(bounds_of(figure), bounds_of(other), scale)
    ends = [
        scale * figure.count.low / other.count.high,
        scale * figure.count.high / other.count.low,
    ]
    result = " to ".join(dict.fromkeys(f"{end:,.2f}" for end in ends))
    if least > high or most < low:
        return "inconsistent", result, ""
    is_open = least == 0 or most == inf
    if is_open and (ends[0] > high or ends[1] < low):
        return "cannot be tested", result, ", a number is open at one end"
    return "consistent", result, ""


def _divide(one: Bounds, other: Bounds, scale: int) -> tuple[float, float]:
    """The ends of the ratio, with the width that rounded numbers have.

    The scale comes before the division: 100 * (55 / 100) is a little more than 55.
    """
    least = 0.0
    if one.low is not None and other.high is not None:
        least = scale * (one.low - one.rounding) / (other.high + other.rounding)
    most = inf
    if one.high is not None and other.low is not None and other.low > other.rounding:
        most = scale * (one.high + one.rounding) / (other.low - other.rounding)
    return least, most
