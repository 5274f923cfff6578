"""Text from the data, made safe to stand in Markdown: it shows as typed and nothing is fetched."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=\"'/&@^])")


def plain(text: str) -> str:
    """The text with every character that Markdown knows escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text)).strip()


def link(label: str, url: str) -> str:
    """A Markdown link with a plain label; `url` comes from a record, so it is http or https."""
    return f"[{plain(label)}](<{url}>)"
