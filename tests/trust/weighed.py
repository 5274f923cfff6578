"""The dashboard, which says for each line that it reads how many bytes it has in use.

Bytes that Python and Arrow have handed out and not had back: what the machine counts depends on
how they lie in memory, and grows and shrinks by megabytes with nothing left. Pages that are
closed are forgotten at once, not after half a minute.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from threading import Thread

import pyarrow as pa
import uvicorn
from streamlit import config


def answer_for_ever() -> None:
    for _ in sys.stdin:
        gc.unfreeze()
        gc.collect()
        print(tracemalloc.get_traced_memory()[0] + pa.total_allocated_bytes(), flush=True)


if __name__ == "__main__":
    tracemalloc.start()
    from dashboard import app

    config.set_option("server.disconnectedSessionTTL", 0)
    Thread(target=answer_for_ever, daemon=True).start()
    uvicorn.run(app, port=int(sys.argv[1]), log_config=None)
