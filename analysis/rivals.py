"""The ledger in; same question, other answers, out: claims that differ in their claimant only.

Rivals are shown side by side with the distance between them, never averaged. A ratio is given
where the times are the same, or all but the same; times that only overlap are said to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.adding.bounds import Bounds, bounds_of
from analysis.key import SET_ASIDE, Key, key_of
from loaders.ledger import Ledger, once
from loaders.records import Figure
from loaders.sentences import say_measure, say_population, say_quantity, say_when
from loaders.words import Per

ENOUGH = 0.9
"""Share of days in common from which a ratio of two counts still says something."""

Days = tuple[date, date]
"""First and last day of a window; of a total without a stated start, of its own date."""
Answers = dict[str, dict[Days, list[Figure]]]
"""Claimant that counted -> first and last day -> the figures that rest on it for them."""


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
class Rivalry:
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
    return rivals_of_all(ledger, [figure])[figure.id]


def rivals_of_all(ledger: Ledger, figures: Iterable[Figure]) -> dict[str, tuple[Rival, ...]]:
    """Id -> rivals, for several figures at once."""
    groups = _group(ledger)
    return {
        figure.id: _find_rivals(ledger, figure, groups.get(_question(figure), {}))
        for figure in figures
    }


def other_rates_of(ledger: Ledger, figure: Figure) -> tuple[Rival, ...]:
    """For a rate: what others say a day, week or month of the same, beside it but not compared."""
    if figure.per is None:
        return ()
    keys = (_question(figure)._replace(per=per) for per in Per if per != figure.per)
    groups = _group(ledger)
    found = [one for key in keys for one in _find_rivals(ledger, figure, groups.get(key, {}))]
    reason = "a rate for another period, so the numbers are not compared"
    return tuple(
        replace(one, times=None, words=f"{_say_answer(ledger, one.figure)}; {reason}")
        for one in found
    )


def _find_rivals(ledger: Ledger, figure: Figure, answers: Answers) -> tuple[Rival, ...]:
    if figure.status in SET_ASIDE:
        return ()
    found = [
        _compare(ledger, figure, rival, share)
        for claimant, windows in answers.items()
        if claimant != ledger.origin_of(figure.claimant)
        for days, share in [find_nearest(days_of_window(figure), windows)]
        if share
        for rival in windows[days]
    ]
    return tuple(sorted(found, key=lambda rival: (-rival.share, rival.figure.id)))


@once
def find_rivalries(ledger: Ledger) -> tuple[Rivalry, ...]:
    """Every question with rival answers: same times first, then times that only overlap."""
    answers = _group(ledger).values()
    groups = [_by_days(one) for one in answers if len(one) > 1]
    same = [
        _ask(ledger, figures, 1.0)
        for one in groups
        for figures in one.values()
        if len(_origins(ledger, figures)) > 1
    ]
    other = [question for one in groups for question in _ask_overlapping(ledger, one)]
    return (*same, *other)


@once
def _group(ledger: Ledger) -> dict[Key, Answers]:
    """Key without claimant -> the answers that still stand."""
    groups: dict[Key, Answers] = {}
    for figure in ledger.figures.values():
        if figure.status not in SET_ASIDE:
            origin = ledger.origin_of(figure.claimant)
            answers = groups.setdefault(_question(figure), {}).setdefault(origin, {})
            answers.setdefault(days_of_window(figure), []).append(figure)
    return groups


def _question(figure: Figure) -> Key:
    return key_of(figure)._replace(claimant="")


def _by_days(answers: Answers) -> dict[Days, list[Figure]]:
    by_days: defaultdict[Days, list[Figure]] = defaultdict(list)
    for windows in answers.values():
        for days, figures in windows.items():
            by_days[days].extend(figures)
    return by_days


def _origins(ledger: Ledger, figures: Iterable[Figure]) -> set[str]:
    """The claimants that counted; one who rests on another is no second answer."""
    return {ledger.origin_of(figure.claimant) for figure in figures}


def _ask_overlapping(ledger: Ledger, by_days: dict[Days, list[Figure]]) -> Iterator[Rivalry]:
    """Pairs of times that are nearest to each other; then the nearest of claimants left over."""
    claimants = {days: _origins(ledger, by_days[days]) for days in by_days}
    alone = {days: own for days, own in claimants.items() if len(own) == 1}
    nearest: dict[Days, tuple[Days, float]] = {}
    for days, own in claimants.items():
        within = by_days if days in alone else alone
        others = [one for one in within if claimants[one] - own and own - claimants[one]]
        if others:
            nearest[days] = find_nearest(days, others)
    seen: set[str] = set()
    for (days, (other, share)), is_mutual in _mutual_first(nearest):
        both = claimants[days] | claimants[other]
        if share and (is_mutual or both - seen):
            seen |= both
            yield _ask(ledger, [*by_days[days], *by_days[other]], share)


def _mutual_first(
    nearest: dict[Days, tuple[Days, float]],
) -> list[tuple[tuple[Days, tuple[Days, float]], bool]]:
    """Each pair of times once, those that are each other's nearest first, by what they share."""
    mutual = [pair for pair in nearest.items() if nearest[pair[1][0]][0] == pair[0]]
    once = [pair for pair in mutual if pair[0] < pair[1][0]]
    single = [pair for pair in nearest.items() if pair not in mutual]
    return [
        *((pair, True) for pair in sorted(once, key=lambda one: -one[1][1])),
        *((pair, False) for pair in sorted(single, key=lambda one: -one[1][1])),
    ]


def _ask(ledger: Ledger, figures: Sequence[Figure], share: float) -> Rivalry:
    ordered = sorted(figures, key=lambda figure: (figure.count.low, figure.id))
    first = figures[0]
    what = say_measure(ledger, first.measure, first.offence)
    when = say_when(ledger, first) if share == 1 else "at times that overlap"
    question = f"{what}, {say_population(ledger, first)}, {when}"
    times, words = _measure(figures, share)
    return Rivalry(tuple(ordered), share == 1, share, times, question, words)


def _compare(ledger: Ledger, figure: Figure, rival: Figure, share: float) -> Rival:
    times, words = _measure([figure, rival], share)
    return Rival(rival, share == 1, share, times, f"{_say_answer(ledger, rival)}; {words}")


def _say_answer(ledger: Ledger, rival: Figure) -> str:
    name = ledger.claimants[rival.claimant].name
    return f"{name}: {say_quantity(ledger, rival)} {say_when(ledger, rival)}"


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


def find_nearest(days: Days, windows: Iterable[Days]) -> tuple[Days, float]:
    """The window with the largest share of days in common, and that share; 0 for none."""
    return max(((other, _share(days, other)) for other in windows), key=lambda pair: pair[1])


def _share(one: Days, other: Days) -> float:
    common = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    together = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(common, 0) / together


def days_of_window(figure: Figure) -> Days:
    return figure.window.start.first, figure.window.end.last
