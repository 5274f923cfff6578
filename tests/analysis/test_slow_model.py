"""Thousands of random ledgers: what `analysis/` says of them is what a slow model says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from random import Random

import pytest

from analysis.adding.parts import Breakdown, breakdowns_of
from analysis.adding.sums import Sum, add
from analysis.adding.totals import find_differing, find_falls
from loaders.dates import parse_window
from loaders.ledger import Ledger
from loaders.records import Figure
from tests.analysis import slow_model
from tests.analysis.ledgers import ledger_of

WINDOWS = (
    *("2023", "2023-01", "2023-02", "2023-01/2023-02", "2023-02/2023-03", "2023-03"),
    *("2023-02-10/2023-03-05", "2023-01-31", "2023-02-01", "2022-12/2023-01"),
)
DAYS = ("2023", "2023-01", "2023-01-15", "2023-01-31", "2023-02", "2023-02-01", "2023-03-31")
STARTS = ("2022", "2023-01-01", "2023-01")
COUNTS = (
    *("0", "1", "2", "3", "5", "7", "8", "10", "12", "20"),
    *("{low: 1, high: 5}", "{low: 2, high: 10}", "{low: 5, high: 12}"),
)
BOUNDS = ("exact", "exact", "exact", "about", "at_least", "more_than", "up_to", "almost")
UNITS = ("russia", "district", "army-8", "army-58", "division-20", "ukraine")
OFFENCES = ("awol", "desertion", "evasion", "military")
MEASURES = ("left_unit", "refused", "help_requests", "absent", "cases_opened", "cases_opened")
STATUSES = ("superseded", "withdrawn", "mistaken, note: x", "doubtful")


def make_ledger(random: Random) -> Ledger:
    """Figures that have much in common, so that many may be added and many nearly may.

    In each ledger one field is most often another.
    """
    usual = make_scope(random)
    varied = random.choice(("time", "time", *usual))
    if varied == "offence":
        usual["measure"] = "cases_opened"
    figures = []
    for number in range(random.randint(2, 6)):
        scope = {
            name: other if random.random() < (0.8 if name == varied else 0.05) else usual[name]
            for name, other in make_scope(random).items()
        }
        figures.append(write_figure(random, number, scope))
    return ledger_of(*figures)


def make_scope(random: Random) -> dict[str, str]:
    kinds = ("during", "during", "as_of", "since", "rate")
    kind = random.choice(kinds)
    if kind in ("during", "rate"):
        time = f"during: {random.choice(WINDOWS)}{', per: month' * (kind == 'rate')}"
    else:
        since = f", since: {random.choice(STARTS)}" if kind == "since" else ""
        time = f"as_of: {random.choice(DAYS)}{since}"
    return {
        "claimant": random.choice(("zona", "hur", "agora")),
        "measure": random.choice(MEASURES),
        "unit": random.choice(UNITS),
        "offence": random.choice(OFFENCES),
        "category": random.choice(("", "", "mobilised", "contract")),
        "place": random.choice(("", "", "Kursk", "Rostov")),
        "basis": random.choice(("estimate", "estimate", "estimate", "forecast")),
        "time": time,
    }


def write_figure(random: Random, number: int, scope: dict[str, str]) -> str:
    """`f1, claimant: zona, …`, such as the file may hold."""
    fields = {name: scope[name] for name in ("claimant", "measure", "unit", "basis")}
    fields |= {name: scope[name] for name in ("category", "place") if scope[name]}
    if scope["measure"] == "cases_opened":
        fields["offence"] = scope["offence"]
    count, bound = random.choice(COUNTS), random.choice(BOUNDS)
    is_possible = bound in ("exact", "about") if "low" in count else count != "0"
    fields |= {"count": count, "bound": bound if is_possible else "exact"}
    if number and random.random() < 0.5:
        fields["part_of"] = f"f{random.randrange(number) if random.random() < 0.3 else 0}"
    if random.random() < 0.06:
        fields["status"] = random.choice(STATUSES)
    time = "as_of: 2023-02" if scope["measure"] == "absent" else scope["time"]
    return f"f{number}, {', '.join(f'{name}: {value}' for name, value in fields.items())}, {time}"


def show(figures: Iterable[Figure]) -> str:
    """What to look at where the two disagree."""
    return "\n".join(
        ", ".join(f"{name}: {value}" for name, value in figure if value and name != "citations")
        for figure in figures
    )


def compare(seed: int, ledgers: int) -> None:
    """Each finding of so many ledgers against the model; there must be enough to find."""
    random, found = Random(seed), Counter[str]()
    for _ in range(ledgers):
        ledger = make_ledger(random)
        found["sums"] += check_sums(ledger)
        found["rests"] += check_rests(ledger)
        found["totals"] += check_totals(ledger)
    assert min(found.values()) > ledgers / 20, found


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(n, marks=pytest.mark.long) for n in (2, 3))])
def test_sums_rests_and_totals_are_those_of_the_model(seed: int) -> None:
    compare(seed, ledgers=500)


def check_sums(ledger: Ledger) -> int:
    """Every two and three figures: whether they may be added, and what they come to."""
    sums = 0
    for size in (2, 3):
        for chosen in combinations(ledger.figures.values(), size):
            found = add(ledger, chosen[::-1])
            may = slow_model.may_be_added(ledger, chosen)
            assert isinstance(found, Sum) == may, f"{found}\n{show(chosen)}"
            if isinstance(found, Sum):
                ends = slow_model.find_ends(slow_model.add_counts(chosen))
                assert (found.low, found.high) == ends, show(chosen)
                assert found.approximate == any(one.bound == "about" for one in chosen)
                sums += 1
    return sums


def check_rests(ledger: Ledger) -> int:
    """Every breakdown: whether its parts may be added, whether they fit, and what is left."""
    found = [one for id in ledger.parts for one in breakdowns_of(ledger, ledger.figures[id])]
    for one in found:
        check_breakdown(ledger, one)
    return sum(one.left is not None for one in found)


def check_breakdown(ledger: Ledger, found: Breakdown) -> None:
    whole, parts = found.whole, found.parts
    told = show((whole, *parts))
    fields = slow_model.differs_in(ledger, parts[0])
    assert all(slow_model.differs_in(ledger, part) == fields for part in parts), told
    is_one = len(fields) == 1 and slow_model.holds_nobody_twice(ledger, fields[0], parts)
    assert (found.total is not None) == (is_one and whole.status not in slow_model.GONE), told
    too_large = tuple(part for part in parts if is_too_large(ledger, part, whole))
    assert found.too_large == too_large, told
    is_too_much = found.total is not None and slow_model.is_too_much(parts, whole)
    assert (found.verdict == "exceeds") == (bool(too_large) or is_too_much), told
    if found.left is not None:
        assert (found.left.low, found.left.high) == slow_model.find_rest(parts, whole), told


def is_too_large(ledger: Ledger, part: Figure, whole: Figure) -> bool:
    """Whether a part of the same kind of thing is more than its whole on its own."""
    nouns = {ledger.measures[one.measure].counts for one in (part, whole)}
    is_said = len(nouns) == 1 and not part.per and not whole.per
    return is_said and whole.status not in slow_model.GONE and slow_model.is_too_much([part], whole)


def check_totals(ledger: Ledger) -> int:
    """Totals that fall, at least one of each line that has any, and those that differ."""
    told = show(ledger.figures.values())
    falls = [(fall.earlier, fall.later) for fall in find_falls(ledger)]
    falling = list(slow_model.find_falling(ledger))
    assert [pair for pair in falls if pair not in falling] == [], told
    lines = [{slow_model.line_of(later) for _, later in some} for some in (falls, falling)]
    assert lines[0] == lines[1], told
    differing, unequal = list(find_differing(ledger)), list(slow_model.find_unequal(ledger))
    assert [pair for pair in differing if pair not in unequal] == [], told
    assert {two.id for _, two in differing} == {two.id for _, two in unequal}, told
    return len(falls) + len(differing)


def test_windows_are_their_days() -> None:
    figures = ledger_of(*(f"f{n}, count: 1, during: {w}" for n, w in enumerate(WINDOWS))).figures
    for one in figures.values():
        for other in figures.values():
            mine, its = slow_model.list_days(one), slow_model.list_days(other)
            windows = one.window, other.window
            assert windows[0].days == len(mine)
            assert windows[0].overlaps(windows[1]) == bool(mine & its)
            assert windows[0].contains(windows[1]) == (its <= mine)
            assert windows[0].same_days(windows[1]) == (its == mine)
    assert parse_window("2024-02").days == 29
