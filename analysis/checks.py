"""The ledger in; every warning about it, and the warnings in the order to read them, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.adding.parts import Breakdown, find_breakdowns
from analysis.adding.reconciliation import reconcile_all
from analysis.adding.totals import find_differing, find_falls
from analysis.arithmetic import check_assertions
from analysis.changes import find_harmless
from analysis.digits import find_slips
from loaders.ledger import Ledger, once
from loaders.load import read_ledger
from loaders.problems import GROUPS, Problem, Refused, label_of
from loaders.records import Figure
from loaders.rules.errors import warn
from loaders.sentences import say_quantity

MISSING = {"article-without-title": "a title", "article-without-date": "a date of publication"}
"""Rules whose warnings are only counted: what the article is without."""
_LINE = re.compile(r"line [0-9]+")


@dataclass(frozen=True, slots=True)
class Sorted:
    """All warnings, by what a reader should know first; of each the newest time first."""

    wrong: tuple[Problem, ...]
    """What does not add up."""
    odd: tuple[Problem, ...]
    missing: str
    """`Articles: 304 without a title, 230 without a date of publication.`, or nothing."""
    accepted: tuple[Problem, ...]
    """Warnings that a curator accepts; the figure's note says why."""


@once
def find_warnings(ledger: Ledger) -> tuple[Problem, ...]:
    """All warnings sorted by place; accepted ones are marked, not left out."""
    found = [*ledger.warnings]
    for find in FINDERS:
        found.extend(find(ledger))
    found.extend(_warn_of_acceptances(ledger, found))
    return tuple(sorted(found))


def sort_warnings(ledger: Ledger) -> Sorted:
    """Every warning in one of four groups."""
    found = sorted(find_warnings(ledger), key=lambda one: _days_to(ledger, one))
    new = [one for one in found if not one.accepted]
    return Sorted(
        wrong=tuple(one for one in new if one.rule in GROUPS["does not add up"]),
        odd=tuple(one for one in new if one.rule not in {*GROUPS["does not add up"], *MISSING}),
        missing=_count_missing(Counter(one.rule for one in new)),
        accepted=tuple(one for one in found if one.accepted),
    )


def _days_to(ledger: Ledger, problem: Problem) -> int:
    """The later the time of its figures ends, the smaller; last where it is about none."""
    ends = (ledger.figures[id].end.last.toordinal() for id in problem.figures)
    return -max(ends, default=0)


def _count_missing(count: Counter[str]) -> str:
    said = [f"{count[rule]:,} without {what}" for rule, what in MISSING.items() if count[rule]]
    return f"Articles: {', '.join(said)}." if said else ""


def keep_new(problems: Sequence[Problem], before: bytes) -> tuple[Problem, ...]:
    """The problems that the earlier bytes of the file did not have; one that moved is the same."""
    try:
        known = Counter(map(_identify, find_warnings(read_ledger(before))))
    except Refused as refusal:
        known = Counter(map(_identify, refusal.problems))
    new = []
    for problem in problems:
        if known[_identify(problem)] > 0:
            known[_identify(problem)] -= 1
        else:
            new.append(problem)
    return tuple(new)


def _identify(problem: Problem) -> tuple[str, ...]:
    return (problem.rule, problem.record, problem.field, *_LINE.split(problem.message))


def warn_of_parts(ledger: Ledger) -> Iterator[Problem]:
    """Parts above their whole, alone or together."""
    for breakdowns in find_breakdowns(ledger).values():
        for found in breakdowns:
            yield from (_warn_alone(ledger, found.whole, part) for part in found.too_large)
            if found.verdict == "exceeds" and not found.too_large:
                yield _warn_together(ledger, found)


def _warn_alone(ledger: Ledger, whole: Figure, part: Figure) -> Problem:
    quantity = say_quantity(ledger, part)
    message = f"{quantity} is more than its whole, {_point(ledger, whole)}"
    ids = (whole.id, part.id)
    return warn(ledger, "part-above-whole", "figures", part.id, ("count",), message, ids)


