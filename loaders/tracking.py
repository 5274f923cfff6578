"""What mail, searches and networks add to an address to follow who opens it, and how to lose it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|at_.*|[a-z]{1,3}clid|ysclid|msclkid|gbraid|wbraid|srsltid|igsh(id)?|mc_[ce]id"
    r"|_g[al]|_hs.*|ref|ref_src|xtor|cmp(id)?|ns_.*|__twitter_impression|_openstat"
)


def is_tracking(name: str) -> bool:
    """Whether a parameter only tells who opened an address: `fbclid`, `utm_source` …"""
    return _TRACKING.fullmatch(name) is not None


def strip_tracking(url: str) -> str:
    """The address of a page without such parameters and without the place on it.

    What stays is as it was typed. A fragment that is a path (`#!/news/5`) is the page itself.
    """
    parts = urlsplit(url.strip())
    pairs = [pair for pair in parts.query.split("&") if not is_tracking(_name_of(pair))]
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit(parts._replace(query="&".join(pairs), fragment=fragment))


def find_tracking(url: str) -> list[str]:
    """The words of an address that say who came from where, and nothing about the page."""
    parts = urlsplit(url)
    pairs = re.split("[&;]", f"{parts.query}&{parts.fragment}")
    return [pair.partition("=")[0] for pair in pairs if is_tracking(_name_of(pair))]


def _name_of(pair: str) -> str:
    return pair.partition("=")[0].lower()
