"""Claims by claimant: one row a claim as dot and range, and rival answers side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analysis.rivals import Rivalry
from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.claims import Mark, read_marks, tell_apart
from charts.marks.strips import Strip, draw_strips, split_axes
from loaders.dates import parse_window
from loaders.sentences import counted, upper

MOST_CLAIMS = 40
MOST_QUESTIONS = 12
MOST_SAID = 3
"""So many questions are put in words; the others are counted."""


def draw_claims(
    rows: pd.DataFrame, ink: Ink, *, log: bool = False, most: int = MOST_CLAIMS
) -> Drawing | None:
    """Rows of one axis (`split_axes`), claimants with most claims first; None for no rows."""
    marks = read_marks(_most_printed(rows, most))
    if not marks:
        return None
    strips = []
    for claimant, _ in Counter(mark.claimant_name for mark in marks).most_common():
        own = [mark for mark in marks if mark.claimant_name == claimant]
        strips.append(Strip(claimant, ""))
        for mark in sorted(own, key=lambda mark: mark.window_end):
            words = "\u00a0· ".join([_say_window(mark), *tell_apart(mark, marks)])
            strips.append(Strip(mark.number, words, [mark], depth=1))
    return draw_strips(strips, ink, log=log)


def say_left_out(rows: pd.DataFrame, most: int = MOST_CLAIMS) -> str:
    """What `draw_claims` leaves to the table, or nothing."""
    if len(rows) <= most:
        return ""
    return (
        f"Drawn: the {most} claims that most articles printed, of {len(rows):,}; "
        "all are in the table."
    )


def say_claims(rows: pd.DataFrame) -> str:
    """The text alternative: smallest and largest number on each axis, and who states them."""
    axes = split_axes(rows).items()
    return " ".join(_say_axis(axis, read_marks(own)) for axis, own in axes) or "No claims."


def say_rivals(question: Rivalry, rows: pd.DataFrame) -> str:
    """The answers to one question in words."""
    answers = [f"{mark.claimant_name}: {mark.number}" for mark in _answers(rows, question)]
    return f"{question.question}: {'; '.join(answers)}; {question.words}."


def draw_answers(
    questions: Sequence[Rivalry],
    rows: pd.DataFrame,
    ink: Ink,
    *,
    log: bool = False,
    most: int = MOST_QUESTIONS,
) -> Drawing | None:
    """Several questions over one axis, each with its answers and how far apart they are."""
    strips = [strip for question in questions[:most] for strip in _ask(rows, question)]
    return draw_strips(strips, ink, log=log) if strips else None


def say_answers(questions: Sequence[Rivalry], rows: pd.DataFrame) -> str:
    """The text alternative of `draw_answers`: the first few questions, the others counted."""
    said = [say_rivals(question, rows) for question in questions[:MOST_SAID]]
    more = len(questions) - MOST_SAID
    return " ".join([*said, f"And {counted(more, 'more question')}."] if more > 0 else said)


def _ask(rows: pd.DataFrame, question: Rivalry) -> list[Strip]:
    marks = sorted(_answers(rows, question), key=lambda mark: mark.stated)
    words = [f"{mark.number} · {_say_window(mark)}" for mark in marks]
    answers = [
        Strip(mark.claimant_name, said, [mark], 1) for mark, said in zip(marks, words, strict=True)
    ]
    return [Strip(upper(question.question), ""), *answers, Strip("", f"{question.words}.", (), 1)]


def _answers(rows: pd.DataFrame, question: Rivalry) -> list[Mark]:
    return read_marks(rows[rows["id"].isin([figure.id for figure in question.figures])])


def _most_printed(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    if len(rows) <= most:
        return rows
    return rows.sort_values("articles", ascending=False, kind="stable").head(most)


def _say_axis(axis: str, marks: Sequence[Mark]) -> str:
    ordered = sorted(marks, key=lambda mark: mark.stated)
    least, most = ordered[0], ordered[-1]
    if len(ordered) == 1:
        return most.sentence
    return (
        f"{counted(len(ordered), 'claim')} counted in {axis}, from {least.number} "
        f"({least.claimant_name}, {_say_window(least)}) to {most.number} "
        f"({most.claimant_name}, {_say_window(most)})."
    )


def _say_window(mark: Mark) -> str:
    """`January 2024`, `as of 29 April 2024`."""
    words = parse_window(mark.window).words()
    return f"as of {words}" if mark.kind == "as_of" else words
