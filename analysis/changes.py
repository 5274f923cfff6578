"""A figure and one of its citations in; what the article printed differently, in words, out.

The words say something about an outlet, so they only ever repeat the two things that the file
records: the claim, and what was printed instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from analysis.rounding import is_blurring, is_rounding
from loaders.ledger import Ledger
from loaders.records import Citation, Figure, Printed
from loaders.sentences import lower, say_measure, say_number, say_when

TIMES = ("during", "as_of", "since")
ROUNDED = " (rounded)"
BLURRED = " (less exact)"


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
