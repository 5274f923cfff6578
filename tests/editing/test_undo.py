"""The last save taken back, and brought back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from editing.block import Edit
from editing.disk import Conflict, NotSaved, kept_path, read_kept, version_of
from editing.save import TERMINAL, NotAllowed, Policy, list_difference, put, save
from loaders.ledger import Ledger
from loaders.problems import Refused
from tests.editing.small import HEAD, figure

SMALL = (HEAD + "figures:\n" + figure("a", "2023") + figure("b", "2024")).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_bytes(SMALL)
    return path


@pytest.fixture
def after(file: Path) -> bytes:
    save(file, [Edit("figures", figure("b", "2025"), key="b")], version_of(SMALL), TERMINAL)
    return file.read_bytes()


def undo(file: Path, seen: str, policy: Policy) -> Ledger:
    return put(file, read_kept(file), seen, policy)


def test_an_undo_puts_the_version_before_back_and_a_second_one_the_save(
    file: Path, after: bytes
) -> None:
    assert undo(file, version_of(after), TERMINAL).version == version_of(SMALL)
    assert file.read_bytes() == SMALL
    undo(file, version_of(SMALL), TERMINAL)
    assert file.read_bytes() == after


def test_what_an_undo_changes_is_shown_as_a_difference(file: Path, after: bytes) -> None:
    lines = list(
        list_difference(after.decode(), read_kept(file).decode(), ("now", "before"), context=1)
    )
    assert lines[:2] == ["--- now", "+++ before"]
    assert lines[3:] == [
        "     count: 5",
        "-    during: 2025",
        "+    during: 2024",
        "     basis: estimate",
    ]


def test_where_nothing_was_saved_there_is_nothing_to_take_back(file: Path) -> None:
    with pytest.raises(NotSaved) as none:
        undo(file, version_of(SMALL), TERMINAL)
    assert str(none.value) == "there is no version to go back to: figures.yaml.bak is not there"
    kept_path(file).write_bytes(SMALL)
    with pytest.raises(NotSaved) as same:
        undo(file, version_of(SMALL), TERMINAL)
    assert str(same.value) == (
        "there is nothing to take back: figures.yaml.bak and figures.yaml agree"
    )


def test_an_undo_is_a_save_like_any_other(file: Path, after: bytes) -> None:
    with pytest.raises(NotAllowed):
        undo(file, version_of(after), Policy("editing is off"))
    with pytest.raises(Conflict):
        undo(file, version_of(SMALL), TERMINAL)
    kept_path(file).write_bytes(SMALL.replace(b"claimant: hur", b"claimant: hurr"))
    with pytest.raises(Refused):
        undo(file, version_of(after), TERMINAL)
    assert file.read_bytes() == after
