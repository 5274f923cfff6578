"""What a page works from: the ledger, the reader's filters, and the rows that pass them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import pandas as pd
import streamlit as st

from loaders.ledger import Ledger
from loaders.live import Snapshot
from loaders.selection import Filters, describe, select

_KEY = "view"


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
            return f"All {len(self.table)} figures"
        said = describe(self.filters, self.ledger)
        return f"{len(self.rows)} of {len(self.table)} figures: {said}"


def set_view(snapshot: Snapshot, filters: Filters) -> None:
    """Fix what this run shows; every page of the run reads it with `get_view`."""
    assert snapshot.ledger is not None
    rows = select(snapshot.ledger, snapshot.table, filters)
    st.session_state[_KEY] = View(snapshot.ledger, snapshot.table, filters, rows)


def get_view() -> View:
    return cast("View", st.session_state[_KEY])
