"""A ledger and some of its figures in, how they hang together out: one row a relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import pandas as pd

from analysis.arithmetic import Check, Verdict, checks_of
from exports.tables import frame
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.table import Column

RELATIONS: dict[str, Column] = {
    "figure": Column("str", "Id of the figure that the relation is stated for."),
    "relation": Column("str", "What the figure is to the other one."),
    "other": Column("str", "Id of the other figure, which may lie outside the rows chosen."),
    "factor": Column("Float64", "How many times, or how many per cent, of the other figure."),
    "claimant": Column("str", "Who disputes the figure: a key or a name."),
    "article": Column("str", "Key of the article that states it."),
    "verdict": Column("str", "Whether the two figures bear out what the article states."),
    "calculation": Column("str", "The same calculated again from the two figures."),
    "note": Column("str", "What is said against the figure."),
}
"""One row a relation between two figures, or between a figure and who disputes it."""

KINDS = {
    "part_of": "the figure is a part of the other",
    "supersedes": "the figure corrects the other, by the same claimant",
    "times": "an article says the figure is so many times the other",
    "percent": "an article says the figure is so many per cent of the other",
    "disputed_by": "somebody is reported to deny or correct the figure",
}
"""The words of the column `relation`."""
VERDICTS: tuple[str, ...] = get_args(Verdict)
"""The words of the column `verdict`."""


def tabulate_relations(ledger: Ledger, figures: Iterable[Figure]) -> pd.DataFrame:
    """Every relation of the figures; columns as in RELATIONS."""
    rows = [row for figure in figures for row in _relations_of(ledger, figure)]
    return frame(rows, RELATIONS)


def _relations_of(ledger: Ledger, figure: Figure) -> Iterator[dict[str, Any]]:
    if figure.part_of:
        yield {"figure": figure.id, "relation": "part_of", "other": figure.part_of}
    if figure.supersedes:
        yield {"figure": figure.id, "relation": "supersedes", "other": figure.supersedes}
    for check in checks_of(ledger, figure):
        yield {"figure": figure.id, **_check_row(check)}
    for dispute in figure.disputed_by:
        yield {
            "figure": figure.id,
            "relation": "disputed_by",
            "claimant": dispute.claimant,
            "article": dispute.article,
            "note": dispute.note,
        }


def _check_row(check: Check) -> dict[str, Any]:
    assertion = check.figure.asserts[check.number]
    kind = "percent" if assertion.times is None else "times"
    return {
        "relation": kind,
        "other": check.other.id,
        "factor": getattr(assertion, kind),
        "article": check.article,
        "verdict": check.verdict,
        "calculation": check.words,
    }
