"""Bad inputs that are too big to keep, or that are no file at all: each made at a path."""

from __future__ import annotations

import os
from pathlib import Path

from tests.loaders.small import SMALL


def brackets_of_two_megabytes(path: Path) -> None:
    path.write_bytes(b"a: " + b"[" * 2**21 + b"\n")


def line_of_five_megabytes(path: Path) -> None:
    path.write_text(SMALL + "events:\n  - {date: 2024, label: '" + "x" * 5_000_000 + "'}\n")


def ten_megabytes_of_comment(path: Path) -> None:
    path.write_text(SMALL + "#" * 10_000_000 + "\n")


def mapping_of_100000_keys(path: Path) -> None:
    path.write_text(SMALL + "".join(f"    k{number}: 1\n" for number in range(100_000)))


def keys_built_to_collide(path: Path) -> None:
    """Whole numbers that differ by a multiple of Python's hash modulus, in 8,000 keys."""
    keys = (str(number * (2**61 - 1) + 1) for number in range(8_000))
    path.write_text(SMALL + "".join(f"    '{key}': 1\n" for key in keys))


def sparse_hundred_megabytes(path: Path) -> None:
    path.touch()
    os.truncate(path, 100_000_000)


def duplicates_by_the_hundred_thousand(path: Path) -> None:
    path.write_text(SMALL + "    note: x\n" * 100_000)


def names_that_nobody_has(path: Path) -> None:
    """1,000 figures of 1,000 claimants that are not in the file."""
    figure = SMALL[SMALL.index("  - id: hur-8") :].replace("id: hur-8-army", "id: f-N")
    figure = figure.replace("claimant: hur", "claimant: Nx")
    path.write_text(SMALL + "".join(figure.replace("N", str(number)) for number in range(1_000)))


def nothing(path: Path) -> None:
    """The file is not there."""
    path.unlink(missing_ok=True)


def dangling_link(path: Path) -> None:
    path.symlink_to(path.parent / "not-there.yaml")


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link_to_another_file(path: Path) -> None:
    """Only the fault is told of it, never what else stands in it."""
    other = path.parent / "accounts"
    other.write_text("root:x:0:0:root:/root:/bin/bash\nguest: secret\n")
    path.symlink_to(other)


def link_to_a_process_file(path: Path) -> None:
    path.symlink_to("/proc/self/status")


def name_in_another_case(path: Path) -> None:
    (path.parent / path.name.upper()).write_text(SMALL)