def _warn_together(ledger: Ledger, found: Breakdown) -> Problem:
    whole, total = found.whole, found.total
    assert total is not None
    sum_ = total.words(ledger.measures[whole.measure].counts)
    parts = "; ".join(_point(ledger, part) for part in found.parts)
    message = f"its parts by {found.fields[0]} come to {sum_}, {found.reason}: {parts}"
    ids = (whole.id, *(part.id for part in found.parts))
    return warn(ledger, "parts-above-whole", "figures", whole.id, ("count",), message, ids)


def warn_of_falls(ledger: Ledger) -> Iterator[Problem]:
    """Running totals that fall."""
    for fall in find_falls(ledger):
        message = f"falls by at least {fall.by:,} from {_point(ledger, fall.earlier)}"
        ids = (fall.earlier.id, fall.later.id)
        yield warn(ledger, "falling-total", "figures", fall.later.id, ("count",), message, ids)


def warn_of_assertions(ledger: Ledger) -> Iterator[Problem]:
    """Arithmetic of articles that the figures do not bear out."""
    for check in check_assertions(ledger):
        if check.verdict == "inconsistent":
            message = f"{check.words}; the other figure is {_point(ledger, check.other)}"
            path, ids = ("asserts", check.number), (check.figure.id, check.other.id)
            yield warn(ledger, "assertion-fails", "figures", check.figure.id, path, message, ids)


def warn_of_totals(ledger: Ledger) -> Iterator[Problem]:
    """Running totals that grew by another amount than their periods come to."""
    for found in reconcile_all(ledger):
        if found.verdict == "disagrees":
            others = (*((found.earlier,) if found.earlier else ()), *found.periods)
            message = f"{found.words}: {', '.join(_point(ledger, one) for one in others)}"
            ids = (found.later.id, *(one.id for one in others))
            path = ("count",)
            yield warn(ledger, "total-disagrees", "figures", found.later.id, path, message, ids)


def warn_of_digits(ledger: Ledger) -> Iterator[Problem]:
    """Counts ten times, or a tenth of, those beside them."""
    for slip in find_slips(ledger):
        figure, others = slip.figure, ", ".join(_point(ledger, one) for one in slip.neighbours)
        digit = "a digit too many" if slip.is_more else "a digit too few"
        message = f"{say_quantity(ledger, figure)}: perhaps {digit}, beside {others}"
        ids = (figure.id, *(one.id for one in slip.neighbours))
        yield warn(ledger, "ten-times", "figures", figure.id, ("count",), message, ids)


def warn_of_same_day(ledger: Ledger) -> Iterator[Problem]:
    """Totals of one line and day that cannot both be right."""
    for first, second in find_differing(ledger):
        message = f"{say_quantity(ledger, second)}, and for the same day {_point(ledger, first)}"
        ids = (first.id, second.id)
        yield warn(ledger, "totals-differ", "figures", second.id, ("count",), message, ids)


def warn_of_printed(ledger: Ledger) -> Iterator[Problem]:
    """What `printed` says of an outlet though no fair reader of it was misled."""
    for id, figure in ledger.figures.items():
        for number, citation in enumerate(figure.citations):
            for rule, field, words in find_harmless(ledger, figure, citation):
                path = ("citations", number, "printed", field)
                message = f"{words}; delete it if no reader is misled"
                yield warn(ledger, rule, "figures", id, path, message)


def _warn_of_acceptances(ledger: Ledger, found: Iterable[Problem]) -> Iterator[Problem]:
    """`accepts` that outlived its warning."""
    fired = {(one.record, one.rule) for one in found}
    for id, figure in ledger.figures.items():
        for number, rule in enumerate(figure.accepts):
            if (label_of("figures", id), rule) not in fired:
                message = f"{rule} finds nothing here; delete it"
                path = ("accepts", number)
                yield warn(ledger, "accepts-nothing", "figures", id, path, message)


FINDERS = (
    warn_of_parts,
    warn_of_falls,
    warn_of_assertions,
    warn_of_totals,
    warn_of_digits,
    warn_of_same_day,
    warn_of_printed,
)


def _point(ledger: Ledger, figure: Figure) -> str:
    """`hur-2024-04 (line 4075), more than 18,000 people`."""
    line = ledger.line_of("figures", figure.id)
    return f"{figure.id} ({line}), {say_quantity(ledger, figure)}"
