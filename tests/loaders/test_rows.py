"""Rows of the table, read by column."""

from __future__ import annotations

import pandas as pd

from loaders.rows import count_articles, read_rows
from loaders.table import tabulate
from tests.loaders.small import ledger_of

TABLE = tabulate(ledger_of())


def test_rows_are_read_by_column_also_where_they_say_nothing():
    (_, count, offence), (_, ranged, _) = read_rows(TABLE, "id", "count", "offence")
    assert (count, pd.isna(ranged), pd.isna(offence)) == (18000, True, True)


def test_an_article_that_printed_two_claims_counts_once():
    assert TABLE["articles"].tolist() == [2, 1]
    assert count_articles(TABLE) == 2
