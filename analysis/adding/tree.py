"""A whole in, its parts as a tree out: whole -> breakdown -> parts and what is not itemised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.adding.bounds import Bounds, bounds_of
from analysis.adding.parts import Breakdown, Verdict, breakdowns_of, say_left
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import say_population, say_quantity, say_when


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
