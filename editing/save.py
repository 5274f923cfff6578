"""Edits in, the file saved or left as it was: who may, what changes, what is checked before.

    policy = policy_of_server(address)         # once, from how the server was started
    after = block.apply(data, edits)           # the bytes there would be; load them to check
    save(path, edits, seen=ledger.version, policy=policy)

`save` asks the policy itself, whatever its caller thought. Only a version of the file that loads
without errors is ever written; see `disk.py` for how, `block.py` for what else stays as it is.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from editing.block import Edit, apply, name_of
from editing.disk import Conflict, NotSaved, overwrite, version_of
from loaders.files import file_name, read_file
from loaders.ledger import Ledger
from loaders.load import read_ledger

SWITCH = "DESERTION_EDIT"
"""The variable that turns editing in the browser on, by the value `local`."""
ADMISSION = "DESERTION_EDIT_TOKEN"
"""The variable that holds what only whoever started the server knows; `make run` makes one."""


class NotAllowed(NotSaved):
    """This process may not save; the text says why."""


@dataclass(frozen=True)
class Policy:
    """Whether this process may save: from how it was started, never from what a page sent."""

    reason: str = ""
    """Why not; empty where it may."""

    @property
    def allowed(self) -> bool:
        return not self.reason


TERMINAL = Policy()
"""For commands: who can start them in the folder can edit the file as well."""


def policy_of_server(address: str | None, environ: Mapping[str, str] = os.environ) -> Policy:
    """What a server bound to `address` allows; without an address it listens everywhere."""
    if environ.get(SWITCH) != "local":
        return Policy(f"editing is off; it is on only where {SWITCH}=local")
    if not _is_loopback(address):
        where = f"on {address}" if address else "on every address"
        return Policy(f"editing is off: the server listens {where}, not on this machine alone")
    return Policy()


def _is_loopback(address: str | None) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


def save(path: str | os.PathLike[str], edits: Sequence[Edit], seen: str, policy: Policy) -> Ledger:
    """Make the edits in the version `seen` and write it; the ledger of what was written.

    Raises NotAllowed, Conflict with what the file holds now if it is not that version, Refused
    with the problems of a version that does not load, or NotSaved; then nothing was written.
    """
    if policy.reason:
        raise NotAllowed(policy.reason)
    before = read_file(path)
    if version_of(before) != seen:
        raise Conflict(path, before)
    return put(path, apply(before, edits, file_name(path)), seen, policy)


def put(path: str | os.PathLike[str], after: bytes, seen: str, policy: Policy) -> Ledger:
    """Write a whole file in place of the version `seen`, if it loads; raises what `save` does."""
    if policy.reason:
        raise NotAllowed(policy.reason)
    ledger = read_ledger(after, file_name(path))
    overwrite(path, after, seen)
    return ledger


def list_difference(
    before: str, after: str, names: tuple[str, str], context: int = 3
) -> Iterator[str]:
    """Line by line what differs, in the notation of `diff -u`."""
    old, new = before.splitlines(), after.splitlines()
    yield from difflib.unified_diff(old, new, *names, lineterm="", n=context)


def describe_edits(edits: Iterable[Edit]) -> str:
    """`Add hur-2024-04`, `Change hur-2024-04`: the message of a commit; figures are named last."""
    said = [f"{'Change' if edit.key is not None else 'Add'} {name_of(edit)}" for edit in edits]
    return ", ".join(reversed(said))
