"""Text from the data, made safe to stand in Markdown: it shows as typed and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

WORD_JOINER = "\u2060"
"""Has no width; stands where a backslash does not keep Streamlit from seeing its shorthand."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=\"'/&@^])")
_SHORTHAND = re.compile(
    r"""(?xi)
    :(?=streamlit:|material[_/])                              # its logo, its icons
    | (?<!\S)[<>~-](?=-?[=>-](?!\S)|-(?!\S))                  # arrows, dashes, ≥ and the like
    | https?:(?=//) | www(?=\.) | @                           # links that nobody wrote as such
    """
)


def plain(text: str) -> str:
    """The text with every character that Markdown knows escaped, on one line."""
    line = re.sub(r"\s+", " ", text).strip()
    return _SPECIAL.sub(r"\\\1", _SHORTHAND.sub(rf"\g<0>{WORD_JOINER}", line))


def mark(sentence: str, part: str) -> str:
    """A sentence with a part of it marked, both as typed."""
    found = re.search(rf"(?<![\d,.]){re.escape(part)}(?!\d)", sentence)
    if not part or found is None:
        return plain(sentence)
    before, after = sentence[: found.start()], sentence[found.end() :]
    gaps = [" " * (before[-1:].isspace()), " " * (after[:1].isspace())]
    return f"{plain(before)}{gaps[0]}:yellow-background[{plain(part)}]{gaps[1]}{plain(after)}"


def link(label: str, url: str) -> str:
    """A Markdown link with a plain label; `url` comes from a record, so it is http or https."""
    return f"[{plain(label)}](<{url}>)"


def write_list(lines: Iterable[str]) -> str:
    """A Markdown list of lines that are safe already."""
    return "\n".join(f"- {line}" for line in lines)


def write_facts(facts: Mapping[str, str]) -> list[str]:
    """Each with its name before it; what is empty is left out."""
    return [f"**{name}.** {plain(text)}" for name, text in facts.items() if text]
