"""Bytes over a file: whole or not at all, whoever else writes and whenever the writer dies."""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import signal
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from editing import disk
from editing.disk import Conflict, NotSaved, overwrite, version_of
from loaders.load import read_ledger
from loaders.problems import Refused
from tests.editing.small import REAL

ALL = [".figures.yaml.lock", ".figures.yaml.saved", "figures.yaml", "figures.yaml.bak"]
KEPT = ("figures.yaml", "figures.yaml.bak", ".figures.yaml.saved")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_bytes(b"one\n")
    return path


def test_the_new_bytes_stand_in_the_file_and_the_old_ones_beside_it(file: Path) -> None:
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert file.read_bytes() == b"two\n"
    assert file.with_name("figures.yaml.bak").read_bytes() == b"one\n"
    assert sorted(os.listdir(file.parent)) == ALL


def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o664)
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


def test_extended_attributes_are_kept(file: Path) -> None:
    os.setxattr(file, "user.source", b"desk")
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert os.getxattr(file, "user.source") == b"desk"


def test_a_file_with_a_second_name_is_not_replaced_under_one_of_them(file: Path) -> None:
    other = file.with_name("other.yaml")
    other.hardlink_to(file)
    with pytest.raises(NotSaved) as caught:
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert str(caught.value) == (
        "figures.yaml has another name (a hard link), which would keep the old version; "
        "make that a symbolic link and save again"
    )
    assert (file.read_bytes(), other.read_bytes()) == (b"one\n", b"one\n")


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
    assert sorted(os.listdir(file.parent)) == [".figures.yaml.lock", "figures.yaml"]


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
    assert sorted(os.listdir(file.parent)) == [".figures.yaml.lock", "figures.yaml"]


def test_what_a_killed_writer_left_is_swept_up(file: Path) -> None:
    file.with_name(".figures.yaml.saving-x").write_bytes(b"tw")
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert sorted(os.listdir(file.parent)) == ALL


def test_a_writer_waits_for_another_and_then_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "WAIT_SECONDS", 0.05)
    with (
        disk._lock(file),
        pytest.raises(NotSaved, match="somebody else is saving; try again in a moment"),
    ):
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert file.read_bytes() == b"one\n"


@pytest.mark.parametrize(("permissions", "lock"), [(0o644, 0o600), (0o664, 0o660)])
def test_only_who_may_write_the_file_may_hold_its_lock(
    file: Path, permissions: int, lock: int
) -> None:
    file.chmod(permissions)
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert stat.S_IMODE(file.with_name(".figures.yaml.lock").stat().st_mode) == lock


