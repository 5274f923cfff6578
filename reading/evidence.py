"""What speaks for a claim in the words around a number, and what against it, with its weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.digits import SLIPS
from analysis.key import SET_ASIDE
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.words import Bound
from reading.digits import Number
from reading.same_time import compare_times
from reading.surroundings import Surroundings
from reading.things import Thing

_NUMBER_WEIGHTS = {"equal": 40, "printed": 34, "rounded": 26, "ten times": 14, "transposed": 14}
_NUMBER_WORDS = SLIPS | {
    "equal": "the number is the one claimed",
    "printed": "the number was printed for this claim",
    "rounded": "the number is the one claimed, rounded",
}


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
    forces = around.forces or around.near_forces or {ledger.force(one) for one in near}
    if forces == {root}:
        yield Evidence("force", f"the sentence speaks of {ledger.units[root].name}", 6)
    elif forces and root not in forces:
        yield Evidence("force", f"the sentence does not speak of {ledger.units[root].name}", -20)
    elif around.far_forces == {root}:
        yield Evidence("force", f"the text speaks of {ledger.units[root].name}", 3)


def _weigh_scope(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    if figure.place:
        found = list(_weigh_name(around, "place", figure.place, figure.place, (14, 4, 4)))
        yield from found or [Evidence("place", f"not named: {figure.place}", -6)]
    if figure.category:
        if figure.category in around.categories:
            yield Evidence("category", f"the sentence names: {figure.category}", 7)
        elif figure.category not in around.all_categories:
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
