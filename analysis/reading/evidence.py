"""What speaks for a claim in the words around a number, and what against it, with its weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.key import SET_ASIDE
from analysis.reading.digits import Number
from analysis.reading.same_time import compare_times
from analysis.reading.surroundings import Surroundings
from analysis.reading.things import Thing
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.words import Bound

_NUMBER_WEIGHTS = {"equal": 40, "printed": 34, "rounded": 26, "ten times": 14, "transposed": 14}
NUMBER_WORDS = {
    "equal": "the number is the one claimed",
    "printed": "the number was printed for this claim",
    "rounded": "the number is the one claimed, rounded",
    "ten times": "the number differs by a factor of ten",
    "transposed": "the number has two digits exchanged",
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


def _weigh_claimant(ledger: Ledger, around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    name = ledger.claimants[figure.claimant].name
    near, before = (one.get("claimant", frozenset()) for one in (around.near, around.before))
    if figure.claimant in near:
        yield Evidence("claimant", f"the sentence names {name}", 18)
    elif figure.claimant in before and not near:
        yield Evidence("claimant", f"named just before: {name}", 12)
    elif figure.claimant in around.anywhere.get("claimant", ()):
        yield Evidence("claimant", f"the text names {name}", 3 if near else 6)
    elif near:
        yield Evidence("claimant", f"the sentence names another claimant than {name}", -8)


def _weigh_unit(ledger: Ledger, around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    unit, root = ledger.units[figure.unit], ledger.force(figure.unit)
    near, before = (one.get("unit", frozenset()) for one in (around.near, around.before))
    if unit.parent is not None:
        if figure.unit in near:
            yield Evidence("unit", f"the sentence names {unit.name}", 18)
        elif figure.unit in before and not near:
            yield Evidence("unit", f"named just before: {unit.name}", 10)
        elif figure.unit in around.anywhere.get("unit", ()):
            yield Evidence("unit", f"the text names {unit.name}", 3)
        else:
            yield Evidence("unit", f"not named: {unit.name}", -8)
    elif near:
        yield Evidence("unit", "the sentence names a unit, the claim is of the whole force", -7)
    forces = around.forces or around.near_forces or {ledger.force(one) for one in near}
    if forces == {root}:
        yield Evidence("force", f"the sentence speaks of {ledger.units[root].name}", 6)
    elif forces and root not in forces:
        yield Evidence("force", f"the sentence does not speak of {ledger.units[root].name}", -20)
    elif not forces and around.far_forces == {root}:
        yield Evidence("force", f"the text speaks of {ledger.units[root].name}", 3)


def _weigh_scope(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    places = around.near.get("place", frozenset())
    if figure.place:
        if figure.place in places:
            yield Evidence("place", f"the sentence names {figure.place}", 14)
        elif figure.place in around.anywhere.get("place", ()):
            yield Evidence("place", f"the text names {figure.place}", 4)
        else:
            yield Evidence("place", f"not named: {figure.place}", -6)
    if figure.category:
        if figure.category in around.categories:
            yield Evidence("category", f"the sentence names: {figure.category}", 7)
        elif figure.category not in around.all_categories:
            yield Evidence("category", f"not named: {figure.category}", -3)


def _weigh_time(around: Surroundings, figure: Figure) -> Iterator[Evidence]:
    level, found = compare_times(around.times, figure)
    words = f"at the same time: {figure.during or figure.as_of}"
    if level >= 2:
        yield Evidence("time", words, 15 if level > 2 else 11)
    elif level == 1:
        yield Evidence("time", "at a time that holds it or meets it", 4)
    elif found:
        far, _ = compare_times(around.far_times, figure)
        yield Evidence("time", "at another time", -10 if far < 2 else -4)
    elif around.far_times:
        far, _ = compare_times(around.far_times, figure)
        if far >= 2:
            yield Evidence("time", f"the text names the time: {figure.during or figure.as_of}", 5)


def _weigh_number(number: Number, figure: Figure) -> Iterator[Evidence]:
    if number.per != figure.per:
        yield Evidence("rate", "one is a rate and the other is none", -9)
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
    evidence = [
        Evidence("number", NUMBER_WORDS[relation], _NUMBER_WEIGHTS[relation]),
        *_weigh_thing(ledger, around.thing, figure),
        *_weigh_claimant(ledger, around, figure),
        *_weigh_unit(ledger, around, figure),
        *_weigh_scope(around, figure),
        *_weigh_time(around, figure),
        *_weigh_number(around.number, figure),
    ]
    return tuple(one for one in evidence if one.weight)
