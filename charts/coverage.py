"""Claimant by month: reported, inside something longer, withheld, or not collected.

Months that follow each other in one state are one bar. Each state has a pattern and a letter of
its own, so that colour says nothing alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from analysis.coverage import Cell, Coverage, Row, State
from charts.look.axes import DAY, date_axis
from charts.look.drawing import Drawing
from charts.look.style import Ink, fade, plain, wrap, wrapped
from charts.marks.rows import Label, lay_rows
from loaders.dates import parse_date
from loaders.sentences import counted

MOST_ROWS = 40
LETTERS = {
    State.REPORTED: ("R", "", 0.6),
    State.LONGER: ("L", "-", 0.3),
    State.TOTAL: ("T", ".", 0.18),
    State.WITHHELD: ("W", "x", 0.0),
    State.STOPPED: ("S", "|", 0.0),
    State.NOT_PUBLISHED: ("N", "/", 0.0),
    State.NOT_COLLECTED: ("", "", 0.0),
}
"""Letter, pattern and how dark each state is; months not collected stay empty."""
_LETTERED_MONTHS = 2
"""Shorter runs have no room for their letter on a phone; their pattern and hover remain."""


def draw_coverage(found: Coverage, ink: Ink, *, most: int = MOST_ROWS) -> Drawing | None:
    """One row a series under its claimant, one column a month; None for no rows."""
    rows = _best_known(found, most)
    if not rows:
        return None
    first, last = found.months[0], _next_month(found.months[-1])
    labels = [
        Label(_write(row, rows[place - 1] if place else None), 28) for place, row in enumerate(rows)
    ]
    drawing, heights = lay_rows(labels, date_axis(ink, first, last), ink)
    for row, y in zip(rows, heights, strict=True):
        _add_runs(drawing, found.months, row, y)
    return drawing


def list_legend() -> dict[str, tuple[str, str]]:
    """State -> its letter and what it means, for a legend that shows each pattern."""
    return {str(state): (LETTERS[state][0], state.definition) for state in State}


def say_left_out(found: Coverage) -> str:
    """How many series `draw_coverage` leaves out, or nothing."""
    left = len(found.rows) - MOST_ROWS
    if left <= 0:
        return ""
    series = f"the {MOST_ROWS} series best known, of {len(found.rows):,}"
    return f"Drawn: {series}; filters bring them up."


def say_coverage(found: Coverage) -> str:
    """The text alternative: how many months are in each state, and how many rows are not drawn."""
    states = [f"{found.count(state):,} {state.replace('_', ' ')}" for state in State]
    months = len(found.rows) * len(found.months)
    left = len(found.rows) - MOST_ROWS
    more = f" {counted(left, 'more series', '')} not drawn." if left > 0 else ""
    series = counted(len(found.rows), "series", "")
    return f"{months:,} months of {series}: {', '.join(states)}.{more}"


def _best_known(found: Coverage, most: int) -> tuple[Row, ...]:
    """The rows with most months known, in the order of the matrix."""
    best = sorted(found.rows, key=_count_known, reverse=True)[:most]
    return tuple(row for row in found.rows if row in best)


def _count_known(row: Row) -> int:
    return sum(cell.state != State.NOT_COLLECTED for cell in row.cells)


def _write(row: Row, before: Row | None) -> list[str]:
    """The series, and its claimant above the first of them."""
    head = [] if before and before.claimant == row.claimant else [f"<b>{plain(row.claimant)}</b>"]
    return [*head, *wrap(row.label, 54, most=2)]


def _add_runs(drawing: Drawing, months: tuple[date, ...], row: Row, y: int) -> None:
    """One bar a run of months in the same state."""
    ink = drawing.ink
    runs = [run for run in _find_runs(months, row) if run[0] != State.NOT_COLLECTED]
    drawing.add_bar(
        base=[str(start) for _, start, _, _ in runs],
        x=[(end - start).days * DAY for _, start, end, _ in runs],
        y=[y] * len(runs), width=13, orientation="h",
        marker={
            "color": [fade(ink.neutral, LETTERS[state][2]) for state, *_ in runs],
            "line": {"color": ink.muted, "width": 0.6},
            "pattern": {"shape": [LETTERS[state][1] for state, *_ in runs], "size": 5,
                        "fgcolor": ink.muted, "fillmode": "overlay", "solidity": 0.25},
        },
        customdata=[next((f for cell in cells for f in cell.figures), "") for *_, cells in runs],
        hovertext=[_hover(row, *run) for run in runs],
    )  # fmt: skip
    lettered = [run for run in runs if len(run[3]) >= _LETTERED_MONTHS]
    drawing.add_words(
        x=[str(start) for _, start, *_ in lettered], y=[y] * len(lettered),
        text=[f"<b>{LETTERS[state][0]}</b>" for state, *_ in lettered],
        textposition="middle right", textfont={"size": 11, "color": ink.text}, name="letters",
    )  # fmt: skip


def _find_runs(
    months: tuple[date, ...], row: Row
) -> Iterator[tuple[State, date, date, list[Cell]]]:
    """State, first day, the day after the last, and the cells of each run of equal months."""
    pairs = zip(months, row.cells, strict=True)
    for state, run in groupby(pairs, key=lambda pair: pair[1].state):
        found = list(run)
        yield state, found[0][0], _next_month(found[-1][0]), [cell for _, cell in found]


def _next_month(month: date) -> date:
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)


def _hover(row: Row, state: State, start: date, end: date, cells: list[Cell]) -> str:
    last = end - timedelta(days=1)
    days = " to ".join(dict.fromkeys(parse_date(f"{day:%Y-%m}").words() for day in (start, last)))
    words = f"{row.claimant}: {row.label}, {days}: {state.definition}"
    notes = dict.fromkeys(cell.gap.note for cell in cells if cell.gap and cell.gap.note)
    return wrapped(" ".join([f"{words}.", *notes]), 46)
