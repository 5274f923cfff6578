"""The ledger in; same question, other answers, out: claims that differ in their claimant only.

Rivals are shown side by side with the distance between them, never averaged. A ratio is given
where the times are the same, or all but the same; times that only overlap are said to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.bounds import Bounds, bounds_of
from analysis.key import SET_ASIDE, Key, key_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say_measure, say_population, say_quantity, say_when

ENOUGH = 0.9
"""Share of days in common from which a ratio of two counts still says something."""

Days = tuple[date, date]
Answers = dict[str, dict[Days, list[Figure]]]
"""Claimant -> first and last day -> its figures for them."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another claimant's answer to the question that a figure answers."""

    figure: Figure
    same_window: bool
    share: float
    """Days in common, of all days that one of the two covers."""
    times: float | None
    """How many times the two are apart at least; None where they are not compared."""
    words: str
    """`Agora: 30 people in 2024; same time, 3.2 times apart`."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the answers of two claimants or more."""

    figures: tuple[Figure, ...]
    """The answers, smallest first."""
    same_window: bool
    share: float
    times: float | None
    question: str
    """`left their unit, Southern District, in 2024`."""
    words: str
    """`same time, 3.2 times apart`."""


def rivals_of(ledger: Ledger, figure: Figure) -> tuple[Rival, ...]:
    """The answers of others, same times first; of each claimant those nearest in time."""
    alike = [other for other in ledger.figures.values() if other.measure == figure.measure]
    answers = _group([other for other in alike if other.unit == figure.unit])
    others = answers.get(_question(figure), {})
    own = _days(figure)
    found = [
        _compare(ledger, figure, rival, share)
        for claimant, windows in others.items()
        if claimant != figure.claimant and figure.status not in SET_ASIDE
        for day, share in [_nearest(own, windows)]
        if share
        for rival in windows[day]
    ]
    return tuple(sorted(found, key=lambda rival: (-rival.share, rival.figure.id)))


def find_questions(ledger: Ledger) -> tuple[Question, ...]:
    """Every question with rival answers: same times first, then times that only overlap."""
    groups = [answers for answers in _group(ledger.figures.values()).values() if len(answers) > 1]
    same = [question for answers in groups for question in _ask_same(ledger, answers)]
    other = [question for answers in groups for question in _ask_overlapping(ledger, answers)]
    return (*same, *other)


def _group(figures: Iterable[Figure]) -> dict[Key, Answers]:
    """Key without claimant -> the answers that still stand."""
    groups: dict[Key, Answers] = {}
    for figure in figures:
        if figure.status not in SET_ASIDE:
            answers = groups.setdefault(_question(figure), {}).setdefault(figure.claimant, {})
            answers.setdefault(_days(figure), []).append(figure)
    return groups


def _question(figure: Figure) -> Key:
    return key_of(figure)._replace(claimant="")


def _ask_same(ledger: Ledger, answers: Answers) -> Iterator[Question]:
    by_days: defaultdict[Days, list[Figure]] = defaultdict(list)
    for windows in answers.values():
        for days, figures in windows.items():
            by_days[days].extend(figures)
    for figures in by_days.values():
        if len({figure.claimant for figure in figures}) > 1:
            yield _ask(ledger, figures, 1.0)


def _ask_overlapping(ledger: Ledger, answers: Answers) -> Iterator[Question]:
    """Pairs of claimants' figures that are nearest to each other in time, seen from both."""
    claimants = list(answers)
    for number, one in enumerate(claimants):
        for other in claimants[number + 1 :]:
            for days, figures in answers[one].items():
                nearest, share = _nearest(days, answers[other])
                if 0 < share < 1 and _nearest(nearest, answers[one])[0] == days:
                    yield _ask(ledger, [*figures, *answers[other][nearest]], share)


def _ask(ledger: Ledger, figures: Sequence[Figure], share: float) -> Question:
    ordered = sorted(figures, key=lambda figure: (figure.count.low, figure.id))
    first = figures[0]
    what = say_measure(ledger, first.measure, first.offence)
    question = f"{what}, {say_population(ledger, first)}, {say_when(ledger, first)}"
    times, words = _measure(figures, share)
    return Question(tuple(ordered), share == 1, share, times, question, words)


def _compare(ledger: Ledger, figure: Figure, rival: Figure, share: float) -> Rival:
    times, words = _measure([figure, rival], share)
    name = ledger.claimants[rival.claimant].name
    claim = f"{name}: {say_quantity(ledger, rival)} {say_when(ledger, rival)}; {words}"
    return Rival(rival, share == 1, share, times, claim)


def _measure(figures: Sequence[Figure], share: float) -> tuple[float | None, str]:
    """How far apart the answers are, and how far their times are the same, in words."""
    if share == 1:
        times, words = measure_gap([bounds_of(figure) for figure in figures])
        return times, f"same time, {words}"
    lead = f"times only overlap ({share:.0%} of the days in common)".replace("%", " %")
    if share < ENOUGH:
        return None, f"{lead}, so the numbers are not compared"
    times, words = measure_gap([bounds_of(figure) for figure in figures])
    return times, f"{lead}, {words}"


def measure_gap(answers: Sequence[Bounds]) -> tuple[float | None, str]:
    """The ratio between the highest lower end and the lowest upper end, and its words."""
    if len({(one.low, one.high) for one in answers}) == 1:
        return 1.0, "the same number"
    lows = [one for one in answers if one.low is not None]
    highs = [one for one in answers if one.high is not None]
    top = max(lows, key=lambda one: one.low or 0, default=None)
    bottom = min(highs, key=lambda one: one.high or 0, default=None)
    if top is None or bottom is None or (top.low or 0) <= (bottom.high or 0):
        return 1.0, "both can be true" if len(answers) == 2 else "all can be true"
    if not bottom.high:
        return None, "one says none"
    times = (top.low or 0) / bottom.high
    is_open = top.high is None or bottom.low is None
    lead = "at least " if is_open else "about " if top.approximate or bottom.approximate else ""
    return times, f"{lead}{times:.{1 if times >= 1.1 else 2}f} times apart"


def _nearest(days: Days, windows: dict[Days, list[Figure]]) -> tuple[Days, float]:
    """The window with the largest share of days in common, and that share; 0 for none."""
    return max(((other, _share(days, other)) for other in windows), key=lambda pair: pair[1])


def _share(one: Days, other: Days) -> float:
    common = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    together = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(common, 0) / together


def _days(figure: Figure) -> Days:
    return figure.window.start.first, figure.window.end.last
