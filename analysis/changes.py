"""A figure and one of its citations in; what the article printed differently, in words, out.

The words say something about an outlet, so they only ever repeat the two things that the file
records: the claim, and what was printed instead. A fair reader is not misled by a rounded number
or a month for a day, so neither is held against an outlet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from analysis.adding.bounds import bounds_of, half_step
from loaders.ledger import Ledger
from loaders.records import Citation, Figure, Printed
from loaders.sentences import lower, say_measure, say_number, say_when
from loaders.words import Bound

TIMES = ("during", "as_of", "since")
ROUNDED = " (rounded)"
BLURRED = " (less exact)"
NEAR = 0.1
"""Share within which another number, or another length of time, can be the same one, rounded."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an article printed differently from the claim."""

    fields: tuple[str, ...]
    """The fields of `printed` that it is about: `count` and `bound` are one change."""
    words: str
    """`684 → 64`, `help requests printed as: left their unit`."""
    rounded: bool = False
    """Whether the number or time is only less exact: true as printed if the claim is true."""


def changes_of(ledger: Ledger, figure: Figure, citation: Citation) -> tuple[Change, ...]:
    """What the article changed, in the order of the fields of `printed`; empty for nothing."""
    return tuple(_find_changes(ledger, figure, citation)) if citation.printed else ()


def as_printed(figure: Figure, printed: Printed) -> Figure:
    """The claim that a reader of the article came away with; `claimant` stays as it was."""
    changed: dict[str, Any] = {
        field: printed.stated(field) for field in printed.model_fields_set - {"claimant"}
    }
    if printed.during:
        changed |= {"as_of": None, "since": None}
    elif printed.as_of or printed.stated("since"):
        changed |= {"during": None, "as_of": printed.as_of or figure.end}
    return figure.model_copy(update=changed)


def find_harmless(
    ledger: Ledger, figure: Figure, citation: Citation
) -> Iterator[tuple[str, str, str]]:
    """Rule, field of `printed` and words for what is recorded though it misleads nobody."""
    for change in changes_of(ledger, figure, citation):
        if change.fields == ("bound",):
            assert citation.printed is not None
            if citation.printed.bound != figure.bound and not _is_turned(figure, citation.printed):
                yield "printed-bound", "bound", change.words.removesuffix(ROUNDED)
        elif change.rounded and not _is_repeated(figure, citation, change):
            yield "printed-rounds", change.fields[0], change.words


def _is_repeated(figure: Figure, citation: Citation, change: Change) -> bool:
    """Whether the time printed is that of the claim, however written: printed-same tells it."""
    assert citation.printed is not None
    new = as_printed(figure, citation.printed)
    same_days = figure.during is not None and figure.window.same_days(new.window)
    return change.fields[0] in TIMES and (same_days or figure.window == new.window)


def _is_turned(figure: Figure, printed: Printed) -> bool:
    """Whether a lower end was printed as an upper one, or the other way round."""
    assert printed.bound is not None
    return (figure.bound.opens_up and printed.bound.opens_down) or (
        figure.bound.opens_down and printed.bound.opens_up
    )


def turns_of(ledger: Ledger, figure: Figure, citation: Citation) -> Iterator[tuple[str, str, str]]:
    """Field, what was claimed, what was printed, for the fields whose changes can be counted."""
    printed = citation.printed
    if printed is None:
        return
    rounded = is_rounding(figure, as_printed(figure, printed))
    for field in TURNS:
        if field in printed.model_fields_set and not (field == "bound" and rounded):
            claimed, new = getattr(figure, field), printed.stated(field)
            yield field, _say_claimed(ledger, field, claimed), _say_value(ledger, field, new)


