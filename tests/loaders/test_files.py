"""Files whole: what is read and what takes the place of another."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders import files
from loaders.files import file_name, read_file, stamp, write_beside
from loaders.problems import Refused

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_bytes(b"one\n")
    return path


@pytest.mark.parametrize(
    ("path", "name"), [("a/figures.yaml", "figures.yaml"), ("a/data/", "data"), ("/", "/")]
)
def test_a_file_is_called_by_its_name_without_folders(path: str, name: str) -> None:
    assert file_name(path) == name


def test_a_file_is_read_up_to_the_size_that_is_allowed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2**20)
    file.write_bytes(b"x" * 2**20)
    assert read_file(file) == b"x" * 2**20
    file.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(Refused) as refused:
        read_file(file)
    assert str(refused.value) == (
        "figures.yaml: error: the file is larger than 1 MiB; check that it is the right one"
    )


@pytest.mark.parametrize("other", [b"two\n", b"three\n", b"3\n"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch, other: bytes
) -> None:
    """As long as before, longer or shorter."""
    os.utime(file, (0, 0))

    read = os.read

    def read_slowly(handle: int, limit: int) -> bytes:
        data = read(handle, min(limit, 1))
        file.write_bytes(other)
        return data

    monkeypatch.setattr("loaders.files.os.read", read_slowly)
    with pytest.raises(Refused) as refused:
        read_file(file)
    assert (
        str(refused.value) == "figures.yaml: error: the file changed while it was read; try again"
    )


def test_what_is_written_beside_is_on_the_disk_whole_before_it_gets_a_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr("loaders.files.os.fsync", lambda one: synced.append(os.fstat(one).st_size))
    with write_beside(file, b"three\n", ".saving-") as written:
        assert (written.parent, written.name[:8]) == (file.parent, ".saving-")
        assert (written.read_bytes(), written.stat().st_mode & 0o777) == (b"three\n", 0o600)
    assert synced == [6]
    assert not written.exists()


def test_what_is_like_another_file_has_its_owner_and_a_time_of_its_own(file: Path) -> None:
    if os.geteuid() == 0:
        os.chown(file, NOBODY, NOBODY)
    os.utime(file, (0, 0))
    with write_beside(file, b"two\n", ".saving-", file) as written:
        made, like = written.stat(), file.stat()
    assert (made.st_uid, made.st_gid, made.st_mode) == (like.st_uid, like.st_gid, like.st_mode)
    assert made.st_mtime > 0


@pytest.mark.parametrize("mark", ["st_mtime_ns", "st_ctime_ns", "st_size", "st_ino", "st_dev"])
def test_a_file_is_another_if_any_of_its_marks_is(
    file: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    before, found = stamp(file), file.stat()
    marks = {name: getattr(found, name) for name in dir(found) if name.startswith("st_")}
    assert before == stamp(file)
    other = SimpleNamespace(**{**marks, mark: marks[mark] + 1})
    monkeypatch.setattr("loaders.files.os.stat", lambda _: other)
    assert stamp(file) != before


def test_a_file_that_is_missing_is_told_from_one_that_cannot_be_asked_for(file: Path) -> None:
    marks = [stamp(file), stamp(file.with_name("none")), stamp(file / "none"), stamp("\0")]
    assert len(set(marks)) == 4
