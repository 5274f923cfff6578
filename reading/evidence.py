"""What speaks for a claim in the words around a number, and what against it, with its weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.digits import SLIPS
from analysis.key import SET_ASIDE
from loaders.dates import Date, Window
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.words import Bound
from reading.digits import Number
from reading.surroundings import Surroundings
from reading.things import Thing
from reading.times import Time

_NUMBER_WEIGHTS = {"equal": 40, "printed": 34, "rounded": 26, "ten times": 14, "transposed": 14}
_NUMBER_WORDS = SLIPS | {
    "equal": "the number is the one claimed",
    "printed": "the number was printed for this claim",
    "rounded": "the number is the one claimed, rounded",
}
_NEAR_TIME = 0.1
"""Share of a window by which its ends may differ and it still be the same."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for a claim, or against it."""

    kind: str
    """`number`, `measure`, `offence`, `claimant`, `unit`, `place`, `category`, `time`, `rate`."""
    words: str
    weight: int


def _weigh_thing(ledger: Ledger, thing: Thing, figure: Figure) -> Iterator[Evidence]:
    label = ledger.measures[figure.measure].label.lower()
    if figure.measure in thing.measures:
        weight = (20 if thing.stated else 10) - (0 if thing.near else 6)
        yield Evidence("measure", f"the text counts: {label}", weight)
    elif thing.measures:
        weight = -12 if thing.near else -4
        yield Evidence("measure", f"the text counts something else than: {label}", weight)
    if figure.offence and thing.offences:
        agrees = figure.offence in thing.offences
        words = ledger.offences[figure.offence].label.lower()
        yield Evidence(
            "offence", f"offence named: {words}" if agrees else f"another offence than: {words}",
            10 if agrees else -8,
        )  # fmt: skip


def _weigh_name(
    around: Surroundings, kind: str, key: str, name: str, weights: tuple[int, int, int]
) -> Iterator[Evidence]:
    """A name in the sentence, just before it, or anywhere, with the weight of each."""
    near, before = (one[kind] for one in (around.near, around.before))
    if key in near:
        yield Evidence(kind, f"the sentence names {name}", weights[0])
    elif key in before and not near:
        yield Evidence(kind, f"named just before: {name}", weights[1])
    elif key in around.anywhere[kind]:
        yield Evidence(kind, f"the text names {name}", weights[2])


