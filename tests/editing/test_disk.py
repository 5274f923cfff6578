"""Bytes over a file: whole or not at all, whoever else writes and whenever the writer dies."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import stat
import threading
import time
from pathlib import Path
from typing import NoReturn

import pytest

from editing import disk
from editing.disk import Conflict, NotSaved, overwrite, version_of
from loaders.load import read_ledger
from loaders.problems import Refused
from tests.editing.small import REAL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_bytes(b"one\n")
    return path


def test_the_new_bytes_stand_in_the_file_and_the_old_ones_beside_it(file: Path) -> None:
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert file.read_bytes() == b"two\n"
    assert file.with_name("figures.yaml.bak").read_bytes() == b"one\n"
    assert sorted(os.listdir(file.parent)) == ["figures.yaml", "figures.yaml.bak"]


def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o664)
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


def test_a_link_is_followed_and_stays_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.yaml"
    link.symlink_to(file)
    overwrite(link, b"two\n", version_of(b"one\n"))
    assert link.is_symlink()
    assert file.read_bytes() == b"two\n"


def test_another_version_is_a_conflict_that_shows_what_is_there_now(file: Path) -> None:
    with pytest.raises(Conflict, match=r"figures\.yaml was changed since it was read") as caught:
        overwrite(file, b"two\n", version_of(b"zero\n"))
    assert caught.value.data == b"one\n"
    assert caught.value.version == version_of(b"one\n")
    assert os.listdir(file.parent) == ["figures.yaml"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the file does not exist"):
        overwrite(tmp_path / "figures.yaml", b"two\n", "")


def test_a_fault_while_writing_leaves_everything_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSaved, match=r"figures\.yaml could not be saved: No space left on dev"):
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert file.read_bytes() == b"one\n"
    assert os.listdir(file.parent) == ["figures.yaml"]


def test_what_a_killed_writer_left_is_swept_up(file: Path) -> None:
    file.with_name(".figures.yaml.saving-x").write_bytes(b"tw")
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert sorted(os.listdir(file.parent)) == ["figures.yaml", "figures.yaml.bak"]


def test_a_writer_waits_for_another_and_then_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "WAIT_SECONDS", 0.05)
    with (
        disk._lock(file.parent),
        pytest.raises(NotSaved, match="somebody else is saving; try again in a moment"),
    ):
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert file.read_bytes() == b"one\n"


def test_threads_lose_no_line(file: Path) -> None:
    def append(word: str) -> None:
        for number in range(20):
            while True:
                before = file.read_bytes()
                try:
                    overwrite(file, before + f"{word} {number}\n".encode(), version_of(before))
                    break
                except Conflict:
                    continue

    threads = [threading.Thread(target=append, args=(word,)) for word in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = ["one", *(f"{word} {number}" for word in "ab" for number in range(20))]
    assert sorted(file.read_text().splitlines()) == sorted(expected)


def write_for_ever(path: Path, versions: list[bytes]) -> NoReturn:
    while True:
        for version in versions:
            if (before := path.read_bytes()) != version:
                overwrite(path, version, version_of(before))


def test_a_writer_killed_a_hundred_times_leaves_a_file_that_loads_every_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "figures.yaml"
    real = REAL.read_bytes()
    versions = [real, real + b"# one more line\n" * 200]
    path.write_bytes(versions[0])
    assert all(read_ledger(version).figures for version in versions)
    chance = random.Random(1)
    found, cut_short = set(), 0
    for _ in range(100):
        if (writer := os.fork()) == 0:
            with contextlib.suppress(BaseException):
                write_for_ever(path, versions)
            os._exit(1)
        time.sleep(chance.uniform(0, 0.05))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        found.add(path.read_bytes())
        cut_short += any(tmp_path.glob(".figures.yaml.saving-*"))
    assert found == set(versions)
    assert cut_short > 0
