"""The ledger whose every text is a payload: as a file, as a ledger, as a reader's session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.ledger import Ledger
from loaders.load import read_ledger
from tests.pages.conftest import ROOT, start
from tests.trust.payloads import write_ledger


@pytest.fixture(scope="package")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("payloads") / "figures.yaml"
    file.write_text(write_ledger(), encoding="utf-8")
    return file


@pytest.fixture(scope="package")
def ledger(file: Path) -> Ledger:
    return read_ledger(file.read_bytes())


@pytest.fixture(scope="package")
def app(file: Path) -> Iterator[AppTest]:
    """One reader's session, which the tests lead from page to page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("DESERTION_DATA", str(file))
        yield start(60)
