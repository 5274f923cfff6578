"""Claims by claimant: one row a claim as dot and range, and rival answers side by side."""

from __future__ import annotations

import pandas as pd

from analysis.rivals import Question
from charts.look.drawing import Drawing, note
from charts.look.style import Ink, counted, plain
from charts.marks.claims import say_stated, stated
from charts.marks.strips import Strip, draw_strips, split_axes
from loaders.dates import parse_window
from loaders.sentences import thin

MOST_CLAIMS = 40


def draw_claims(rows: pd.DataFrame, ink: Ink, *, log: bool = False) -> Drawing | None:
    """Rows of one axis (`split_axes`), claimants with most claims first; None for no rows."""
    if rows.empty:
        return None
    drawn = _most_printed(rows)
    strips = []
    for claimant in drawn["claimant_name"].value_counts().index:
        own = drawn[drawn["claimant_name"] == claimant].sort_values("window_end", kind="stable")
        strips.append(Strip(claimant, "", own.head(0)))
        strips += [
            Strip(say_stated(one.iloc[0]), _say_scope(one, drawn), one, depth=1)
            for one in _single(own)
        ]
    return draw_strips(strips, ink, log=log)


def say_left_out(rows: pd.DataFrame) -> str:
    """What `draw_claims` leaves to the table, or nothing."""
    if len(rows) <= MOST_CLAIMS:
        return ""
    return thin(
        f"Drawn: the {MOST_CLAIMS} claims that most articles printed, of {len(rows):,}; "
        "all are in the table."
    )


def say_claims(rows: pd.DataFrame) -> str:
    """The text alternative: smallest and largest number on each axis, and who states them."""
    return (
        " ".join(_say_axis(axis, part) for axis, part in split_axes(rows).items()) or "No claims."
    )


def draw_rivals(rows: pd.DataFrame, question: Question, ink: Ink) -> Drawing | None:
    """The answers to one question, smallest first, with how far apart they are; no mean."""
    own = rows[rows["id"].isin([figure.id for figure in question.figures])]
    if own.empty:
        return None
    own = own.iloc[stated(own).argsort(kind="stable")]
    strips = [
        Strip(row["claimant_name"], f"{say_stated(row)} · {_say_window(row)}", one)
        for one in _single(own)
        for _, row in one.iterrows()
    ]
    drawing = draw_strips(strips, ink)
    drawing.set_layout(height=drawing.height + 26)
    place = {"x": 0, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "left"}
    words = note(ink, plain(question.words), **place, yanchor="top", yshift=-6, name="gap")
    drawing.add_note(**words)
    return drawing


def say_rivals(question: Question, rows: pd.DataFrame) -> str:
    """The text alternative of `draw_rivals`."""
    own = rows[rows["id"].isin([figure.id for figure in question.figures])]
    answers = [f"{row['claimant_name']}: {say_stated(row)}" for _, row in own.iterrows()]
    return thin(f"{question.question}: {'; '.join(answers)}; {question.words}.")


def _most_printed(rows: pd.DataFrame) -> pd.DataFrame:
    if len(rows) <= MOST_CLAIMS:
        return rows
    return rows.sort_values("articles", ascending=False, kind="stable").head(MOST_CLAIMS)


def _say_axis(axis: str, rows: pd.DataFrame) -> str:
    ordered = rows.iloc[stated(rows).argsort(kind="stable")]
    least, most = ordered.iloc[0], ordered.iloc[-1]
    if len(rows) == 1:
        return thin(str(most["sentence"]))
    return thin(
        f"{counted(len(rows), 'claim')} counted in {axis}, from {say_stated(least)} "
        f"({least['claimant_name']}, {_say_window(least)}) to {say_stated(most)} "
        f"({most['claimant_name']}, {_say_window(most)})."
    )


def _single(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Each row as a table of its own."""
    return [rows.iloc[[place]] for place in range(len(rows))]


def _say_window(row: pd.Series) -> str:
    """`January 2024`, `as of 29 April 2024`."""
    words = parse_window(row["window"]).words()
    return f"as of {words}" if row["kind"] == "as_of" else words


def _say_scope(one: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """The window, then what tells this claim from the others drawn."""
    row = one.iloc[0]
    columns = ("unit_name", "category", "place", "measure_label", "offence_label")
    told = [c for c in columns if drawn[c].nunique(dropna=False) > 1 and isinstance(row[c], str)]
    return "\u00a0· ".join([_say_window(row), *(row[column] for column in told)])
