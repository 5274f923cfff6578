"""Under which names the dashboard may be asked for, and whether a request came from its own pages.

A page of another site can make a reader's browser send requests here. Two headers that such a
page cannot choose tell them apart: `Host`, the name that was asked for (a foreign name means DNS
rebinding), and `Origin`, the site whose page asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address

from starlette.datastructures import Headers

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
HOSTS_VARIABLE = "DESERTION_HOSTS"
LAST_PORT = 65535

_HOST = re.compile(
    r"(?P<name>(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(?P<port>[1-9][0-9]{0,4}))?",
    re.ASCII,
)
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def read_hosts(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The allowed hosts: `DESERTION_HOSTS`, with commas between, or this machine alone.

    A host without a port is allowed on every port; a name in other letters than Latin ones is
    kept as browsers send it. Raises ValueError with a sentence.
    """
    given = environment.get(HOSTS_VARIABLE, "").lower().replace(",", " ").split()
    return tuple(_read_host(host) for host in given) or LOOPBACK


def _read_host(host: str) -> str:
    asked_for = name_host(host)
    if not asked_for:
        raise ValueError(
            f"{HOSTS_VARIABLE}: expected hosts such as example.org or example.org:8443 "
            f'with commas between, found "{host}"'
        )
    return asked_for


def name_host(host: str) -> str:
    """The host as browsers ask for it; empty for what is no host, or a part or a pattern of one."""
    name, colon, port = host.partition(":")
    try:
        asked_for = host if host.isascii() else f"{name.encode('idna').decode()}{colon}{port}"
        match = _HOST.fullmatch(asked_for)
        if match is None or int(match["port"] or 0) > LAST_PORT:
            return ""
        _check_number(match["name"])
    except ValueError:
        return ""
    return asked_for


def _check_number(name: str) -> None:
    """Browsers take brackets, and a name whose last part is a number, for an IP address.

    Raises ValueError where it is none.
    """
    if name.startswith("["):
        IPv6Address(name[1:-1])
    elif name.rstrip(".").rpartition(".")[2].isdigit():
        IPv4Address(name)


def find_host(headers: Headers, allowed: Iterable[str]) -> str | None:
    """The host that was asked for, if it was named once and is allowed."""
    host = _only(headers, "host")
    match = _HOST.fullmatch(host)
    if match is None:
        return None
    ports = [match["port"]] if match["port"] else _DEFAULT_PORTS.values()
    names = {match["name"], *(f"{match['name']}:{port}" for port in ports)}
    return host if names.intersection(allowed) else None


def cut_prefix(path: str, prefix: str) -> str:
    """The address as it is without the path of a larger site; /livez is not below /live."""
    return path.removeprefix(prefix) if f"{path}/".startswith(f"{prefix}/") else path


def is_own_origin(headers: Headers, host: str) -> bool:
    """Whether the page that asked was served under the very host that it asks."""
    scheme, _, named = _only(headers, "origin").partition("://")
    port = _DEFAULT_PORTS.get(scheme)
    return port is not None and _with_port(named, port) == _with_port(host, port)


def _with_port(host: str, port: str) -> str:
    """The host with its port, which may be left out where it is the usual one."""
    match = _HOST.fullmatch(host)
    return host if match is None or match["port"] else f"{host}:{port}"


def _only(headers: Headers, name: str) -> str:
    """The value of a header that was given exactly once, in small letters; else nothing."""
    found = headers.getlist(name)
    return found[0].lower() if len(found) == 1 else ""
