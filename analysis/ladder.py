"""The ladder of the front page: for each step and each force one number, chosen by one rule.

Steps count different things, so nothing here is added, and no arrow leads from one to the next.
A step is a measure; where law is involved it is one offence of that measure, the same for both
forces: the first of the codebook that anybody has counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from analysis.key import by_end
from loaders.dates import DAYS_PER_MONTH
from loaders.ledger import FORCES, Ledger, once
from loaders.records import Figure, Gap
from loaders.sentences import counted, say_number, upper
from loaders.values import Count
from loaders.words import Basis, Counts, Status

RULE = (
    "Each number is the newest total of the claimant with most claims to that question, and below "
    "it the longest period within its last twelve months; doubtful, superseded and withdrawn "
    "claims and forecasts are left out."
)
"""The rule as readers see it."""
NO_SUM = "Steps count different things; nothing here is a total of desertions."
NOT_PEOPLE = "Cases are not people"
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Others:
    """What other claimants say to the question of a cell, with the same kind of number."""

    claims: int
    claimants: int
    numbers: Count
    """The smallest and the largest number stated."""

    @property
    def words(self) -> str:
        """`7 claims by 3 others: 100,000 to 400,000`."""
        claims, others = counted(self.claims, "claim"), counted(self.claimants, "other")
        return f"{claims} by {others}: {say_number(self.numbers)}"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step for one force; without a figure where nobody has given a number."""

    force: str
    figures: tuple[Figure, ...] = ()
    """The newest total, then the newest period; one of them may be missing."""
    others: Others | None = None
    gap: Gap | None = None
    """The newest reason why there is no number, or no newer one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the ladder."""

    measure: str
    offence: str | None
    rungs: tuple[Rung, ...]
    """One for each force, in the order of FORCES."""


def say_caveat(ledger: Ledger, step: Step) -> str:
    """`Cases are not people`, where courts or police count something else; or nothing."""
    measure = ledger.measures[step.measure]
    return NOT_PEOPLE if measure.legal and measure.counts != Counts.PEOPLE else ""


def say_gap(ledger: Ledger, rung: Rung) -> str:
    """`Withheld since November 2025`, and by whom, where the cell does not say it; or nothing."""
    gap = rung.gap
    if gap is None:
        return ""
    known = {figure.claimant for figure in rung.figures}
    who = "" if gap.claimant in known else f" ({ledger.claimants[gap.claimant].name})"
    return f"{upper(gap.reason.replace('_', ' '))} since {gap.from_.words()}{who}"


Cell = tuple[str, str | None, str]
"""Measure, offence, force."""


@once
def climb(ledger: Ledger) -> tuple[Step, ...]:
    """The steps that the file has numbers or reasons for, in the order of its measures."""
    claims: dict[Cell, list[Figure]] = {}
    for figure in filter(_speaks_for_a_force, ledger.figures.values()):
        claims.setdefault((figure.measure, figure.offence, figure.unit), []).append(figure)
    steps = []
    for measure in ledger.measures:
        offence = _first_offence(ledger, measure, claims)
        questions = [(measure, offence, force) for force in FORCES]
        rungs = tuple(_rung(ledger, one, claims.get(one, [])) for one in questions)
        steps.append(Step(measure, offence, rungs))
    return tuple(step for step in steps if any(one.figures or one.gap for one in step.rungs))


def _speaks_for_a_force(figure: Figure) -> bool:
    """Whether a claim is about a force as a whole: no part of it, no doubt, no pace."""
    return (
        figure.unit in FORCES
        and not (figure.category or figure.place or figure.per)
        and figure.status == Status.CURRENT
        and figure.basis != Basis.FORECAST
    )


def _first_offence(ledger: Ledger, measure: str, questions: Iterable[Cell]) -> str | None:
    counted = {offence for one, offence, _ in questions if one == measure}
    return next((key for key in ledger.offences if key in counted), None)


def _rung(ledger: Ledger, question: Cell, figures: Sequence[Figure]) -> Rung:
    """The cell of all claims to one question."""
    force, gap = question[2], _find_gap(ledger, question)
    if not figures:
        return Rung(force, gap=gap)
    claimant = _most_heard(figures)
    own = [one for one in figures if one.claimant == claimant]
    chosen = tuple(one for one in (_newest_total(own), _longest_recent(own)) if one)
    others = [one for one in figures if one.claimant != claimant and one.kind == chosen[0].kind]
    return Rung(force, chosen, _sum_up(others), gap)


def _most_heard(figures: Sequence[Figure]) -> str:
    """Of the claimants who give a total, or of all, the one with most claims, then the newest."""
    claims = Counter(figure.claimant for figure in figures)
    totals = [one for one in figures if one.as_of] or figures
    return max(totals, key=lambda one: (claims[one.claimant], by_end(one))).claimant


def _newest_total(figures: Iterable[Figure]) -> Figure | None:
    return max((one for one in figures if one.as_of), key=by_end, default=None)


def _longest_recent(figures: Sequence[Figure]) -> Figure | None:
    """The longest period within the year before the newest number, else the newest period."""
    periods = [one for one in figures if one.during]
    newest = max(one.end.last for one in figures)
    recent = [one for one in periods if one.window.start.first > newest - YEAR]
    if recent:
        return max(recent, key=lambda one: (_months(one), by_end(one)))
    return max(periods, key=by_end, default=None)


def _months(figure: Figure) -> int:
    """How long its time is; March is no longer than April."""
    days = (figure.end.last - figure.window.start.first).days + 1
    return round(days / DAYS_PER_MONTH)


def _sum_up(others: Sequence[Figure]) -> Others | None:
    if not others:
        return None
    low, high = min(one.count.low for one in others), max(one.count.high for one in others)
    return Others(len(others), len({one.claimant for one in others}), Count(low, high))


def _find_gap(ledger: Ledger, question: Cell) -> Gap | None:
    """The newest hole that still goes on."""
    measure, offence, force = question
    holes = [
        gap
        for gap in ledger.gaps.values()
        if (gap.measure, gap.unit, gap.to) == (measure, force, None) and gap.offence == offence
    ]
    return max(holes, key=lambda gap: gap.from_.first, default=None)