def _weigh_claimant(ledger: Ledger, around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    name = ledger.claimants[figure.claimant].name
    others = around.near["claimant"]
    weights = (18, 12, 3 if others else 6)
    found = list(_weigh_name(around, "claimant", figure.claimant, name, weights))
    yield from found
    if others and not found:
        yield Evidence("claimant", f"the sentence names another claimant than {name}", -8)


def _weigh_unit(ledger: Ledger, around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    unit, root = ledger.units[figure.unit], ledger.force(figure.unit)
    near = around.near["unit"]
    if unit.parent is not None:
        found = list(_weigh_name(around, "unit", figure.unit, unit.name, (18, 10, 3)))
        yield from found or [Evidence("unit", f"not named: {unit.name}", -8)]
    elif near:
        yield Evidence("unit", "the sentence names a unit, the claim is of the whole force", -7)
    forces = around.near["force"] or {ledger.force(one) for one in near}
    if forces == {root}:
        yield Evidence("force", f"the sentence speaks of {ledger.units[root].name}", 6)
    elif forces and root not in forces:
        yield Evidence("force", f"the sentence does not speak of {ledger.units[root].name}", -20)
    elif around.anywhere["force"] == {root}:
        yield Evidence("force", f"the text speaks of {ledger.units[root].name}", 3)


def _weigh_scope(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    if figure.place:
        found = list(_weigh_name(around, "place", figure.place, figure.place, (14, 4, 4)))
        yield from found or [Evidence("place", f"not named: {figure.place}", -6)]
    if figure.category:
        if figure.category in around.near["category"]:
            yield Evidence("category", f"the sentence names: {figure.category}", 7)
        elif figure.category not in around.anywhere["category"]:
            yield Evidence("category", f"not named: {figure.category}", -3)


def _weigh_time(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    level, found = compare_times(around.times, figure)
    far = 0 if level else compare_times(around.far_times, figure)[0]
    time = figure.during or figure.as_of
    if level >= 2:
        yield Evidence("time", f"at the same time: {time}", 15 if level > 2 else 11)
    elif level == 1:
        yield Evidence("time", "at a time that holds it or meets it", 4)
    elif found:
        yield Evidence("time", "at another time", -10 if far < 2 else -4)
    elif far >= 2:
        yield Evidence("time", f"the text names the time: {time}", 5)


def compare_times(times: Sequence[Time], figure: Figure) -> tuple[int, bool]:
    """How well the best of them fits (0 to 3), and whether one is named that could."""
    levels = [_compare_time(time, figure) for time in (*times, *_combine(times))]
    return max(levels, default=0), any(time.role != "since" for time in times)


def _combine(times: Sequence[Time]) -> Iterator[Time]:
    """`since February 2022 … by October 2025` as one span."""
    start = next((one for one in times if one.role == "since"), None)
    end = next((one for one in times if one.role != "since"), None)
    if start and end:
        yield Time(start.begin, end.end, start.first, end.last)


def _compare_time(time: Time, figure: Figure) -> int:
    window = time.window
    if window is None:
        return 2 if _is_same_month(time, figure) else 0
    if figure.during:
        return _compare_windows(window, figure.during, time)
    assert figure.as_of is not None
    if time.role == "since":
        start = figure.since and figure.since.first
        return 1 if start and window.start.first <= start <= window.end.last else 0
    level = _compare_ends(window.end, figure.as_of)
    if level and window.start != window.end and figure.since:
        return level if window.start.first == figure.since.first else max(1, level - 1)
    return level


def _compare_ends(said: Date, claimed: Date) -> int:
    """How well the day of a total fits, each as exact as it is."""
    span, of_claim = Window(said, said), Window(claimed, claimed)
    if span.same_days(of_claim):
        return 3
    if not (span.contains(of_claim) or of_claim.contains(span)):
        return 0
    return 1 if said.precision == "year" else 2


def _compare_windows(window: Window, claimed: Window, time: Time) -> int:
    if window.same_days(claimed):
        return 3
    if time.role == "until" and window.end.last == claimed.end.last:
        return 2
    if time.role == "since":
        return 1 if window.start.first == claimed.start.first else 0
    ends = abs((window.end.last - claimed.end.last).days)
    starts = abs((window.start.first - claimed.start.first).days)
    if ends <= claimed.days * _NEAR_TIME and starts <= claimed.days * _NEAR_TIME:
        return 2
    if claimed.contains(window):
        return 1 if claimed.days <= 7 else 0
    if window.contains(claimed):
        return 2 if window.days <= 31 and claimed.days <= 14 else 1
    return 0


def _is_same_month(time: Time, figure: Figure) -> bool:
    """A month whose year the text does not say."""
    start, end = figure.window.start, figure.window.end
    if figure.as_of:
        return end.precision != "year" and time.last[1] == end.last.month
    months = (start.first.month, end.last.month)
    return start.precision != "year" and (time.first[1], time.last[1]) == months


def _weigh_number(number: Number, figure: Figure) -> Iterator[Evidence]:
    if number.per != figure.per:
        yield Evidence("rate", "not the same rate", -9)
    elif figure.per:
        yield Evidence("rate", f"a rate: per {figure.per.replace('_', ' ')}", 8)
    if number.bound == figure.bound and figure.bound != Bound.EXACT:
        yield Evidence("bound", f"the same bound: {figure.bound.replace('_', ' ')}", 3)
    elif number.bound == figure.bound:
        yield Evidence("bound", "no bound, as claimed", 1)
    if (number.low, number.high) != (figure.count.low, figure.count.high):
        yield Evidence("range", "not the same range", -4)
    if figure.status in SET_ASIDE:
        yield Evidence("status", f"marked {figure.status}", -3)


def weigh(
    ledger: Ledger, around: Surroundings, figure: Figure, relation: str
) -> tuple[Evidence, ...]:
    """All the evidence on one claim, the number first."""
    return (
        Evidence("number", _NUMBER_WORDS[relation], _NUMBER_WEIGHTS[relation]),
        *_weigh_thing(ledger, around.thing, figure),
        *_weigh_claimant(ledger, around, figure),
        *_weigh_unit(ledger, around, figure),
        *_weigh_scope(around, figure),
        *_weigh_time(around, figure),
        *_weigh_number(around.number, figure),
    )
