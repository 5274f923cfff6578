"""How the figures that were chosen hang together: one row a relation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pandas as pd

from analysis.arithmetic import Check, Verdict, checks_of
from exports.tables import Row, figures_of
from loaders.ledger import Ledger
from loaders.selection import Filters
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


def list_relations(ledger: Ledger, rows: pd.DataFrame, _: Filters) -> Iterator[Row]:
    """Every relation of the figures of the rows."""
    for figure in figures_of(ledger, rows):
        for relation in ("part_of", "supersedes"):
            if other := getattr(figure, relation):
                yield {"figure": figure.id, "relation": relation, "other": other}
        for check in checks_of(ledger, figure):
            yield {"figure": figure.id, **_describe(check)}
        for dispute in figure.disputed_by:
            yield {"figure": figure.id, "relation": "disputed_by", **dispute.model_dump()}


def _describe(check: Check) -> Row:
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
