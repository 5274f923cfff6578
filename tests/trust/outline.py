"""A page of HTML in, what a browser would make of it out: its elements, its text, its addresses."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

LOADS = ("href", "src", "action", "formaction", "data", "poster", "srcset", "background")
"""Attributes that name something to be loaded or opened."""


class Outline(NamedTuple):
    """A page without its words."""

    elements: list[tuple[str, tuple[str, ...]]]
    """Each element with the names of its attributes."""
    text: str
    """All text outside scripts and styles."""
    addresses: set[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Outline([], "", set())
        self.texts: list[str] = []
        self.skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.found.addresses.update(value or "" for name, value in attrs if name in LOADS)
        self.skipping = tag in ("script", "style")

    def handle_endtag(self, _: str) -> None:
        self.skipping = False

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.elements.append(("comment", (data,)))


def read_outline(page: bytes) -> Outline:
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    return reader.found._replace(text="".join(reader.texts))


def find_foreign(addresses: set[str]) -> set[str]:
    """Addresses that lead to another host than that of the payloads' articles, or nowhere good."""
    good = {("", ""), ("https", "example.org"), ("data", "")}
    return {
        one
        for one in addresses
        if (urlsplit(one).scheme, urlsplit(one).netloc) not in good
        or (one.startswith("data:") and one != "data:,")
    }
