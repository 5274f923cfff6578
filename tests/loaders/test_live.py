from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import pytest

from loaders.last_good import keep_last_good, last_good_path, recall_bytes
from loaders.live import Live, Snapshot, data_file, follow
from tests.loaders.small import SMALL, small

EDITED = small(("count: 18000", "count: 81000"))
BROKEN = small(("count: 18000", "count: 18k"))
SAYS_BROKEN = [
    'figures.yaml:22:12: error: hur-russia-2024: count: expected a whole number, found "18k"'
]
SAYS_EMPTY = ["figures.yaml: error: the file is empty; an editor may be in the middle of saving it"]
SAYS_GONE = ["figures.yaml: error: the file does not exist; check the name and the folder"]
NOBODY = 65534


@pytest.fixture
def path() -> Iterator[Path]:
    """A data file in a folder that every user may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "figures.yaml").write_text(SMALL)
    yield folder / "figures.yaml"
    shutil.rmtree(folder)


@pytest.fixture
def live(path: Path) -> Live:
    """The file as followed since it was good, with hardly a wait for editors."""
    followed = Live(path, settle=0.001)
    assert count(followed.current()) == 18000
    return followed


def count(snapshot: Snapshot) -> int:
    """The number that a page would show."""
    assert snapshot.ledger is not None
    shown = snapshot.ledger.figures["hur-russia-2024"].count.low
    assert int(snapshot.table["count"].iloc[0]) == shown
    return shown


def said(snapshot: Snapshot) -> list[str]:
    return [str(problem) for problem in snapshot.problems]


def look(live: Live) -> tuple[int, list[str]]:
    """What a page shows now, and what its banner says."""
    snapshot = live.current()
    return count(snapshot), said(snapshot)


def test_an_edited_file_is_shown(path, live):
    path.write_text(EDITED)
    assert look(live) == (81000, [])


def test_an_edited_file_is_the_last_good_one_from_then_on(path, live):
    path.write_text(EDITED)
    live.current()
    assert last_good_path(path).read_text().endswith(EDITED)


def test_a_file_that_was_not_touched_is_not_read_again(live):
    assert live.current() is live.current()


def test_a_broken_file_leaves_the_last_good_data_and_says_what_is_wrong(path, live):
    path.write_text(BROKEN)
    assert look(live) == (18000, SAYS_BROKEN)


def test_a_mended_file_clears_the_banner(path, live):
    path.write_text(BROKEN)
    live.current()
    path.write_text(SMALL)
    assert look(live) == (18000, [])


def test_a_file_emptied_by_an_editor_is_not_taken_for_data(path, live):
    path.write_text("")
    assert look(live) == (18000, SAYS_EMPTY)
    path.write_text(EDITED)
    assert look(live) == (81000, [])


def test_a_half_written_file_is_not_taken_for_data(path, live):
    path.write_text(EDITED[: EDITED.index("citations")])
    figures, problems = look(live)
    assert figures == 18000
    assert problems == [
        "figures.yaml:26:5: error: the last line has no line break: the file may be cut off; "
        "end it with one"
    ]


def test_a_change_that_keeps_size_and_time_is_seen(path, live):
    before = path.stat()
    path.write_text(EDITED)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert look(live) == (81000, [])


def test_two_saves_within_a_second_are_both_seen(path, live):
    path.write_text(EDITED)
    assert look(live) == (81000, [])
    path.write_text(small(("count: 18000", "count: 19000")))
    assert look(live) == (19000, [])


def test_a_file_replaced_in_one_step_is_seen(path, live):
    (path.parent / "new").write_text(EDITED)
    os.replace(path.parent / "new", path)
    assert look(live) == (81000, [])


def test_a_deleted_file_leaves_the_last_good_data_until_it_is_back(path, live):
    path.unlink()
    assert look(live) == (18000, SAYS_GONE)
    path.write_text(EDITED)
    assert look(live) == (81000, [])


def test_a_file_that_becomes_a_folder_leaves_the_last_good_data(path, live):
    path.unlink()
    path.mkdir()
    assert look(live) == (
        18000,
        ["figures.yaml: error: this is a folder, not a file; name the YAML file itself"],
    )
    path.rmdir()
    path.write_text(EDITED)
    assert look(live) == (81000, [])


def test_a_file_that_becomes_a_link_is_followed_to_what_it_points_to(path, live):
    other = path.parent / "other.yaml"
    other.write_text(EDITED)
    path.unlink()
    path.symlink_to(other)
    assert look(live) == (81000, [])
    other.write_text(SMALL)
    assert look(live) == (18000, [])
    other.unlink()
    assert look(live) == (18000, SAYS_GONE)


def test_a_file_that_becomes_a_pipe_does_not_hang_the_page(path, live):
    path.unlink()
    os.mkfifo(path)
    assert look(live) == (
        18000,
        ["figures.yaml: error: this is not an ordinary file; name the YAML file itself"],
    )


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the administrator, who may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_leaves_the_last_good_data(path, live):
    path.chmod(0)
    with as_nobody():
        assert look(live) == (
            18000,
            ["figures.yaml: error: the file may not be read; check its permissions"],
        )
    path.chmod(0o644)
    assert look(live) == (18000, [])


def test_a_clock_that_goes_back_hides_no_change(path, live):
    path.write_text(EDITED)
    os.utime(path, (0, 0))
    assert look(live) == (81000, [])
    path.write_text(SMALL)
    os.utime(path, (2**33, 2**33))
    assert look(live) == (18000, [])


def test_a_file_is_read_only_after_it_has_been_quiet_for_a_moment(path, live, monkeypatch):
    """The editor goes on writing while the reader waits for quiet."""
    path.write_text(BROKEN)
    monkeypatch.setattr("loaders.live.time.time_ns", lambda: path.stat().st_ctime_ns)
    monkeypatch.setattr("loaders.live.time.sleep", lambda _: path.write_text(EDITED))
    assert look(live) == (18000, [])
    monkeypatch.undo()
    assert look(live) == (81000, [])


def test_a_file_is_quiet_when_neither_of_its_times_is_recent(path, monkeypatch):
    """By the clock, so that nobody waits; the file has one settling time of four seconds."""
    live = Live(path, settle=4)
    waits: list[float] = []
    monkeypatch.setattr("loaders.live.time.sleep", waits.append)
    assert count(live.current()) == 18000
    assert waits == []
    for passed, text, waited in ((4 * 10**9, EDITED, [4]), (4 * 10**9 + 1, SMALL, [4])):
        path.write_text(text)
        os.utime(path, (0, 0))
        changed = path.stat().st_ctime_ns
        monkeypatch.setattr("loaders.live.time.time_ns", lambda at=changed + passed: at)
        live.current()
        assert waits == waited


def test_a_file_that_an_editor_puts_in_place_meanwhile_was_never_gone(path, live, monkeypatch):
    path.unlink()
    monkeypatch.setattr("loaders.live.time.sleep", lambda _: path.write_text(EDITED))
    assert look(live) == (18000, [])


def test_the_first_look_waits_for_nothing_and_says_what_it_found(path, monkeypatch):
    path.write_text(BROKEN)
    live = Live(path)
    real = live._accept

    def replaced_meanwhile(data: bytes) -> None:
        path.write_text(EDITED)
        real(data)

    monkeypatch.setattr(live, "_accept", replaced_meanwhile)
    monkeypatch.setattr("loaders.live.time.sleep", lambda _: path.write_text(SMALL))
    snapshot = live.current()
    assert (snapshot.ledger, said(snapshot)) == (None, SAYS_BROKEN)
    assert snapshot.state == ("", snapshot.problems)


def test_a_file_replaced_while_it_is_read_is_read_again(path, live, monkeypatch):
    path.write_text(BROKEN)
    real = live._accept

    def replaced_meanwhile(data: bytes) -> None:
        path.write_text(EDITED)
        real(data)

    monkeypatch.setattr(live, "_accept", replaced_meanwhile)
    assert look(live) == (18000, [])
    monkeypatch.undo()
    assert look(live) == (81000, [])


def test_a_file_that_never_was_good_shows_no_data_and_says_why(path):
    path.write_text(BROKEN)
    snapshot = Live(path).current()
    assert (snapshot.ledger, len(snapshot.table), said(snapshot)) == (None, 0, SAYS_BROKEN)


@pytest.mark.parametrize("folder", [".", "..", "/", "./"])
def test_a_folder_in_place_of_the_file_is_named_as_one(folder):
    (problem,) = Live(folder).current().problems
    assert problem.message == "this is a folder, not a file; name the YAML file itself"


def test_the_state_changes_with_the_data_and_with_the_banner(path, live):
    states = [live.current().state]
    for text in (BROKEN, EDITED, BROKEN):
        path.write_text(text)
        states.append(live.current().state)
    assert len(set(states)) == 4


def test_sessions_that_come_while_one_reads_go_on_with_what_there_was(path, live):
    path.write_text(EDITED)
    before = live._snapshot
    with live._lock:
        assert live.current() is before
    assert look(live) == (81000, [])


def test_many_first_visitors_get_one_ledger(path):
    live, found, start = Live(path), [], Barrier(8)

    def visit() -> None:
        start.wait()
        found.append(live.current().ledger)

    threads = [Thread(target=visit) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(ledger) for ledger in found}) == 1


# --- a file that lost much of its content ---------------------------------------------------

LOST = SMALL[: SMALL.index("  - id: hur-8-army")]
SHRUNKEN = LOST.replace("18000", "19000")
SAYS_HELD = [
    "figures.yaml: error: 10 lines are gone from the end of the file, and no more is changed; "
    "it is held back"
]
SAYS_SHRUNKEN = ["figures.yaml: error: 1 of 2 figures are gone from the file; it is held back"]


def test_a_file_cut_off_at_the_end_of_a_line_is_held_back(path, live):
    path.write_text(LOST)
    assert look(live) == (18000, SAYS_HELD)
    assert len(live.current().table) == 2
    assert live.current().held_back


def test_a_file_that_is_held_back_can_be_shown_anyway(path, live):
    path.write_text(LOST)
    assert live.current().held_back
    shown = live.show_anyway()
    assert (len(shown.table), said(shown), shown.held_back) == (1, [], False)
    assert live.current() is shown


def test_a_file_that_lost_more_than_a_third_of_its_figures_is_held_back(path, live):
    path.write_text(SHRUNKEN)
    assert look(live) == (18000, SAYS_SHRUNKEN)


def test_a_file_cut_off_at_the_end_of_any_line_is_never_shown(path, live):
    path.write_text(SMALL + "# one more\n")
    assert look(live) == (18000, [])
    lines = SMALL.splitlines(keepends=True)
    for end in range(len(lines)):
        path.write_text("".join(lines[: end + 1]))
        assert live.current().problems


def test_a_file_that_lacks_its_last_line_lacks_one_line(path, live):
    path.write_text(SMALL + "# one more\n")
    assert look(live) == (18000, [])
    path.write_text(SMALL)
    assert look(live) == (
        18000,
        [
            "figures.yaml: error: 1 line is gone from the end of the file, "
            "and no more is changed; it is held back"
        ],
    )


def test_showing_anyway_what_is_not_held_back_shows_what_there_is(live):
    assert (count(live.show_anyway()), said(live.current())) == (18000, [])


def test_showing_anyway_is_for_that_content_only(path, live):
    path.write_text(LOST)
    live.current()
    path.write_text(SHRUNKEN)
    live.show_anyway()
    assert look(live) == (18000, SAYS_SHRUNKEN)


def test_a_file_with_all_its_figures_back_clears_the_banner(path, live):
    path.write_text(LOST)
    live.current()
    path.write_text(EDITED)
    assert look(live) == (81000, [])


def test_a_third_of_the_figures_may_go_in_one_edit(path):
    figure = SMALL[SMALL.index("  - id: hur-8-army") :]
    three = SMALL + figure.replace("hur-8-army-2024", "hur-8-army-x").replace("2024-04", "2024-03")
    path.write_text(three)
    live = Live(path, settle=0.001)
    assert len(live.current().table) == 3
    path.write_text(EDITED)
    assert (len(live.current().table), said(live.current())) == (2, [])


# --- a restart ------------------------------------------------------------------------------


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
def test_a_file_that_lost_much_while_the_server_was_down_is_held_back(path):
    path.write_text(LOST)
    assert look(Live(path)) == (18000, SAYS_HELD)


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


def test_one_file_is_followed_once_in_a_process(path):
    assert follow(str(path)) is follow(str(path))


def test_the_data_file_is_named_by_the_environment(monkeypatch):
    monkeypatch.setenv("DESERTION_DATA", "/srv/data/figures.yaml")
    assert data_file() == "/srv/data/figures.yaml"
    monkeypatch.setenv("HOME", "/home/curator")
    monkeypatch.setenv("DESERTION_DATA", "~/figures.yaml")
    assert data_file() == "/home/curator/figures.yaml"
    monkeypatch.delenv("DESERTION_DATA")
    assert Path(data_file()) == Path(__file__).parents[2] / "figures.yaml"