def _find_changes(ledger: Ledger, figure: Figure, citation: Citation) -> Iterator[Change]:
    assert citation.printed is not None
    fields, new = citation.printed.model_fields_set, as_printed(figure, citation.printed)
    rounded = is_rounding(figure, new)
    if "count" in fields:
        merged = tuple(field for field in ("count", "bound") if field in fields)
        words = " → ".join(say_number(one.count, one.bound) for one in (figure, new))
        yield Change(merged, words + ROUNDED * rounded, rounded)
    elif "bound" in fields and rounded:
        words = f"{_spell(figure.bound)} → {_spell(new.bound)}{ROUNDED}"
        yield Change(("bound",), words, rounded)
    for field, claimed, printed in turns_of(ledger, figure, citation):
        if field != "bound" or "count" not in fields:
            yield Change((field,), _WORDS[field].format(claimed, printed))
    if times := tuple(field for field in TIMES if field in fields):
        words = " → ".join(say_when(ledger, one) for one in (figure, new))
        blurred = is_blurring(figure, new)
        yield Change(times, words + BLURRED * blurred, blurred)


def _say_claimed(ledger: Ledger, field: str, value: str | None) -> str:
    """The measure by its key, which is shorter than the label: `help requests`."""
    return _spell(value) if field == "measure" else _say_value(ledger, field, value)


def _say_value(ledger: Ledger, field: str, value: str | None) -> str:
    if value is None:
        return _MISSING[field]
    match field:
        case "measure":
            return say_measure(ledger, value)
        case "offence":
            return lower(ledger.offences[value].label)
        case "unit":
            return ledger.units[value].name
        case "claimant":
            return ledger.name_of(value)
        case "per":
            return f"per {_spell(value)}"
    return _spell(value) if field == "bound" else value


def _spell(word: str | None) -> str:
    return str(word).replace("_", " ")


def is_rounding(figure: Figure, new: Figure) -> bool:
    """Whether what was printed is true if the claim is, and no more than rounded or cut off."""
    if new.count == figure.count:
        is_exact = (figure.bound, new.bound) == (Bound.EXACT, Bound.ABOUT)
        return is_exact or _side(figure.bound) == _side(new.bound) != 0
    if new.count.is_range and not figure.count.is_range:
        return False
    claimed, told = bounds_of(figure), bounds_of(new)
    step = 2 * half_step(new.count.high) if _side(new.bound) == 0 else 0
    return (
        abs(new.count.high - figure.count.high) <= figure.count.high * NEAR
        and (told.low is None or _reaches(claimed.low, told.low - step))
        and (told.high is None or _reaches(told.high + step, claimed.high))
    )


def is_blurring(figure: Figure, new: Figure) -> bool:
    """Whether the time printed is the time claimed, said less exactly: 2024 for December 2024."""
    if figure.kind != new.kind or (figure.since is None) != (new.since is None):
        return False
    starts = (figure.window.start, new.window.start)
    ends = (figure.window.end, new.window.end)
    lengths = (figure.window.days, new.window.days)
    is_point = figure.as_of is not None and figure.since is None
    return all(
        told.first <= claimed.first and claimed.last <= told.last
        for claimed, told in (starts, ends)
    ) and (is_point or min(lengths) >= max(lengths) * (1 - NEAR))


def _side(bound: Bound) -> int:
    """Where a bound is open: 1 upwards, -1 downwards, 0 nowhere."""
    return bound.opens_up - bound.opens_down


def _reaches(end: float | None, other: float | None) -> bool:
    return end is not None and other is not None and end >= other


_INSTEAD = "{} printed as: {}"
_WORDS = {
    "bound": "{} → {}",
    "measure": _INSTEAD,
    "offence": _INSTEAD,
    "unit": _INSTEAD,
    "category": _INSTEAD,
    "claimant": "said by {}, printed as said by {}",
    "per": "{} → {}",
}
TURNS = tuple(_WORDS)
"""Fields whose changes repeat from figure to figure, so that from and to can be counted."""
_MISSING = {"offence": "no offence named", "category": "all categories", "per": "a count"}
