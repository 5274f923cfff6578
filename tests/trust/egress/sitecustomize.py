"""Loaded by Python at its start where this folder is on PYTHONPATH: nobody outside is called.

Each try to look up or reach another machine is written to the file that EGRESS_LOG names, and
refused before anything is sent.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_SENDS = ("socket.connect", "socket.sendto", "socket.sendmsg")
_HERE = ("", "localhost", "::1", "0.0.0.0", "::", "None")


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _LOOKUPS:
        host = arguments[0]
    elif event in _SENDS and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in _HERE or name.startswith("127."):
        return
    with Path(os.environ["EGRESS_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{event} {name}\n")
    raise PermissionError(f"{event}: {name} is another machine")


sys.addaudithook(_refuse)
