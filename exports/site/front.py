"""The front page: the answer first, as the dashboard's overview has it.

One number a step and a force by the rule of analysis/ladder.py, in its words; then cases by month,
then the latest claims. Links lead into the site.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.ladder import NO_SUM, RULE, Rung, Step, climb, say_caveat, say_gap
from charts.by_month import TITLE
from exports.site.drawings import draw_months
from exports.site.linked import describe_dataset
from exports.site.pages import Page, find_course
from exports.site.rows import list_claims, sort_newest
from loaders.ledger import FORCES, Ledger
from loaders.sentences import lower, say_quantity, say_whole_time

LATEST = 6
"""So many of the latest claims are shown."""


def make_front(ledger: Ledger, table: pd.DataFrame, address: str) -> Page:
    """The page that a link to the site opens."""
    values = {
        "steps": [_describe_step(ledger, step) for step in climb(ledger)],
        "forces": {force: ledger.units[force].name for force in FORCES},
        "rule": f"{NO_SUM} {RULE}",
        "months": TITLE,
        "latest": list_claims(ledger, sort_newest(table).head(LATEST)),
        "thing": describe_dataset(ledger, address),
    }
    description = (
        "Who claimed what, for which unit and time, and which articles printed it. Every number "
        "is reported, none verified."
    )
    drawings = tuple(draw_months(ledger, table))
    return Page("index.html", "overview.html", "Overview", description, values, drawings)


def _describe_step(ledger: Ledger, step: Step) -> dict[str, Any]:
    """A row: what is counted, then a cell a force."""
    first = next((figure for rung in step.rungs for figure in rung.figures), None)
    return {
        "label": ledger.measures[step.measure].label,
        "course": find_course(ledger, first) if first else None,
        "offence": lower(ledger.offences[step.offence].label) if step.offence else "",
        "caveat": say_caveat(ledger, step),
        "cells": [_describe_rung(ledger, rung) for rung in step.rungs],
    }


def _describe_rung(ledger: Ledger, rung: Rung) -> dict[str, Any]:
    """A cell: the numbers, what others say, why there is none."""
    return {
        "force": rung.force,
        "numbers": [
            {
                "id": figure.id,
                "number": say_quantity(ledger, figure),
                "who": ledger.claimants[figure.claimant].name,
                "when": say_whole_time(ledger, figure),
            }
            for figure in rung.figures
        ],
        "others": rung.others.words if rung.others else "",
        "course": find_course(ledger, rung.figures[0]) if rung.figures else None,
        "gap": say_gap(ledger, rung),
    }
