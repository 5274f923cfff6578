"""A process of this machine: how much memory it holds, how much time of a core it has used."""

from __future__ import annotations

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def memory_of(pid: int, field: str = "VmRSS:") -> float:
    """Resident memory in MB; `VmHWM:` at the most."""
    return _read_field(Path(f"/proc/{pid}/status"), field) / 1024


def cpu_of(pid: int) -> float:
    """Seconds of a core used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def family_of(pid: int) -> list[int]:
    """The process and all that it has started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += family_of(int(child))
    return found


def share_of(pid: int) -> float:
    """Memory in MB of the whole family, what several of it share counted once."""
    files = [Path(f"/proc/{one}/smaps_rollup") for one in family_of(pid)]
    return sum(_read_field(file, "Pss:") for file in files) / 1024


def _read_field(file: Path, field: str) -> int:
    """A number of kB in a file of the kernel's."""
    (line,) = [line for line in file.read_text().splitlines() if line.startswith(field)]
    return int(line.split()[1])
