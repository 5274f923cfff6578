"""Under which names the dashboard may be asked for, and whether a request came from its own pages.

A page of another site can make a reader's browser send requests here. Two headers that such a
page cannot choose tell them apart: `Host`, the name that was asked for (a foreign name means DNS
rebinding), and `Origin`, the site whose page asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
HOSTS_VARIABLE = "DESERTION_HOSTS"

_HOST = re.compile(r"(?P<name>[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?", re.ASCII)
_ORIGIN = re.compile(r"https?://(?P<host>[^/?#\s]+)", re.ASCII)

Headers = Iterable[tuple[bytes, bytes]]


def read_hosts(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The allowed hosts: `DESERTION_HOSTS`, with commas between, or this machine alone.

    A host without a port is allowed on every port. Raises ValueError with a sentence.
    """
    given = environment.get(HOSTS_VARIABLE, "").lower().replace(",", " ").split()
    for host in given:
        if not _HOST.fullmatch(host):
            raise ValueError(
                f"{HOSTS_VARIABLE}: expected hosts such as example.org or example.org:8443 "
                f'with commas between, found "{host}"'
            )
    return tuple(given) or LOOPBACK


def find_host(headers: Headers, allowed: Iterable[str]) -> str | None:
    """The host that was asked for, if it was named once and is allowed."""
    host = _only(headers, b"host")
    match = _HOST.fullmatch(host) if host else None
    if match is None or host is None:
        return None
    return host if match["name"] in allowed or host in allowed else None


def has_origin(headers: Headers) -> bool:
    return any(name == b"origin" for name, _ in headers)


def is_own_origin(headers: Headers, host: str) -> bool:
    """Whether the page that asked was served under the very host that it asks."""
    origin = _only(headers, b"origin")
    match = _ORIGIN.fullmatch(origin) if origin else None
    return match is not None and match["host"] == host


def _only(headers: Headers, wanted: bytes) -> str | None:
    """The value of a header that was given exactly once, in small letters."""
    found = [value for name, value in headers if name == wanted]
    return found[0].decode("latin-1").lower() if len(found) == 1 else None
