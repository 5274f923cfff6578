"""What a page works from: the ledger, the reader's filters, and the rows that pass them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from loaders.ledger import Ledger
from loaders.selection import Filters, describe


@dataclass(frozen=True)
class View:
    """One version of the data as one reader chose to see it."""

    ledger: Ledger
    table: pd.DataFrame
    """All figures."""
    filters: Filters
    rows: pd.DataFrame
    """The figures that pass the filters, in the order of the file."""

    def words(self) -> str:
        """`12 of 405 figures: help requests, Idite Lesom`."""
        if not self.filters:
            return f"All {len(self.rows)} figures"
        said = describe(self.filters, self.ledger)
        return f"{len(self.rows)} of {len(self.table)} figures: {said}"

    def rows_of(self, ids: Iterable[str]) -> pd.DataFrame:
        """These figures, whether they pass the filters or not."""
        return self.table[self.table["id"].isin(list(ids))]
