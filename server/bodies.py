"""How a body is sent: in a coding that the browser takes, in part, or not again where it is known.

Data tools read the end of a Parquet file first. RFC 9110, section 14: one range of bytes is
answered 206, one beyond the end 416; whatever else is asked for is answered in full, as the
standard allows.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles

_PACK: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=5)),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
"""The smaller first; more effort takes seconds and saves a twentieth."""
_CONDITIONS = StaticFiles()
_RANGE = re.compile(r"bytes=(?:(?P<first>\d+)-(?P<last>\d*)|-(?P<tail>\d+))", re.ASCII)


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


def send_what_is_asked(whole: Response, asked: Headers) -> Response:
    """The part of an answer that a request asks for, or the whole; nothing that it has already."""
    if _CONDITIONS.is_not_modified(whole.headers, asked):
        return NotModifiedResponse(whole.headers)
    whole.headers["Accept-Ranges"] = "bytes"
    match = _RANGE.fullmatch(asked.get("range", "").replace(" ", ""))
    same = (None, whole.headers["etag"], whole.headers["last-modified"])
    if match is None or asked.get("if-range") not in same:
        return whole
    size = len(whole.body)
    first, end = _find_ends(match, size)
    if first >= min(end, size):
        headers = {"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"}
        return Response(status_code=416, headers=headers)
    named = {name: value for name, value in whole.headers.items() if name != "content-length"}
    part = {**named, "content-range": f"bytes {first}-{end - 1}/{size}"}
    return Response(bytes(whole.body)[first:end], 206, part)


def _find_ends(match: re.Match[str], size: int) -> tuple[int, int]:
    """The first byte, and the one behind the last."""
    if tail := match["tail"]:
        return max(size - int(tail[:20]), 0), size if int(tail[:20]) else 0
    return int(match["first"][:20]), min(int(match["last"][:20] or size) + 1, size)
