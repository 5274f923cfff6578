"""Claims by unit: one row a unit in the order of the tree, one mark a claim, never a sum."""

from __future__ import annotations

import pandas as pd

from charts.look.drawing import Drawing
from charts.look.most import keep_newest, say_too_many
from charts.look.style import Ink, counted
from charts.marks.claims import say_stated, stated
from charts.marks.strips import DRAWN, Strip, draw_strips
from loaders.ledger import Ledger
from loaders.sentences import thin

MOST_UNITS = 60


def draw_units(
    rows: pd.DataFrame, ledger: Ledger, ink: Ink, *, log: bool = False, empty_units: bool = False
) -> Drawing | None:
    """Rows of one axis, by unit; with `empty_units` also units nothing is reported of."""
    if rows.empty:
        return None
    units = find_units(rows, ledger, empty_units)[:MOST_UNITS]
    shown = keep_newest(rows[rows["unit"].isin(units)])
    marks = {str(unit): own for unit, own in shown[DRAWN].groupby(shown["unit"], sort=False)}
    none = shown[DRAWN].head(0)
    claims = rows["unit"].value_counts()
    strips = [
        Strip(
            ledger.units[unit].name,
            _describe(ledger, unit, int(claims.get(unit, 0))),
            marks.get(unit, none),
            len(ledger.path(unit)) - 1,
        )
        for unit in units
    ]
    return draw_strips(strips, ink, log=log)


def find_units(rows: pd.DataFrame, ledger: Ledger, empty_units: bool = False) -> list[str]:
    """The units drawn, in tree order: those with claims and those above them, or the whole tree."""
    used = {above for unit in rows["unit"].unique() for above in ledger.path(unit)}
    forces = set(rows["force"].unique())
    return [
        unit
        for unit in ledger.tree
        if (empty_units and ledger.force(unit) in forces) or unit in used
    ]


def say_left_out(rows: pd.DataFrame, ledger: Ledger, empty_units: bool = False) -> str:
    """What `draw_units` leaves to the table, or nothing."""
    left = find_units(rows, ledger, empty_units)[MOST_UNITS:]
    is_left = rows["unit"].isin(left)
    said = [say_too_many(int((~is_left).sum()))]
    if left:
        claims = counted(int(is_left.sum()), "claim")
        said.append(
            f"Drawn: the first {MOST_UNITS} units of the tree; {len(left):,} more with {claims} "
            "are in the table, and the filter for units brings them up."
        )
    return thin(" ".join(filter(None, said)))


def say_units(rows: pd.DataFrame) -> str:
    """The text alternative: how many units, and the largest number of each of the first few."""
    if rows.empty:
        return "No claims."
    counts, names = stated(rows), rows["unit_name"]
    claims = names.value_counts()
    most = [int(counts.where(names == name).argmax()) for name in claims.index[:4]]
    parts = [_say_unit(rows.iloc[at], n) for at, n in zip(most, claims, strict=False)]
    more = len(claims) - 4
    tail = f" And {counted(more, 'more unit')}, in the table below." if more > 0 else ""
    return thin("; ".join(parts) + "." + tail)


def _say_unit(most: pd.Series, claims: int) -> str:
    number = f"{say_stated(most)} {most['counts']} ({most['claimant_name']})"
    up_to = f"{counted(claims, 'claim')}, up to " if claims > 1 else ""
    return f"{most['unit_name']}: {up_to}{number}"


def _describe(ledger: Ledger, unit: str, claims: int) -> str:
    """The unit's echelon, then its claims: `· army · 3 claims`, not broken over lines."""
    words = [ledger.units[unit].echelon or "", counted(claims, "claim") if claims else ""]
    return "".join(f"· {word} " for word in words if word).strip().replace(" ", "\u00a0")
