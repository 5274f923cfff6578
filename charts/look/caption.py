"""The words around a chart that write themselves: title and caption from the rows drawn."""

from __future__ import annotations

import pandas as pd

from loaders.dates import parse_date
from loaders.sentences import counted, join_names
from loaders.table import count_articles

MOST_NAMED = 2
"""More than so many names are counted instead of listed."""


def write_caption(rows: pd.DataFrame, edition: str, chosen: int = 0) -> str:
    """`12 claims by 3 claimants in 31 articles · reported, not verified · data version 2f3c9a1`.

    Where a page shows more claims than the chart it says so: `12 claims (of 20 chosen) by …`.
    """
    claims = counted(len(rows), "claim")
    if len(rows) < chosen:
        claims += f" (of {chosen:,} chosen)"
    claimants = counted(rows["claimant"].nunique(), "claimant")
    articles = counted(count_articles(rows), "article")
    if rows.empty:
        return f"no claims · {edition}"
    said = [f"{claims} by {claimants} in {articles}", *_say_statuses(rows)]
    return " · ".join([*said, "reported, not verified", edition])


def _say_statuses(rows: pd.DataFrame) -> list[str]:
    """`of them 3 doubtful, 1 superseded`, where some claims do not simply stand."""
    found = rows["status"][rows["status"] != "current"].value_counts()
    said = ", ".join(f"{number} {status}" for status, number in found.items())
    return [f"of them {said}"] if said else []


def write_title(rows: pd.DataFrame) -> str:
    """What the rows are: `Verdicts, absence without leave · Russian forces · Mediazona · 2023`."""
    if rows.empty:
        return "No claims"
    parts = [
        _say_measures(rows),
        _name_or_count(rows, "unit_name", "units"),
        _name_or_count(rows, "claimant_name", "claimants"),
        _say_span(rows),
    ]
    return " · ".join(parts)


def _say_measures(rows: pd.DataFrame) -> str:
    measures = _name_or_count(rows, "measure_label", "measures")
    offences = rows["offence_label"].dropna().unique()
    if rows["measure"].nunique() > 1 or len(offences) != 1:
        return measures
    return f"{measures}, {offences[0][:1].lower()}{offences[0][1:]}"


def _name_or_count(rows: pd.DataFrame, column: str, noun: str) -> str:
    names = list(rows[column].unique())
    return join_names(names) if len(names) <= MOST_NAMED else f"{len(names)} {noun}"


def _say_span(rows: pd.DataFrame) -> str:
    """The first and the last month (or year) that the claims are about."""
    first = rows["window_start"].fillna(rows["window_end"]).min()
    last = rows["window_end"].max()
    yearly = (rows["window_end_precision"] == "year").all()
    form = "%Y" if yearly else "%Y-%m"
    words = [parse_date(day.strftime(form)).words() for day in (first, last)]
    return words[0] if words[0] == words[1] else f"{words[0]} to {words[1]}"
