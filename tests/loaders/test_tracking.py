"""What an address loses that only tells who opened it, and what it keeps."""

from __future__ import annotations

import pytest

from loaders.tracking import is_tracking, strip_tracking


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("https://a.org/x", "https://a.org/x"),
        (" https://a.org/x ", "https://a.org/x"),
        ("https://a.org/x?utm_source=y", "https://a.org/x"),
        ("https://a.org/x?FBCLID=y&id=2", "https://a.org/x?id=2"),
        ("https://a.org/x?id=2&gclid=y&page=a=b", "https://a.org/x?id=2&page=a=b"),
        ("https://a.org/x?id=utm_source", "https://a.org/x?id=utm_source"),
        ("https://a.org/x?a=b=ref", "https://a.org/x?a=b=ref"),
        ("https://a.org/x?id=2#part", "https://a.org/x?id=2"),
        ("https://a.org/x#part/", "https://a.org/x"),
        ("https://a.org/#!/news/5", "https://a.org/#!/news/5"),
        ("https://a.org/#/news/5", "https://a.org/#/news/5"),
    ],
)
def test_an_address_keeps_what_names_the_page(typed: str, left: str):
    assert strip_tracking(typed) == left


@pytest.mark.parametrize("name", ["reference", "mc_eids", "xclids", "a_fbclid", "utm", "id", ""])
def test_names_that_only_begin_or_end_so_do_not_track(name: str):
    assert not is_tracking(name)
