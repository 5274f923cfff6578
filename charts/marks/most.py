"""How many claims one chart draws: of more the newest, and words on what is left out."""

from __future__ import annotations

from charts.marks.claims import Mark

MOST_MARKS = 2_000
"""More cannot be told apart, and a browser takes seconds to draw them."""


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
