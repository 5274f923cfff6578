"""What is left of files that come and go: nothing. For readers, try_soak.py weighs it."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from loaders.ledger import Ledger
from loaders.live import Live
from tests.loaders.small import SMALL


def test_a_file_that_changes_again_and_again_leaves_no_older_ledger_and_no_open_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    live = Live(path, settle=0)
    live.current()
    ledgers, files = count_ledgers(), len(os.listdir("/proc/self/fd"))
    for number in range(50):
        path.write_text(f"{SMALL}# {number}\n")
        assert live.current().problems == ()
    assert count_ledgers() <= ledgers
    assert len(os.listdir("/proc/self/fd")) <= files


def count_ledgers() -> int:
    gc.unfreeze()
    gc.collect()
    return sum(isinstance(one, Ledger) for one in gc.get_objects())
