"""A piece of Python in, what it cost in a fresh process out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.server.running import ROOT

_PROGRAM = """
import json, sys, time
{setup}

def memory(field):
    lines = open("/proc/self/status").read().splitlines()
    (line,) = [line for line in lines if line.startswith(field)]
    return int(line.split()[1]) / 1024

with open(sys.argv[1], "rb") as file:
    data = file.read()
before, start = memory("VmRSS"), time.process_time()
result = {call}
seconds = time.process_time() - start
print(json.dumps([seconds, memory("VmHWM") - before]))
"""


class Cost(NamedTuple):
    """CPU seconds; MB at the most meanwhile."""

    seconds: float
    peak: float


def cost(setup: str, call: str, file: Path) -> Cost:
    """What the expression `call` on the bytes `data` of a file costs after `setup`."""
    program = _PROGRAM.format(setup=setup, call=call)
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], cwd=ROOT, check=True, capture_output=True
    )
    return Cost(*json.loads(done.stdout.splitlines()[-1]))
