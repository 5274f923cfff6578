"""The real ledger, read once for these tests."""

from __future__ import annotations

import fcntl
import os
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
    """The static site of the whole ledger, written once by whichever process comes first."""
    own = tmp_path_factory.getbasetemp()
    out = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "site"
    with out.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            write_site(ledger, table, out, "https://example.org/figures")
    return out
