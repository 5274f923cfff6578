"""The last good version beside the file, which survives a restart."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loaders.last_good import keep_last_good, last_good_path, recall_bytes
from loaders.live import Live
from tests.loaders.following import BROKEN, EDITED, SAYS_BROKEN, as_nobody, count, look, said
from tests.loaders.small import SMALL


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file of which a version is kept."""
    keep_last_good(tmp_path / "figures.yaml", b"a\nb\n")
    return tmp_path / "figures.yaml"


def test_what_is_kept_already_is_not_written_again(kept: Path) -> None:
    before = last_good_path(kept).stat()
    keep_last_good(kept, b"a\nb\n")
    assert last_good_path(kept).stat() == before


def test_a_copy_that_is_not_whole_is_none(kept: Path) -> None:
    copy = last_good_path(kept)
    assert recall_bytes(kept) == b"a\nb\n"
    copy.write_bytes(copy.read_bytes()[:-2])
    assert recall_bytes(kept) is None


def test_only_what_is_older_than_an_hour_is_swept_up(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, second in (("old", 0), ("new", 1)):
        left = kept.with_name(f".figures.yaml.last-good.saving-{name}")
        left.touch()
        os.utime(left, (second, second))
    monkeypatch.setattr("loaders.last_good.time.time", lambda: 3601)
    keep_last_good(kept, b"c\n")
    assert sorted(file.name for file in kept.parent.iterdir()) == [
        ".figures.yaml.last-good",
        ".figures.yaml.last-good.saving-new",
    ]


@pytest.mark.usefixtures("live")
def test_the_last_good_data_survives_a_restart(path):
    path.write_text(BROKEN)
    restarted = Live(path).current()
    assert (count(restarted), said(restarted)) == (18000, SAYS_BROKEN)
    assert restarted.ledger is not None
    assert restarted.ledger.name == "figures.yaml"
    kept = last_good_path(path).stat().st_mtime
    assert restarted.loaded_at == datetime.fromtimestamp(kept, tz=UTC)


@pytest.mark.usefixtures("live")
def test_a_newer_good_file_is_shown_after_a_restart(path):
    path.write_text(EDITED)
    assert look(Live(path)) == (81000, [])


def test_the_last_good_copy_is_the_file_below_one_line(path, live):
    first, _, rest = last_good_path(path).read_text().partition("\n")
    assert rest == SMALL
    assert first == f"# last version that loaded, sha256 {live.current().ledger.version}"


def test_a_broken_file_does_not_replace_the_last_good_copy(path, live):
    path.write_text(BROKEN)
    live.current()
    assert last_good_path(path).read_text().endswith(SMALL)


@pytest.mark.usefixtures("live")
@pytest.mark.parametrize(
    "spoil",
    [lambda data: data[:-3], lambda data: data[:-10] + b"\n", lambda _: b"", lambda _: b"\xff\n"],
)
def test_a_last_good_copy_that_is_not_whole_is_not_used(path, spoil):
    kept = last_good_path(path)
    kept.write_bytes(spoil(kept.read_bytes()))
    path.write_text(BROKEN)
    snapshot = Live(path).current()
    assert (snapshot.ledger, said(snapshot)) == (None, SAYS_BROKEN)


def test_a_copy_that_an_older_program_kept_and_this_one_refuses_is_not_used(path):
    keep_last_good(path, BROKEN.encode())
    assert look(Live(path)) == (18000, [])


@pytest.mark.usefixtures("live")
def test_a_copy_that_goes_away_while_it_is_read_is_not_used(path, monkeypatch):
    def read_and_delete(path: Path) -> bytes | None:
        data = recall_bytes(path)
        last_good_path(path).unlink()
        return data

    monkeypatch.setattr("loaders.live.recall_bytes", read_and_delete)
    path.write_text(BROKEN)
    snapshot = Live(path).current()
    assert (snapshot.ledger, said(snapshot)) == (None, SAYS_BROKEN)


def test_a_folder_that_may_not_be_written_is_no_reason_not_to_show_the_data(path, caplog):
    path.parent.chmod(0o555)
    with as_nobody():
        assert look(Live(path)) == (18000, [])
    path.parent.chmod(0o755)
    assert not last_good_path(path).exists()
    assert [message.partition(" Permission")[0] for message in caplog.messages] == [
        "the last good version is not kept: [Errno 13]"
    ]


def test_a_full_disk_leaves_the_older_copy_and_no_litter(path, live, monkeypatch, caplog):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("loaders.files.os.fsync", full)
    path.write_text(EDITED)
    assert look(live) == (81000, [])
    assert last_good_path(path).read_text().endswith(SMALL)
    assert sorted(file.name for file in path.parent.iterdir()) == [
        ".figures.yaml.last-good",
        "figures.yaml",
    ]
    assert caplog.messages == [
        "the last good version is not kept: [Errno 28] No space left on device"
    ]
    path.write_text(BROKEN)
    assert look(live) == (81000, SAYS_BROKEN)