def test_who_holds_the_folder_stops_no_writer(file: Path) -> None:
    folder = os.open(file.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    overwrite(file, b"two\n", version_of(b"one\n"))
    os.close(folder)
    assert file.read_bytes() == b"two\n"


# --- an editor that takes no part in the lock -------------------------------------------------


def rename_over(file: Path, data: bytes) -> None:
    """Save as an editor does."""
    new = file.with_name("new")
    new.write_bytes(data)
    os.replace(new, file)


def kept_beside(file: Path) -> set[bytes]:
    """The versions that somebody finds in the file and beside it."""
    files = [file.with_name(name) for name in KEPT]
    return {path.read_bytes() for path in files if path.is_file()}


def let_the_editor_save_before(monkeypatch: pytest.MonkeyPatch, *versions: bytes) -> None:
    """One version right before each of our swaps."""
    waiting = list(versions)

    swap_now = disk.swap

    def swap_late(one: Path, other: Path) -> bool:
        if waiting:
            rename_over(other, waiting.pop(0))
        return swap_now(one, other)

    monkeypatch.setattr(disk, "swap", swap_late)


def test_what_an_editor_saves_in_the_very_moment_stays_and_is_a_conflict(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_the_editor_save_before(monkeypatch, b"theirs\n")
    with pytest.raises(Conflict) as caught:
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert caught.value.data == b"theirs\n"
    assert file.read_bytes() == b"theirs\n"


def test_what_an_editor_saves_twice_in_the_very_moment_is_all_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_the_editor_save_before(monkeypatch, b"theirs\n", b"theirs once more\n")
    with pytest.raises(Conflict):
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert kept_beside(file) == {b"theirs\n", b"theirs once more\n"}


def test_what_an_editor_writes_into_the_old_file_the_moment_after_is_in_the_backup(
    file: Path,
) -> None:
    with file.open("r+b") as open_before:
        overwrite(file, b"two\n", version_of(b"one\n"))
        open_before.write(b"theirs\n")
    assert kept_beside(file) == {b"two\n", b"theirs\n"}


def test_what_we_saved_is_there_when_an_editor_saves_over_it_the_moment_after(file: Path) -> None:
    overwrite(file, b"two\n", version_of(b"one\n"))
    rename_over(file, b"theirs\n")
    assert kept_beside(file) == {b"one\n", b"two\n", b"theirs\n"}


def let_the_editor_act_after(monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None]) -> None:
    """Once, right after our first swap."""
    acts, swap_now = [act], disk.swap

    def swap_early(one: Path, other: Path) -> bool:
        swapped = swap_now(one, other)
        if acts:
            acts.pop()(other)
        return swapped

    monkeypatch.setattr(disk, "swap", swap_early)


def test_what_we_saved_is_there_when_an_editor_takes_the_file_away_the_moment_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_the_editor_act_after(monkeypatch, Path.unlink)
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert kept_beside(file) == {b"one\n", b"two\n"}


def test_what_an_editor_saved_is_there_when_it_takes_the_file_away_the_moment_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_the_editor_act_after(monkeypatch, Path.unlink)
    let_the_editor_save_before(monkeypatch, b"theirs\n")
    with pytest.raises(NotSaved, match="No such file or directory"):
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert kept_beside(file) == {b"theirs\n"}


def test_what_an_editor_saved_for_itself_alone_is_put_back_unread(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder stands for what may not be read, for the administrator may read every file."""
    theirs, swap_now = file.with_name("theirs"), disk.swap
    theirs.mkdir()

    def swap_late(one: Path, other: Path) -> bool:
        if theirs.exists():
            file.unlink()
            theirs.rename(file)
        return swap_now(one, other)

    monkeypatch.setattr(disk, "swap", swap_late)
    with pytest.raises(Refused, match="this is a folder"):
        overwrite(file, b"two\n", version_of(b"one\n"))
    assert file.is_dir()
    assert kept_beside(file) == {b"one\n"}


def test_a_system_that_cannot_swap_saves_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "swap", lambda *_: False)
    overwrite(file, b"two\n", version_of(b"one\n"))
    assert kept_beside(file) == {b"one\n", b"two\n"}


def test_two_files_change_names(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"two\n")
    assert disk.swap(other, file)
    assert (file.read_bytes(), other.read_bytes()) == (b"two\n", b"one\n")
    with pytest.raises(FileNotFoundError):
        disk.swap(file.with_name("none"), file)


def write_into(file: Path, data: bytes) -> None:
    with file.open("wb", buffering=0) as emptied:
        emptied.write(data)


def move_away_and_write(file: Path, data: bytes) -> None:
    old = file.rename(file.with_name("old"))
    file.write_bytes(data)
    old.unlink()


@pytest.mark.parametrize("save", [rename_over, write_into, move_away_and_write])
def test_whenever_an_editor_saves_neither_version_is_lost(
    file: Path, save: Callable[[Path, bytes], None]
) -> None:
    chance = random.Random(1)
    for number in range(35):
        before, ours, theirs = file.read_bytes(), f"o{number}\n".encode(), f"t{number}\n".encode()
        pause = chance.uniform(0, 0.012)

        def edit(pause: float = pause, theirs: bytes = theirs) -> None:
            time.sleep(pause)
            save(file, theirs)

        editor = threading.Thread(target=edit)
        editor.start()
        try:
            overwrite(file, ours, version_of(before))
        except (NotSaved, Refused):
            ours = theirs
        editor.join()
        assert {ours, theirs} <= kept_beside(file)


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


@pytest.mark.long
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
        time.sleep(chance.uniform(0, 0.08))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        found.add(path.read_bytes())
        cut_short += any(tmp_path.glob(".figures.yaml.saving-*"))
    assert found == set(versions)
    assert cut_short > 0
