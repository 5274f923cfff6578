"""The headers that every answer carries: what a browser may load, and who may frame the page."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache

from server.first_view import NOTHING, write_page
from server.hosts import name_host

FRAMES_VARIABLE = "DESERTION_FRAME_ANCESTORS"
POLICY = "Content-Security-Policy"

_SITE = re.compile(r"https?://(?:\*\.)?(?P<host>\w.*)", re.ASCII)
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


def read_frame_ancestors(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The sites that may frame the page: `DESERTION_FRAME_ANCESTORS`, or none.

    Raises ValueError with a sentence.
    """
    given = environment.get(FRAMES_VARIABLE, "").lower().replace(",", " ").split()
    for site in given:
        match = _SITE.fullmatch(site)
        if match is None or not name_host(match["host"]):
            raise ValueError(
                f"{FRAMES_VARIABLE}: expected sites such as https://example.org with commas "
                f'between, found "{site}"'
            )
    return tuple(given)


def make_headers(frame_ancestors: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The headers to add to every answer."""
    ancestors = tuple(frame_ancestors)
    named = [(POLICY, make_policy(ancestors)), *_ALWAYS]
    if not ancestors:
        named.append(("X-Frame-Options", "DENY"))
    return named


def make_policy(frame_ancestors: Iterable[str] = ()) -> str:
    """A Content-Security-Policy under which Streamlit works and nothing foreign runs or loads."""
    scripts = " ".join(f"'sha256-{digest}'" for digest in hash_inline_scripts())
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {scripts}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "media-src": "'self' blob:",
        "manifest-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(frame_ancestors) or "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


@cache
def hash_inline_scripts() -> tuple[str, ...]:
    """SHA-256 of the scripts that stand inside the HTML of every page, in base64."""
    scripts = (rest.partition("</script>")[0] for rest in write_page(NOTHING).split("<script>")[1:])
    return tuple(
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts
    )
