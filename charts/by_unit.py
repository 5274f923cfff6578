"""Claims by unit: one row a unit in the order of the tree, one mark a claim, never a sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.claims import Mark, keep_newest, read_marks, say_too_many
from charts.marks.strips import Strip, draw_strips
from loaders.ledger import Ledger
from loaders.sentences import counted

MOST_UNITS = 60


@dataclass(frozen=True)
class Order:
    """Which units are drawn, and in what order."""

    empty_units: bool = False
    """Units nothing is reported of too."""
    largest_first: bool = False
    """By the largest number claimed, in place of the tree."""


TREE = Order()


def draw_units(
    rows: pd.DataFrame,
    ledger: Ledger,
    ink: Ink,
    *,
    log: bool = False,
    order: Order = TREE,
    most: int = MOST_UNITS,
) -> Drawing | None:
    """Rows of one axis, a row a unit, numbers beside the marks; None for no claims."""
    units = find_units(rows, ledger, order)[:most]
    marks = keep_newest(read_marks(rows[rows["unit"].isin(units)]))
    if not marks:
        return None
    claims = Counter(rows["unit"].tolist())
    strips = [
        Strip(
            ledger.units[unit].name,
            _describe(ledger, unit, claims[unit]),
            [mark for mark in marks if mark.unit == unit],
            0 if order.largest_first else len(ledger.path(unit)) - 1,
        )
        for unit in units
    ]
    return draw_strips(strips, ink, log=log, numbers=True)


def find_units(rows: pd.DataFrame, ledger: Ledger, order: Order = TREE) -> list[str]:
    """The units drawn: those with claims and those above them, or the whole tree, or by number."""
    if order.largest_first:
        most: dict[str, int] = {}
        for mark in read_marks(rows):
            most[mark.unit] = max(mark.stated, most.get(mark.unit, 0))
        return sorted(most, key=lambda unit: most[unit], reverse=True)
    used = {above for unit in rows["unit"].unique() for above in ledger.path(unit)}
    forces = set(rows["force"].unique())
    return [
        unit
        for unit in ledger.tree
        if (order.empty_units and ledger.force(unit) in forces) or unit in used
    ]


def split_rates(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Counts, which are drawn, and rates, which stand in a table of their own."""
    is_rate = rows["kind"] == "rate"
    return rows[~is_rate], rows[is_rate]


def say_left_out(
    rows: pd.DataFrame, ledger: Ledger, order: Order = TREE, most: int = MOST_UNITS
) -> str:
    """What `draw_units` leaves to the table, or nothing."""
    left = find_units(rows, ledger, order)[most:]
    is_left = rows["unit"].isin(left)
    said = [say_too_many(int((~is_left).sum()))]
    if left:
        claims = counted(int(is_left.sum()), "claim")
        of = "with the largest numbers" if order.largest_first else "of the tree"
        said.append(
            f"Drawn: the first {most} units {of}; {len(left):,} more with {claims} "
            "are in the table, and the filter for units brings them up."
        )
    return " ".join(filter(None, said))


def say_units(rows: pd.DataFrame) -> str:
    """The text alternative: how many units, and the largest number of each of the first few."""
    units: dict[str, list[Mark]] = {}
    for mark in read_marks(rows):
        units.setdefault(mark.unit_name, []).append(mark)
    if not units:
        return "No claims."
    most_first = sorted(units.values(), key=len, reverse=True)
    more = len(units) - 4
    tail = f" And {counted(more, 'more unit')}, in the table below." if more > 0 else ""
    return "; ".join(map(_say_unit, most_first[:4])) + "." + tail


def _say_unit(marks: Sequence[Mark]) -> str:
    most = max(marks, key=lambda mark: mark.stated)
    up_to = f"{counted(len(marks), 'claim')}, up to " if len(marks) > 1 else ""
    return f"{most.unit_name}: {up_to}{most.number} {most.counts} ({most.claimant_name})"


def _describe(ledger: Ledger, unit: str, claims: int) -> str:
    """The unit's echelon, then its claims: `· army · 3 claims`, not broken over lines."""
    words = [ledger.units[unit].echelon or "", counted(claims, "claim") if claims else ""]
    return "".join(f"· {word} " for word in words if word).strip().replace(" ", "\u00a0")
