"""What a chart over time shows, in sentences: its text alternative."""

from __future__ import annotations

import pandas as pd

from charts.marks.claims import count_days, find_last, say_stated, stated
from charts.marks.panels import split_series
from loaders.dates import DAYS_PER_MONTH, parse_window
from loaders.sentences import say_per, thin
from loaders.words import Per

MOST_SAID = 3
"""So many series are put in words; the others are counted."""


def say_over_time(rows: pd.DataFrame) -> str:
    """`Requests rose from 54 in June 2023 to 218 in October 2023, Idite Lesom (…).`"""
    series, found = split_series(rows, MOST_SAID)
    sentences = [_say_series(one) for one in series]
    left = found - MOST_SAID
    if left > 0:
        sentences.append(f"And {left} more series, in the table below.")
    return thin(" ".join(sentences)) or "No claims."


def _say_series(rows: pd.DataFrame) -> str:
    """The change between the first and the last claim that can be set side by side."""
    alike = _comparable(rows)
    if len(alike) < 2:
        return str(find_last(rows)["sentence"])
    first, last = alike.iloc[0], alike.iloc[-1]
    noun = str(first["counts"]).capitalize()
    peak = alike.iloc[int(stated(alike).argmax())]
    highest = f" (highest: {_say_point(peak)})" if peak["id"] != last["id"] else ""
    return (
        f"{noun}{_say_pace(first)} {_say_change(first, last)} from {_say_point(first)} "
        f"to {_say_point(last)}{highest}, {first['claimant_name']} ({_say_scope(first)})."
    )


def _comparable(rows: pd.DataFrame) -> pd.DataFrame:
    """By time the most claims of one series with windows equally long, or totals with one start."""
    if rows["kind"].iloc[0] == "as_of":
        alike = rows["window_start"].dt.strftime("%Y-%m-%d").fillna("")
    else:
        alike = (count_days(rows) / DAYS_PER_MONTH).round().astype("str")
    chosen = rows.loc[alike == alike.mode().iloc[-1], ["window_end", "articles"]]
    order = chosen.sort_values(["window_end", "articles"], kind="stable").index
    ordered: pd.DataFrame = rows.loc[order]
    return ordered


def _say_change(first: pd.Series, last: pd.Series) -> str:
    """`rose` or `fell` only where the bounds leave no other way."""
    if _below(first, last):
        return "rose"
    if _below(last, first):
        return "fell"
    return "went"


def _below(one: pd.Series, other: pd.Series) -> bool:
    known = not (pd.isna(one["count_high"]) or pd.isna(other["count_low"]))
    return known and bool(one["count_high"] < other["count_low"])


def _say_point(row: pd.Series) -> str:
    window = parse_window(row["window"])
    when = "up to" if row["kind"] == "as_of" else "in" if window.start == window.end else "for"
    return f"{say_stated(row)} {when} {window.words()}"


def _say_pace(row: pd.Series) -> str:
    return say_per(next((per for per in Per if per == row["per"]), None))


def _say_scope(row: pd.Series) -> str:
    labels = [row[column] for column in ("measure_label", "offence_label")]
    names = [row[column] for column in ("unit_name", "category", "place")]
    small = [label[:1].lower() + label[1:] for label in labels if isinstance(label, str)]
    return ", ".join([*small, *(name for name in names if isinstance(name, str))])
