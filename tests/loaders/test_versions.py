"""The date of the data: of its commit, or of the file where it is not as committed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from loaders.load import load
from loaders.versions import find_date
from tests.analysis.test_changed_since import make_repository
from tests.loaders.small import SMALL, small

FIRST, NEXT = SMALL, small(("count: 18000", "count: 18001"))


def set_time(file: Path, noon: int = 1_700_000_000) -> None:
    os.utime(file, (noon, noon))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T23:30:00+02:00")
    file = make_repository(tmp_path, FIRST, NEXT)
    set_time(file)
    return file


def test_the_data_is_of_the_day_of_its_commit(file: Path) -> None:
    ledger = load(file)
    assert ledger.dated == date(2026, 11, 20)
    assert ledger.edition == f"data of 20 November 2026, version {ledger.short_version}"


def test_a_file_that_is_not_as_committed_is_of_its_own_day(file: Path) -> None:
    file.write_text(small(("count: 18000", "count: 18002")), encoding="utf-8")
    set_time(file)
    assert load(file).dated == date(2023, 11, 14)


def test_without_git_the_file_has_its_own_day(tmp_path: Path) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(SMALL, encoding="utf-8")
    set_time(file)
    assert load(file).dated == date(2023, 11, 14)
    assert find_date(tmp_path / "none.yaml", b"") is None
