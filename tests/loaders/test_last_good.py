"""The last good version beside the file: written once, and nothing of others swept away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.last_good import keep_last_good, last_good_path, recall_bytes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    keep_last_good(tmp_path / "figures.yaml", b"a\nb\n")
    return tmp_path / "figures.yaml"


def test_what_is_kept_already_is_not_written_again(path: Path) -> None:
    kept = last_good_path(path).stat()
    keep_last_good(path, b"a\nb\n")
    assert last_good_path(path).stat() == kept


def test_a_copy_that_is_not_whole_is_none(path: Path) -> None:
    kept = last_good_path(path)
    assert recall_bytes(path) == b"a\nb\n"
    kept.write_bytes(kept.read_bytes()[:-2])
    assert recall_bytes(path) is None


def test_only_what_is_older_than_an_hour_is_swept_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, second in (("old", 0), ("new", 1)):
        left = path.with_name(f".figures.yaml.last-good.saving-{name}")
        left.touch()
        os.utime(left, (second, second))
    monkeypatch.setattr("loaders.last_good.time.time", lambda: 3601)
    keep_last_good(path, b"c\n")
    assert sorted(file.name for file in path.parent.iterdir()) == [
        ".figures.yaml.last-good",
        ".figures.yaml.last-good.saving-new",
    ]
