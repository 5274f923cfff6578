"""What one row states, as charts draw it: its number, its days, its open end, its status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import pandas as pd

from charts.look.drawing import Drawing
from charts.look.style import say_hover
from loaders.sentences import say_number, say_per
from loaders.table import read_rows
from loaders.values import Count
from loaders.words import Bound, Per

SIGNS = {"doubtful": "?", "superseded": "×", "withdrawn": "×"}
"""Beside the mark of a claim with this status."""
MOST_MARKS = 2_000
"""More cannot be told apart, and a browser takes seconds to draw them."""
_BOUNDS = {str(word): word for word in Bound}
_PACES = {str(word): word for word in Per}


@dataclass(slots=True)
class Mark:
    """One row of the table, read once: charts go over it many times, and tables are slow.

    Nothing changes it; a frozen one would take four times as long to make.
    """

    id: str
    sentence: str
    claimant: str
    claimant_name: str
    measure: str
    measure_label: str
    counts: str
    offence: str | None
    offence_label: str | None
    force: str
    unit: str
    unit_name: str
    category: str | None
    place: str | None
    kind: str
    count: int | None
    bound: str
    count_low: int | None
    count_high: int | None
    per: str | None
    window: str
    window_start: date | None
    window_end: date
    window_end_precision: str
    basis: str
    status: str
    articles: int
    first_outlet: str
    first_published: str | None

    @property
    def stated(self) -> int:
        """The number that the claim states; of a range its upper end."""
        number = self.count_high if self.count is None else self.count
        return 0 if number is None else number

    @property
    def least(self) -> int:
        """The same, but of a range its lower end."""
        number = self.count_low if self.count is None else self.count
        return 0 if number is None else number

    @property
    def number(self) -> str:
        """`more than 18,000`, `60 to 90`."""
        return say_number(Count(self.least, self.stated), _BOUNDS[self.bound])

    @property
    def days(self) -> int:
        """How many days the window has."""
        assert self.window_start is not None, "a window has a first day"
        return (self.window_end - self.window_start).days + 1

    @property
    def first(self) -> date:
        """The first day that is drawn: of a window its first, of a date that date."""
        if self.kind == "as_of" or self.window_start is None:
            return self.window_end
        return self.window_start

    @property
    def middle(self) -> date:
        return self.first + (self.window_end - self.first) / 2

    @property
    def pace(self) -> str:
        """` a week`, or nothing."""
        return say_per(_PACES[self.per] if self.per else None)

    @property
    def hollow(self) -> str:
        """What the name of its symbol ends in: a number stated as `about` is hollow."""
        return "-open" if self.bound == "about" else ""

    @property
    def hover(self) -> str:
        return say_hover(self.sentence, self.status, self.first_outlet, self.first_published)


_COLUMNS = [field.name for field in fields(Mark)]


def read_marks(rows: pd.DataFrame) -> list[Mark]:
    """The rows in their order."""
    days = {
        column: [None if pd.isna(day) else day.date() for day in rows[column].tolist()]
        for column in ("window_start", "window_end")
    }
    plain = rows.assign(
        **{name: pd.Series(own, rows.index, "object") for name, own in days.items()}
    )
    return [Mark(*map(_or_none, values)) for values in read_rows(plain, *_COLUMNS)]


def _or_none(value: Any) -> Any:
    """pandas has three ways to say that there is nothing."""
    return None if value is pd.NA or value is None or value != value else value


def paint(marks: Sequence[Mark]) -> dict[str, Any]:
    """What a click and the hover say of the marks of one trace."""
    return {"customdata": [mark.id for mark in marks], "hovertext": [mark.hover for mark in marks]}


def find_last(marks: Iterable[Mark]) -> Mark:
    """The one whose window ends last; of several the first."""
    return max(marks, key=lambda mark: mark.window_end)


def tell_apart(mark: Mark, among: Iterable[Mark]) -> list[str]:
    """Whatever tells its series from the other marks drawn."""
    columns = ("measure_label", "offence_label", "unit_name", "category", "place")
    told = {column: {getattr(other, column) for other in among} - {None} for column in columns}
    words = [getattr(mark, column) for column in columns if len(told[column]) > 1]
    return [word for word in words if word]


def add_signs(
    drawing: Drawing, x: Sequence[Any], y: Sequence[Any], marks: Sequence[Mark], **more: Any
) -> None:
    """Beside the marks of claims that do not simply stand: ? or ×."""
    signs = [
        (a, b, SIGNS[mark.status])
        for a, b, mark in zip(x, y, marks, strict=True)
        if mark.status in SIGNS
    ]
    if signs:
        drawing.add_words(
            x=[a for a, _, _ in signs], y=[b for _, b, _ in signs], name="status",
            text=[f"<b>{sign}</b>" for *_, sign in signs],
            textfont={"size": 14, "color": drawing.ink.text},
            **{"textposition": "top right", **more},
        )  # fmt: skip


def add_arrows(
    drawing: Drawing,
    x: Sequence[Any],
    y: Sequence[Any],
    marks: Sequence[Mark],
    up: tuple[int, int],
    refs: dict[str, Any],
) -> None:
    """From each number whose bound leaves one side open; `up` leads to where counts are higher."""
    for a, b, mark in zip(x, y, marks, strict=True):
        if mark.count_low is None or mark.count_high is None:
            dx, dy = up if mark.count_high is None else (-up[0], -up[1])
            drawing.add_arrow(drawing.ink.force(mark.force), dx, dy, x=a, y=b, **refs)


def keep_newest(marks: list[Mark]) -> list[Mark]:
    """As many as a chart draws, in their order; those whose windows end last."""
    if len(marks) <= MOST_MARKS:
        return marks
    newest = sorted(range(len(marks)), key=lambda place: marks[place].window_end, reverse=True)
    return [marks[place] for place in sorted(newest[:MOST_MARKS])]


def say_too_many(claims: int) -> str:
    """What `keep_newest` leaves out of so many and how to see it, or nothing."""
    if claims <= MOST_MARKS:
        return ""
    return (
        f"Drawn: the {MOST_MARKS:,} newest of {claims:,} claims. A filter for a claimant, a "
        "unit or a time brings up the others; all are in the table."
    )
