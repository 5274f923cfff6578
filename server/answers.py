"""What HTTP asks of any answer: faults as sentences, tags, conditions, compression."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple


class Answer(NamedTuple):
    """What to send back; `Content-Length` is among the headers."""

    status: int
    headers: dict[str, str]
    body: bytes


class Fault(Exception):
    """A request that cannot be met, as status and sentence."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def explain(fault: Fault) -> Answer:
    """The fault as RFC 9457 has it."""
    problem = {
        "type": "about:blank",
        "title": fault.status.phrase,
        "status": fault.status.value,
        "detail": str(fault),
    }
    headers = {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}
    if fault.status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = "GET, HEAD"
    return Answer(fault.status, headers, (json.dumps(problem, ensure_ascii=False) + "\n").encode())


@cache
def digest_code() -> str:
    """Digest of the source that writes answers, so that an old copy never outlives a new form."""
    project = Path(__file__).parent.parent
    files = [
        file
        for folder in ("loaders", "analysis", "exports")
        for file in project.glob(f"{folder}/**/*")
    ]
    kept = sorted(file for file in files if file.suffix in (".py", ".html", ".md"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in kept)).hexdigest()


def matches(condition: str, tag: str) -> bool:
    """Whether If-None-Match names the tag (weak comparison, RFC 9110 section 13.1.2)."""
    named = [one.strip().removeprefix("W/") for one in condition.split(",")]
    return "*" in named or tag in named


def accepts_gzip(header: str) -> bool:
    for offer in header.lower().split(","):
        coding, _, weight = offer.replace(" ", "").partition(";q=")
        if coding in ("gzip", "*"):
            return weight.strip("0.") != "" or not weight
    return False
