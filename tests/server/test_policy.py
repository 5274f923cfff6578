from __future__ import annotations

import base64
import hashlib
import re

import pytest

from server.first_view import PARTS, write_page
from server.policy import (
    hash_inline_scripts,
    make_headers,
    make_policy,
    read_frame_ancestors,
)


def directives(policy: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_nothing_is_loaded_from_elsewhere():
    allowed = " ".join(directives(make_policy()).values())
    assert re.findall(r"https?:|\*", allowed) == []


def test_scripts_come_from_here_or_are_streamlits_own():
    found = directives(make_policy())["script-src"]
    assert "'unsafe-inline'" not in found
    assert "'unsafe-eval'" not in found
    assert found.split()[:3] == ["'self'", "blob:", "'wasm-unsafe-eval'"]


@pytest.mark.parametrize("page", PARTS)
def test_the_policy_allows_every_inline_script_of_a_page(page):
    """Fails when an update of Streamlit brings a page that this could not have read."""
    html = write_page(PARTS[page])
    inline = re.findall(r"<script\b(?![^>]*\bsrc=)[^>]*>(.*?)</script>", html, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in inline]
    assert digests == list(hash_inline_scripts())
    assert len(digests) == 2
    assert all(f"'sha256-{digest}'" in make_policy() for digest in digests)


def test_nobody_may_frame_the_page():
    assert directives(make_policy())["frame-ancestors"] == "'none'"
    assert ("X-Frame-Options", "DENY") in make_headers()


def test_a_site_that_was_asked_for_may_frame_the_page():
    sites = read_frame_ancestors(
        {"DESERTION_FRAME_ANCESTORS": "https://news.example,https://*.b.org"}
    )
    assert (
        directives(make_policy(sites))["frame-ancestors"] == "https://news.example https://*.b.org"
    )
    assert "X-Frame-Options" not in dict(make_headers(sites))


@pytest.mark.parametrize(
    "site",
    [
        "*",
        "https://",
        "https://.",
        "https://a:99999",
        "javascript:alert(1)",
        "a.org",
        "https://a;x",
    ],
)
def test_a_site_that_is_none_stops_the_start_with_a_sentence(site):
    with pytest.raises(ValueError) as refusal:
        read_frame_ancestors({"DESERTION_FRAME_ANCESTORS": site})
    assert str(refusal.value) == (
        "DESERTION_FRAME_ANCESTORS: expected sites such as https://example.org with commas "
        f'between, found "{site}"'
    )
