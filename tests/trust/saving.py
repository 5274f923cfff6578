"""The dashboard with a curator inside who saves without a pause; only for test_kill.py.

`SAVED_FIGURE=… uvicorn tests.trust.saving:app` serves it. Each save moves the count of that figure
on by one.
"""

from __future__ import annotations

import os
import re
import threading
import time

from dashboard import app
from editing.block import Edit, find_block
from editing.disk import version_of
from editing.save import TERMINAL, save
from loaders.files import read_file
from loaders.last_good import recall_bytes
from loaders.live import data_file

__all__ = ["app"]
FIGURE = os.environ["SAVED_FIGURE"]


def save_for_ever() -> None:
    """From the moment the data is shown."""
    while recall_bytes(data_file()) is None:
        time.sleep(0.01)
    while True:
        data = read_file(data_file())
        text = find_block(data, "figures", FIGURE)
        edit = Edit("figures", re.sub(r"(?<=count: )\d+", next_number, text, count=1), key=FIGURE)
        save(data_file(), [edit], seen=version_of(data), policy=TERMINAL)


def next_number(found: re.Match[str]) -> str:
    return str(int(found[0]) + 1)


threading.Thread(target=save_for_ever, daemon=True).start()
