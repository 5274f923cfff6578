"""The last save taken back: the version that was kept takes the place of the file's.

What is taken back is kept in turn, so that a second undo brings it back: nothing is lost, and no
chain of versions is needed beside git's.
"""

from __future__ import annotations

import os

from editing.disk import NotSaved, kept_path
from editing.save import Policy, put
from loaders.files import file_name, read_file
from loaders.ledger import Ledger


def read_kept(path: str | os.PathLike[str]) -> bytes:
    """The version before the last save. Raises NotSaved where there is none, Refused."""
    kept = kept_path(path)
    if not kept.exists():
        raise NotSaved(f"there is no version to go back to: {kept.name} is not there")
    data = read_file(kept)
    if data == read_file(path):
        raise NotSaved(f"there is nothing to take back: {kept.name} and {file_name(path)} agree")
    return data


def undo(path: str | os.PathLike[str], seen: str, policy: Policy) -> Ledger:
    """Put the kept version in place of the version `seen`; raises what `save` does."""
    return put(path, read_kept(path), seen, policy)
