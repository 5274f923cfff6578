"""One row of the table with every column filled, and one with as few as there can be."""

from __future__ import annotations

from typing import Any

import pandas as pd

from loaders.load import read_ledger
from loaders.table import COLUMNS, count_articles, read_rows, tabulate
from tests.loaders.small import ledger_of, small

FULL = """\
  - id: full
    claimant: hur
    measure: verdicts
    offence: awol
    unit: 8-army
    category: mobilised
    place: Kursk
    count: 7
    bound: at_least
    as_of: 2024-05
    since: 2023-02-03
    basis: court_records
    status: doubtful
    part_of: hur-russia-2024
    supersedes: old
    inferred: [place, since]
    note: A note.
    disputed_by:
      - {claimant: agora, article: paper-a}
    citations:
      - {article: paper-b, via: [Agora], printed: {count: 9}}
      - {article: paper-a}
  - id: old
    claimant: hur
    measure: verdicts
    offence: awol
    unit: 8-army
    count: 9
    during: 2024-05
    per: day
    basis: court_records
    status: superseded
    citations:
      - {article: paper-b}
"""
ROW = {
    "id": "full",
    "sentence": (
        "Defence Intelligence reported at least 7 verdicts (absence without leave) for "
        "8th Army, mobilised, Kursk from 3 February 2023 up to May 2024."
    ),
    "claimant": "hur",
    "claimant_name": "Defence Intelligence",
    "claimant_kind": "state_body",
    "claimant_side": "ukraine",
    "measure": "verdicts",
    "measure_label": "Verdicts",
    "counts": "verdicts",
    "offence": "awol",
    "offence_label": "Absence without leave",
    "force": "russia",
    "unit": "8-army",
    "unit_name": "8th Army",
    "unit_path": "russia/8-army",
    "category": "mobilised",
    "place": "Kursk",
    "kind": "as_of",
    "count": 7,
    "bound": "at_least",
    "count_low": 7,
    "window": "2024-05",
    "window_start": pd.Timestamp("2023-02-03"),
    "window_start_precision": "day",
    "window_end": pd.Timestamp("2024-05-31"),
    "window_end_precision": "month",
    "basis": "court_records",
    "status": "doubtful",
    "part_of": "hur-russia-2024",
    "supersedes": "old",
    "inferred": "place; since",
    "disputed": True,
    "articles": 2,
    "origin_articles": 1,
    "changed_articles": 1,
    "outlets": "Paper; Zeitung",
    "first_outlet": "Paper",
    "first_title": "A",
    "first_language": "en",
    "first_published": "2024-05",
    "first_url": "https://a.org/1",
    "urls": "https://a.org/1 https://b.org/2",
    "note": "A note.",
}
"""The cells of the first that are not empty."""


def rows_of(text: str) -> dict[str, dict[str, Any]]:
    """Id of a figure -> its cells that are not empty."""
    table = tabulate(read_ledger(text.encode()))
    return {
        row["id"]: {str(name): value for name, value in row.items() if not pd.isna(value)}
        for row in table.to_dict("records")
    }


def test_every_column_of_a_row_says_its_part_of_the_figure():
    row = rows_of(small() + FULL)["full"]
    assert row == ROW
    assert set(COLUMNS) - set(row) == {"count_high", "per"}


def test_what_a_figure_does_not_have_is_empty():
    rows = rows_of(small(("published: 2024-05, ", ""), (", side: ukraine", "")) + FULL)
    small_row = rows["hur-8-army-2024"]
    assert set(COLUMNS) - set(small_row) == {
        *("claimant_side", "offence", "offence_label", "category", "place", "count", "per"),
        *("supersedes", "inferred", "first_published", "note"),
    }
    assert (small_row["count_low"], small_row["count_high"]) == (60, 90)
    assert (small_row["window_start"], small_row["window_start_precision"]) == (
        pd.Timestamp("2024-04-01"),
        "month",
    )
    assert (small_row["disputed"], small_row["changed_articles"]) == (False, 0)
    assert (rows["old"]["per"], rows["old"]["kind"]) == ("day", "rate")
    assert "window_start" not in rows["hur-russia-2024"]


def test_rows_are_read_by_column_and_articles_counted_once():
    table = tabulate(ledger_of())
    assert list(read_rows(table, "unit", "articles")) == [("russia", 2), ("8-army", 1)]
    assert (count_articles(table), count_articles(table[1:]), count_articles(table[:0])) == (
        2,
        1,
        0,
    )
