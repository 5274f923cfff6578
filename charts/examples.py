"""How to read each form of chart: words, and a small drawing of invented numbers.

The drawings come from the same functions as the charts themselves, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.adding.parts import grow_tree
from analysis.adding.reconciliation import reconcile_all
from analysis.coverage import cover
from analysis.mutations import Mutations, count_mutations
from analysis.provenance import trace
from analysis.rivals import find_rivalries
from charts.by_source import draw_answers, draw_claims
from charts.by_unit import draw_units
from charts.coverage import draw_coverage
from charts.lag import draw_lag, draw_lags
from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.panels import Look
from charts.mutations import draw_outlets, draw_turns
from charts.over_time import draw_over_time
from charts.parts import draw_parts
from charts.provenance import draw_provenance
from charts.reconciliation import draw_reconciliation
from loaders.ledger import Ledger
from loaders.load import load
from loaders.table import tabulate

_FREE, _HEIGHT = ("bars", "steps", "levels", "parts"), 300
"""Forms whose height says nothing, and the pixels that they get in a small drawing."""


@dataclass(frozen=True)
class Form:
    """One form of chart."""

    words: str
    draw: Callable[[Ledger, pd.DataFrame, Ink], Drawing | None]


@cache
def _load_example() -> tuple[Ledger, pd.DataFrame]:
    ledger = load(Path(__file__).with_name("example.yaml"))
    return ledger, tabulate(ledger)


def draw_example(form: str, ink: Ink) -> Drawing | None:
    """The small drawing of one form, of invented numbers."""
    ledger, rows = _load_example()
    chart = FORMS[form].draw(ledger, rows.copy(), ink)
    if chart is not None and form in _FREE:
        chart.update_layout(height=_HEIGHT)
    return chart


def _pick(rows: pd.DataFrame, start: str) -> pd.DataFrame:
    return rows[rows["id"].str.startswith(start)]


def _draw_parts(ledger: Ledger, _: pd.DataFrame, ink: Ink) -> Drawing | None:
    tree = grow_tree(ledger, ledger.figures["whole"])
    return draw_parts(tree, tree.children[0], "russia", ink)


def _draw_reconciliation(ledger: Ledger, _: pd.DataFrame, ink: Ink) -> Drawing | None:
    tested = next(one for one in reconcile_all(ledger) if one.total is not None)
    return draw_reconciliation(ledger, tested, ink)


def _count(ledger: Ledger) -> Mutations:
    return count_mutations(ledger, ledger.figures.values())


_SIGNS = (
    " A ? stands beside a claim that something speaks against, an × beside one that was "
    "corrected or taken back."
)
FORMS = {
    "bars": Form(
        "A bar spans the days that were counted. Its height is the count for a month of 30.44 "
        "days, so its area is the count, and a month and a quarter compare. A hollow bar is "
        "“about”; an arrow is an open end, such as “more than”; a pale top is the rest of a "
        "range. A diamond is a time of less than 28 days, at the count itself, because nobody "
        "knows what a month would have come to, or a count of zero, which on a log scale stands at "
        "the foot of the axis. A shade is a time without numbers, with the reason." + _SIGNS,
        lambda ledger, rows, ink: draw_over_time(
            "during", _pick(rows, "bar"), Look(ink, gaps=tuple(ledger.gaps.values()))
        ),
    ),
    "steps": Form(
        "Each dot is a total that the claimant gave for that date. Between two dots nothing is "
        "known, so the line stays level and then jumps. An arrow is an open end. Lines of "
        "different claimants, or with another start of the count, are never joined." + _SIGNS,
        lambda _, rows, ink: draw_over_time("as_of", _pick(rows, "step"), Look(ink)),
    ),
    "levels": Form(
        "Each dot is how many there were on that date, not how many had been added up until "
        "then. Nothing joins the dots, because nothing is known between them.",
        lambda _, rows, ink: draw_over_time("level", _pick(rows, "step"), Look(ink)),
    ),
    "claims": Form(
        "One row is one claim. A dot is one number, a hollow dot “about”, a bar a range from "
        "lowest to highest, and an arrow an open end. On a log scale each line stands for ten "
        "times as many as the one before, and a count of zero stands at its foot." + _SIGNS,
        lambda _, rows, ink: draw_claims(_pick(rows, "bar"), ink),
    ),
    "units": Form(
        "One row is one unit, below the unit that it belongs to; one dot is one claim about it, "
        "with its number where there is room. A unit's dots are claims "
        "about the whole unit. They are no sums of the rows below." + _SIGNS,
        lambda ledger, rows, ink: draw_units(rows[rows["kind"] == "as_of"], ledger, ink),
    ),
    "rivals": Form(
        "The same question, answered by several claimants. The words below the answers say how far "
        "apart they are. No middle is drawn, because a middle of two claims is a third claim.",
        lambda ledger, rows, ink: draw_answers(find_rivalries(ledger)[:1], rows, ink),
    ),
    "parts": Form(
        "On the left the whole, to its right the parts that the same claim names, as large as "
        "their numbers. What the parts leave over is hatched: not itemised.",
        _draw_parts,
    ),
    "provenance": Form(
        "At the top the claimant, below it the articles, each under the one it took the number "
        "from. The wider the line, the more articles. A diamond marks an article that printed "
        "something else.",
        lambda ledger, _, ink: draw_provenance(trace(ledger, ledger.figures["whole"]), ink),
    ),
    "lag": Form(
        "The thick line is the time that was counted (an upright mark where only its end is "
        "known), the flag the day an article appeared. Between them lies how old the number was.",
        lambda ledger, _, ink: draw_lag(trace(ledger, ledger.figures["whole"]), ink),
    ),
    "lags": Form(
        "One row is one claim. The thick line is the time that was counted, the flag the day its "
        "first article appeared; longest wait first.",
        lambda _, rows, ink: draw_lags(_pick(rows, "bar"), ink),
    ),
    "coverage": Form(
        "One row is one series of a claimant, one column a month. Letters and patterns say what "
        "is known: R a number for the month, L inside a longer time, T inside a running total, W "
        "kept back, S no longer counted, N never published. Empty: no number in this file.",
        lambda ledger, _, ink: draw_coverage(cover(ledger), ink),
    ),
    "turns": Form(
        "Left of the arrow what was claimed, right of it what an article printed instead. The "
        "bar says how many articles printed it so.",
        lambda ledger, _, ink: draw_turns(_count(ledger), ink),
    ),
    "outlets": Form(
        "One row is one outlet. The whole bar is the claims it repeated, the filled part those "
        "in which it printed something else.",
        lambda ledger, _, ink: draw_outlets(_count(ledger), ink),
    ),
    "reconciliation": Form(
        "Above what a running total grew by between two dates, below what the claimant's own "
        "counts for the time between come to. If the two differ, one of them is not what it "
        "seems.",
        _draw_reconciliation,
    ),
}
"""By name. What a form cannot show is said on its page."""
