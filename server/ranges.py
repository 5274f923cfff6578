"""A part of an answer, for who asks for one: data tools read the end of a Parquet file first.

RFC 9110, section 14: one range of bytes is answered 206, one beyond the end 416; whatever else is
asked for is answered in full, as the standard allows.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import Response

_RANGE = re.compile(r"bytes=(?:(?P<first>\d+)-(?P<last>\d*)|-(?P<tail>\d+))", re.ASCII)


def send_range(whole: Response, asked: Headers) -> Response:
    """The part of an answer that a request asks for, or the whole."""
    whole.headers["Accept-Ranges"] = "bytes"
    match = _RANGE.fullmatch(asked.get("range", "").replace(" ", ""))
    if match is None or not _is_the_same(whole, asked.get("if-range")):
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


def _is_the_same(whole: Response, condition: str | None) -> bool:
    """Whether If-Range names this very answer."""
    return condition in (None, whole.headers["etag"], whole.headers["last-modified"])
