"""Which lines of the file belong to what: its sections, their entries, the fields of an entry.

What the file means, `loaders.source` says, and on which line each thing begins. The rest is a rule
about lines. A part of the file runs from its first line to its last, with the comments below that
are indented deeper than it; blank lines and comments between two parts stand above the second. A
curator can predict that, and no parser of comments is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import yaml

from loaders.nodes import Items, Map, Node, entries
from loaders.source import parse


@dataclass(frozen=True)
class Part:
    """A section, an entry, a field or an item. Lines count from 0; `end` is behind the last."""

    key: str
    """Its key or id, else its position in its list, from 1."""
    node: Node
    top: int
    """Where the blank lines and comments above it begin."""
    start: int
    end: int

    @property
    def block(self) -> Map | Items:
        """Its node, which is not a text."""
        assert not isinstance(self.node, str)
        return self.node


class Outline:
    """A readable file as lines."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.root = parse(text, name)
        self.lines = text.removesuffix("\n").split("\n")
        self.comments = _find_comments(text)
        """Column, from 0, of the comment on a line."""

    def sections(self) -> list[Part]:
        return self.parts(Part("", self.root, 0, 0, len(self.lines)))

    def parts(self, whole: Part) -> list[Part]:
        """What a mapping or list holds. In brackets nothing has lines of its own."""
        held = entries(whole.node)
        if self.is_in_brackets(whole.node):
            return [Part(key, node, *[whole.end] * 3) for key, node in held.items()]
        starts = self.first_lines(whole.block)
        ends = [*starts[1:], whole.end]
        top, found = whole.start, []
        for (key, node), start, stop in zip(held.items(), starts, ends, strict=True):
            end = self.end_of(start, stop, whole.block.column - 1)
            found.append(Part(key, node, top, start, end))
            top = end
        return found

    def is_in_brackets(self, node: Node) -> bool:
        """Whether it is typed as `{a: b}` or `[a, b]`, as what is empty always is."""
        return not isinstance(node, str) and self.lines[node.line - 1][node.column - 1] in "[{"

    def first_lines(self, node: Map | Items) -> list[int]:
        if isinstance(node, Map):
            return [line - 1 for _, (line, _) in node.keys_at()]
        return [self.find_dash(line - 1) for line, _ in node.points()]

    def find_dash(self, line: int) -> int:
        """The line with the dash of an item that begins on this line, or below its dash."""
        while not self.lines[line].lstrip().startswith("-"):
            line -= 1
        return line

    def end_of(self, start: int, stop: int, column: int) -> int:
        """Behind the last line of what begins at `start` in `column`, before `stop`."""
        end = stop
        while end > start + 1 and self.is_between(end - 1):
            end -= 1
        for line in range(end, stop):
            if line in self.comments and self.comments[line] <= column:
                break
            if line in self.comments:
                end = line + 1
        return end

    def is_between(self, line: int) -> bool:
        """Whether a line holds nothing but a comment, or a mark of where a document ends."""
        return self.lines[line][: self.comments.get(line)].rstrip() in ("", "---", "...")

    def comment(self, line: int) -> str:
        """The comment on a line, from its #; or nothing."""
        at = self.comments.get(line)
        return "" if at is None else self.lines[line][at:].rstrip()

    def between(self, start: int, stop: int) -> list[str]:
        """The comments of these lines, with "" for one or more blank lines."""
        found: list[str] = []
        for line in filter(self.is_between, range(start, stop)):
            if (comment := self.comment(line)) or found[-1:] != [""]:
                found.append(comment)
        return found

    def above(self, part: Part) -> list[str]:
        return self.between(part.top, part.start)

    def has_comments(self, part: Part) -> bool:
        return any(line in self.comments for line in range(part.start, part.end))


@lru_cache(maxsize=4)
def read_outline(text: str, name: str) -> Outline:
    """The outline of a file, kept for the next step of an edit; it is shared, so never changed.

    Raises Refused where the text cannot be read.
    """
    return Outline(text, name)


def is_heading(above: list[str]) -> bool:
    """Whether a blank line sets the comments above an entry apart: they head a group of entries."""
    return "" in above and any(above)


def shift(lines: Iterable[str], by: int) -> list[str]:
    """The lines moved to the right, or to the left as far as there are blanks."""
    if by >= 0:
        return [" " * by + line if line else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines]


def _find_comments(text: str) -> dict[int, int]:
    """Line and column of every comment: whatever follows a # that is not within a scalar."""
    masked, at = [], 0
    for event in yaml.parse(text, yaml.CBaseLoader):
        if not isinstance(event, yaml.ScalarEvent):
            continue
        start, end = event.start_mark.index, event.end_mark.index
        if "#" in text[start:end]:
            if event.style in ("|", ">"):
                start = min(text.index("\n", start), end)
            masked += [text[at:start], re.sub("[^\n]", "x", text[start:end])]
            at = end
    lines = "".join([*masked, text[at:]]).split("\n")
    return {number: line.index("#") for number, line in enumerate(lines) if "#" in line}
