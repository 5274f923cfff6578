"""A file is shown as it is now, or as it last was good."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Barrier, Thread

import pytest

from loaders.last_good import last_good_path
from loaders.live import Live, data_file, follow
from tests.loaders.following import (
    BROKEN,
    EDITED,
    SAYS_BROKEN,
    SAYS_EMPTY,
    SAYS_GONE,
    as_nobody,
    count,
    look,
    said,
)
from tests.loaders.small import SMALL, small


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
