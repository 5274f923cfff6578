"""The real ledger, read once for these tests."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from exports.site.build import write_site
from loaders.ledger import Ledger
from loaders.load import load
from loaders.table import tabulate


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return load("figures.yaml")


@pytest.fixture(scope="session")
def table(ledger: Ledger) -> pd.DataFrame:
    return tabulate(ledger)


@pytest.fixture(scope="session")
def site(ledger: Ledger, table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static site of the whole ledger, written once for these tests."""
    out = tmp_path_factory.mktemp("site")
    write_site(ledger, table, out, "https://example.org/figures")
    return out
