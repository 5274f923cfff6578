"""The dashboard as deploy/ starts it, which says for each line that it reads what it has in use.

Bytes that Python and Arrow have handed out and not had back: what the machine counts depends on
how they lie in memory, and grows and shrinks by megabytes with nothing left.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from threading import Thread

import pyarrow as pa
import uvicorn

DEAF = 1.0
"""Seconds after which who answers no ping is hung up, in place of 40."""


def answer_for_ever() -> None:
    for _ in sys.stdin:
        gc.unfreeze()
        gc.collect()
        from streamlit.runtime.app_session import AppSession

        n = [o for o in gc.get_objects() if isinstance(o, AppSession)]
        print(len(n), file=sys.stderr)
        del n
        print(tracemalloc.get_traced_memory()[0] + pa.total_allocated_bytes(), flush=True)


if __name__ == "__main__":
    tracemalloc.start()
    Thread(target=answer_for_ever, daemon=True).start()
    uvicorn.run(
        "dashboard:app",
        port=int(sys.argv[1]),
        log_level="critical",
        ws_ping_interval=DEAF,
        ws_ping_timeout=DEAF,
    )
