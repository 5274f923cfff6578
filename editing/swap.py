"""Two files change names in one step, where the system can.

After a rename nothing tells whose file was replaced; after a swap it is still there to look at.
Linux and macOS have one, each under its own name; Python has neither.
"""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_SWAP = 2
"""`RENAME_EXCHANGE` of Linux and `RENAME_SWAP` of macOS."""
_HERE = -100
"""`AT_FDCWD` of Linux."""
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def swap(one: Path, other: Path) -> bool:
    """False where the system or the file system cannot. Raises OSError."""
    names = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_HERE, names[0], _HERE, names[1], _SWAP)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(*names, _SWAP)
    else:
        return False
    if failed and ctypes.get_errno() not in _CANNOT:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return not failed
