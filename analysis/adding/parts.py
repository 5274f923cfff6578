"""A whole and its parts in; breakdowns with what is left, and whether they fit, out.

Parts that differ from their whole in the same one field are one breakdown and are added; two
breakdowns of one whole never are. What is left is "not itemised", with its own bounds. As a tree:
whole -> breakdown -> parts and what is not itemised.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.adding.bounds import Bounds, add_bounds, bounds_of, subtract
from analysis.adding.overlaps import find_overlap
from analysis.adding.sums import BREAKDOWNS
from analysis.key import SET_ASIDE, breakdown_of
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say_population, say_quantity, say_when
from loaders.words import Counts

Verdict = Literal["fits", "exceeds", "cannot be tested"]
Judgement = tuple[Verdict, str]
"""A verdict, and why it cannot be another."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one whole that differ from it in the same fields."""

    whole: Figure
    fields: tuple[str, ...]
    """The fields in which the parts differ from the whole: `unit`, `offence`, `window` …"""
    parts: tuple[Figure, ...]
    total: Bounds | None
    """What the parts come to; None where they may not be added."""
    left: Bounds | None
    """What is not itemised; None where it cannot be said."""
    verdict: Verdict
    reason: str
    """Why the verdict is not `fits`; empty where it is."""
    too_large: tuple[Figure, ...]
    """Parts that exceed the whole on their own."""
    words: str
    """`by unit: about 14,500 people of more than 18,000 people; at least … not itemised`."""


def find_breakdowns(ledger: Ledger) -> dict[str, tuple[Breakdown, ...]]:
    """Id of every whole -> its breakdowns, in the order of the file."""
    return {id: breakdowns_of(ledger, ledger.figures[id]) for id in ledger.parts}


def breakdowns_of(ledger: Ledger, whole: Figure) -> tuple[Breakdown, ...]:
    """The breakdowns of one figure; none where it has no parts."""
    groups: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for part in ledger.parts.get(whole.id, ()):
        if part.status not in SET_ASIDE:
            groups[breakdown_of(part, whole)].append(part)
    return tuple(_break_down(ledger, whole, *group) for group in groups.items())


def _break_down(
    ledger: Ledger, whole: Figure, fields: tuple[str, ...], parts: Sequence[Figure]
) -> Breakdown:
    obstacle = _find_obstacle(ledger, whole, fields, parts)
    total = None if obstacle else add_bounds(map(bounds_of, parts))
    alone = {part.id: _judge_one(ledger, part, whole) for part in parts}
    too_large = tuple(part for part in parts if alone[part.id][0] == "exceeds")
    if too_large:
        verdict, reason = alone[too_large[0].id]
    elif total is None and len(parts) > 1:
        verdict, reason = "cannot be tested", obstacle
    else:
        verdict, reason = alone[parts[0].id] if total is None else judge(total, bounds_of(whole))
    left = _leave(whole, total) if total and verdict != "exceeds" else None
    words = _describe(ledger, whole, fields, parts, total, left)
    return Breakdown(whole, fields, tuple(parts), total, left, verdict, reason, too_large, words)


def _find_obstacle(
    ledger: Ledger, whole: Figure, fields: tuple[str, ...], parts: Sequence[Figure]
) -> str:
    """Why the parts may not be added, or nothing."""
    if whole.status in SET_ASIDE:
        return f"the whole was {whole.status}"
    if len(fields) != 1 or fields[0] not in BREAKDOWNS:
        return f"parts that differ by {' and '.join(fields) or 'number alone'} are not added"
    overlap = find_overlap(ledger, fields[0], parts)
    return overlap[0] if overlap else ""


def _judge_one(ledger: Ledger, part: Figure, whole: Figure) -> Judgement:
    """Whether one part fits, where part and whole count the same kind of thing."""
    nouns = [str(ledger.measures[figure.measure].counts) for figure in (whole, part)]
    if whole.status in SET_ASIDE:
        return "cannot be tested", f"the whole was {whole.status}"
    if nouns[0] != nouns[1]:
        return "cannot be tested", f"different things are counted: {', '.join(nouns)}"
    if part.per or whole.per:
        return "cannot be tested", "a pace is not a count"
    return judge(bounds_of(part), bounds_of(whole))


def judge(part: Bounds, whole: Bounds) -> Judgement:
    """Whether a count can be a part of another, by the ends that are known."""
    excess = part.low - whole.high if part.low is not None and whole.high is not None else 0
    if excess > part.rounding + whole.rounding:
        return "exceeds", f"above the whole by {excess:,}"
    if excess > 0:
        return "cannot be tested", f"above the whole by {excess:,}, which rounding may explain"
    if part.high is not None and part.high <= whole.numbers.high:
        return "fits", ""
    if whole.high is None:
        return "cannot be tested", "the whole has no upper end"
    return ("cannot be tested", "the parts have no lower end") if part.low is None else ("fits", "")


