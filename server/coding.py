"""In which coding a browser takes an answer, and bytes in it."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli

_PACK: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=5)),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
"""The smaller first; more effort takes seconds and saves a twentieth."""


def choose_coding(accepted: str) -> str:
    """The best coding that an Accept-Encoding header names or allows, or nothing."""
    offers: dict[str, bool] = {}
    for offer in accepted.lower().replace(" ", "").split(","):
        coding, _, weight = offer.partition(";q=")
        offers[coding] = not weight or weight.strip("0.") != ""
    return next((coding for coding in _PACK if offers.get(coding, offers.get("*", False))), "")


def name_coding(coding: str) -> dict[str, str]:
    """The headers of an answer that is in this coding, or in none."""
    return {"Vary": "Accept-Encoding", **({"Content-Encoding": coding} if coding else {})}


def pack(body: bytes, coding: str) -> bytes:
    """The same in a coding that `choose_coding` gave; the same bytes every time."""
    return _PACK[coding](body) if coding else body
