"""Killed processes and used-up resources: what is kept stays whole, what was opened is closed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from loaders.files import read_file
from loaders.last_good import keep_last_good, last_good_path, recall_bytes
from loaders.live import Live
from loaders.problems import Refused
from tests.loaders.small import SMALL

KEEPER = """\
import sys
from loaders.last_good import keep_last_good
print("started", flush=True)
versions = [(sign * 300_000 + "\\n").encode() for sign in "ab"]
while True:
    for data in versions:
        keep_last_good(sys.argv[1], data)
"""
ROOT = Path(__file__).parents[2]
KILLS = 10


def test_a_process_killed_at_any_moment_leaves_a_whole_copy(tmp_path):
    path, random = tmp_path / "figures.yaml", Random(1)
    keep_last_good(path, b"b" * 300_000 + b"\n")
    for _ in range(KILLS):
        keeper = subprocess.Popen(
            [sys.executable, "-c", KEEPER, path], cwd=ROOT, stdout=subprocess.PIPE
        )
        with keeper:
            assert keeper.stdout is not None
            assert keeper.stdout.readline() == b"started\n"
            time.sleep(random.random() / 50)
            keeper.kill()
        kept = recall_bytes(path)
        assert kept is not None
        assert kept in ((b"a" * 300_000) + b"\n", (b"b" * 300_000) + b"\n")


def test_what_killed_processes_left_behind_is_swept(tmp_path):
    path = tmp_path / "figures.yaml"
    litter = tmp_path / f"{last_good_path(path).name}.saving-x"
    litter.write_text("half")
    os.utime(litter, (0, 0))
    keep_last_good(path, b"a\n")
    assert [file.name for file in tmp_path.iterdir()] == [".figures.yaml.last-good"]


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize("kind", ["file", "folder", "pipe", "missing"])
def test_reading_leaves_no_file_open(tmp_path, kind):
    path = tmp_path / "figures.yaml"
    make = {"file": lambda: path.write_text(SMALL), "folder": path.mkdir}
    make |= {"pipe": lambda: os.mkfifo(path), "missing": lambda: None}
    make[kind]()
    before = open_files()
    for _ in range(50):
        try:
            read_file(path)
        except Refused:
            assert kind != "file"
    assert open_files() == before


def test_following_a_changing_file_leaves_no_file_open(tmp_path):
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    live = Live(path, settle=0)
    live.current()
    before = open_files()
    for count in range(5):
        path.write_text(SMALL.replace("18000", str(count + 1)))
        assert live.current().problems == ()
    assert open_files() == before


def test_a_file_that_grows_while_it_is_read_is_read_again_later(tmp_path, monkeypatch):
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    read = os.read

    def grow(handle: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write("# more\n")
        return read(handle, size)

    monkeypatch.setattr("loaders.files.os.read", grow)
    with pytest.raises(Refused) as refused:
        read_file(path)
    assert refused.value.problems[0].message == "the file changed while it was read; try again"


def test_a_file_that_is_replaced_while_it_is_read_gives_what_it_held(tmp_path, monkeypatch):
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    read = os.read

    def replace(handle: int, size: int) -> bytes:
        newer = path.with_name("newer")
        newer.write_text("# nothing yet\n")
        newer.replace(path)
        return read(handle, size)

    monkeypatch.setattr("loaders.files.os.read", replace)
    assert read_file(path) == SMALL.encode()


def test_a_disk_that_fails_while_reading_is_told(tmp_path, monkeypatch):
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)

    def fail(_handle: int, _size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("loaders.files.os.read", fail)
    with pytest.raises(Refused) as refused:
        read_file(path)
    assert str(refused.value) == "figures.yaml: error: the file cannot be read: Input/output error"
