"""The real ledger, read once for these tests."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.ledger import Ledger
from loaders.load import load
from loaders.table import tabulate


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return load("figures.yaml")


@pytest.fixture(scope="session")
def table(ledger: Ledger) -> pd.DataFrame:
    return tabulate(ledger)
