"""What a text made of a claim: another number, bound, measure, claimant, unit or time.

The words are those that the file's own citations get (`analysis.changes`): the text is taken as
an article that printed the claim. What a text leaves out is said too, and not held against it
where a fair reader is not misled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.changes import Change, changes_of
from loaders.ledger import Ledger
from loaders.records import Citation, Figure, Printed
from loaders.sentences import say_when
from loaders.values import Count
from loaders.words import Bound
from reading.evidence import compare_times
from reading.matching import Match
from reading.surroundings import Surroundings


def find_differences(
    ledger: Ledger, around: Surroundings, match: Match
) -> tuple[tuple[Change, ...], dict[str, Any]]:
    """What the text changed or left out; and of it what a citation's `printed` would hold."""
    printed = _read_printed(ledger, around, match)
    made = changes_of(ledger, match.figure, Citation.model_construct(printed=printed))
    held = {name for change in made if not change.rounded for name in change.fields}
    fields = {name: value for name, value in printed if name in held}
    return (*made, *_find_left_out(ledger, around, match)), fields


def _read_printed(ledger: Ledger, around: Surroundings, match: Match) -> Printed:
    """The fields that the text states differently from the claim."""
    fields: dict[str, Any] = {
        **_read_number(around, match),
        **_read_thing(around, match),
        **_read_claimant(ledger, around, match.figure),
        **_read_population(ledger, around, match.figure),
        **_read_time(around, match.figure),
    }
    return Printed.model_construct(**fields)


def _read_number(around: Surroundings, match: Match) -> dict[str, Any]:
    number, figure = around.number, match.figure
    fields: dict[str, Any] = {}
    printed = Count(number.low, number.high)
    if printed != figure.count:
        fields["count"] = printed
    if number.bound != figure.bound and ("count" in fields or number.bound != Bound.EXACT):
        fields["bound"] = number.bound
    if number.per != figure.per:
        fields["per"] = number.per
    return fields


def _read_thing(around: Surroundings, match: Match) -> dict[str, Any]:
    thing, figure = around.thing, match.figure
    if thing.near and thing.stated and figure.measure not in thing.measures:
        return {"measure": thing.measures[0]}
    others = thing.offences - {figure.offence}
    if thing.near and figure.offence and len(others) == 1:
        return {"offence": next(iter(others))}
    return {}


def _read_claimant(ledger: Ledger, around: Surroundings, figure: Figure) -> dict[str, Any]:
    """Another claimant, where the sentence names one and the text never names the claim's own."""
    near = around.near["claimant"]
    if figure.claimant in around.anywhere["claimant"] or len(near) != 1:
        return {}
    (other,) = near
    name = ledger.claimants[other].name
    relays = {name for one in figure.citations for name in one.via}
    relays |= {ledger.articles[one.article].outlet for one in figure.citations}
    return {} if name in relays else {"claimant": other}


def _read_population(ledger: Ledger, around: Surroundings, figure: Figure) -> dict[str, Any]:
    """Another unit or force; the whole force for a unit that the text never names."""
    fields: dict[str, Any] = {}
    near, root = around.near["unit"], ledger.force(figure.unit)
    is_named = figure.unit in around.anywhere["unit"]
    if near and not is_named:
        if len(near) == 1:
            fields["unit"] = next(iter(near))
    elif len(around.forces) == 1 and not is_named:
        (force,) = around.forces
        if force != root or ledger.units[figure.unit].parent is not None:
            fields["unit"] = force
    if figure.category and figure.category not in around.anywhere["category"]:
        fields["category"] = None
    return fields


def _read_time(around: Surroundings, figure: Figure) -> dict[str, Any]:
    """Another window, where the sentence states one and the text never names the claim's own."""
    level, _ = compare_times(around.times, figure)
    far, _ = compare_times(around.far_times, figure)
    if max(level, far) > 1:
        return {}
    stated = [(time.window, time.role) for time in around.times if time.window]
    windows = [window for window, role in stated if role != "since"]
    if stated and figure.as_of and not windows:
        start = stated[0][0].start
        is_known = figure.since and start.first <= figure.since.first <= start.last
        return {} if is_known else {"since": start}
    if len(windows) != 1:
        return {}
    (window,) = windows
    is_year_of_month = figure.during is not None and window.days > figure.during.days * 2
    if level == 1 and not is_year_of_month:
        return {}
    if figure.as_of and window.start == window.end:
        return {"as_of": window.end}
    return {"during": window}


def _find_left_out(ledger: Ledger, around: Surroundings, match: Match) -> Iterator[Change]:
    """What a reader of the text does not learn."""
    figure, number = match.figure, around.number
    same = (number.low, number.high) == (figure.count.low, figure.count.high)
    if same and number.bound == Bound.EXACT and figure.bound != Bound.EXACT:
        words = f"“{figure.bound.replace('_', ' ')}” left out"
        yield Change(("bound",), words, rounded=figure.bound in (Bound.ABOUT, Bound.ALMOST))
    if not around.far_times and not around.relative:
        field = "during" if figure.during else "as_of"
        yield Change((field,), f"the time, {say_when(ledger, figure)}, left out")
    if figure.place and figure.place not in around.anywhere["place"]:
        yield Change(("place",), f"the place, {figure.place}, left out")
    thing = around.thing
    is_other = bool(thing.measures) and figure.measure not in thing.measures
    if thing.near and is_other and not thing.stated:
        labels = " or ".join(ledger.measures[one].label.lower() for one in thing.measures)
        claimed = ledger.measures[figure.measure].label.lower()
        yield Change(("measure",), f"{claimed} printed as: {labels}")