def _leave(whole: Figure, total: Bounds) -> Bounds:
    """What is not itemised: never less than nothing, and open where nothing follows."""
    left = subtract(bounds_of(whole), total)
    high = left.high if left.high is None else max(left.high, 0)
    low = left.low if left.low is None else max(left.low, 0)
    if high is None and low == 0:
        low = None
    if high == 0:
        low = 0
    return Bounds(low, high, left.strict, left.rounding)


def _describe(
    ledger: Ledger,
    whole: Figure,
    fields: tuple[str, ...],
    parts: Sequence[Figure],
    total: Bounds | None,
    left: Bounds | None,
) -> str:
    counts = ledger.measures[whole.measure].counts
    lead = f"by {' and '.join(fields)}" if fields else "with the same scope"
    if total is None:
        itemised = ", ".join(say_quantity(ledger, part) for part in parts)
        return f"{lead}: {itemised} of {say_quantity(ledger, whole)}"
    rest = f"; {say_left(left, counts)}" if left else ""
    return f"{lead}: {total.words(counts)} of {say_quantity(ledger, whole)}{rest}"


def say_left(left: Bounds, counts: Counts) -> str:
    """`at least 3,500 people (approximate) not itemised`."""
    if not left.known:
        return f"how many {counts} are not itemised cannot be said"
    if left.high == 0:
        return f"all {counts} itemised"
    if left.high is not None and left.high <= left.rounding:
        return f"all {counts} itemised, as far as the rounding shows"
    return f"{left.words(counts)} not itemised"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the icicle; `bounds` is None for a breakdown whose parts are not added."""

    kind: Literal["figure", "breakdown", "rest"]
    label: str
    """What sets the block apart from its neighbours: `8th Army`, `by unit`, `not itemised`."""
    words: str
    """What the block says, in words."""
    bounds: Bounds | None
    figure: str = ""
    """Id of the figure, for a block that is one."""
    verdict: Verdict | None = None
    """For a breakdown: whether it fits its whole."""
    children: tuple[Block, ...] = ()


def find_wholes(ledger: Ledger) -> tuple[Figure, ...]:
    """The figures that have parts and are not parts themselves, in the order of the file."""
    figures = ledger.figures.values()
    return tuple(f for f in figures if f.id in ledger.parts and f.part_of is None)


def grow_tree(ledger: Ledger, whole: Figure) -> Block:
    """The figure as a block, with its breakdowns, their parts, and the parts of those."""
    breakdowns: dict[str, tuple[Breakdown, ...]] = {}
    order = [(whole, say_population(ledger, whole))]
    for figure, _ in order:
        breakdowns[figure.id] = breakdowns_of(ledger, figure)
        for found in breakdowns[figure.id]:
            order.extend((part, _label(ledger, part, found.fields)) for part in found.parts)
    blocks: dict[str, Block] = {}
    for figure, label in reversed(order):
        children = [_branch(ledger, f, blocks) for f in breakdowns[figure.id]]
        words, bounds = say_quantity(ledger, figure), bounds_of(figure)
        blocks[figure.id] = Block(
            "figure", label, words, bounds, figure.id, children=tuple(children)
        )
    return blocks[whole.id]


def _branch(ledger: Ledger, found: Breakdown, blocks: dict[str, Block]) -> Block:
    children = [blocks[part.id] for part in found.parts]
    if found.left and found.left.high != 0:
        words = say_left(found.left, ledger.measures[found.whole.measure].counts)
        children.append(Block("rest", "not itemised", words, found.left))
    label = f"by {' and '.join(found.fields) or 'number alone'}"
    words = f"{found.words}: {found.verdict}" + (f", {found.reason}" if found.reason else "")
    return Block(
        "breakdown", label, words, found.total, verdict=found.verdict, children=tuple(children)
    )


def _label(ledger: Ledger, part: Figure, fields: tuple[str, ...]) -> str:
    """The part in the words of the fields that set it apart."""
    words = {
        "unit": ledger.units[part.unit].name,
        "category": part.category,
        "place": part.place,
        "offence": ledger.offences[part.offence].label if part.offence else None,
        "measure": ledger.measures[part.measure].label,
        "claimant": ledger.claimants[part.claimant].name,
        "window": say_when(ledger, part),
    }
    return ", ".join(words.get(field) or part.id for field in fields) or part.id
