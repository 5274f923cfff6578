"""YAML text in, its pieces with their exact places out, every comment with the piece it is about.

Give it only what `source.parse` has accepted: that bounds depth and shapes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.cyaml import CParser

from editing.pieces import Comment, Entry, Piece

_HEADER = re.compile(r"[|>][0-9+-]*[ \t]+(#[^\r\n]*)")
_COMMENT = re.compile(r"#[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def read_pieces(text: str) -> Entry:
    """The root mapping as the value of an entry without a key, every comment with its piece."""
    return _Reader(text).root


def read_comments(text: str) -> Counter[str]:
    """Every comment of the text and how often it stands there."""
    return Counter(comment.text for comment in _Reader(text).comments)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [found.start() for found in _LINE.finditer(text)]
        self.scalars: list[Piece] = []
        parser = CParser(text)
        try:
            events = iter(parser.get_event, None)
            first = next(event for event in events if isinstance(event, yaml.NodeEvent))
            self.root = Entry(self.read(events, first))
        finally:
            parser.dispose()
        self.comments = sorted(self.find_comments(), key=lambda comment: comment.start)
        self.find_dashes(self.root.value, [comment.start for comment in self.comments])
        for comment in self.comments:
            self.attach(self.root, comment, 0)

    def read(self, events: Iterator[Any], event: Any) -> Piece:
        """The piece that begins with `event`."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("|", ">"):
                end = start + len(self.text[start:end].rstrip())
            self.scalars.append(Piece("text", start, end, event.value))
            return self.scalars[-1]
        flow = bool(event.flow_style)
        piece = Piece("list" if isinstance(event, yaml.SequenceStartEvent) else "map", start)
        while not isinstance(event := next(events), yaml.CollectionEndEvent):
            key = self.read(events, event) if piece.kind == "map" else None
            value = self.read(events, next(events) if key else event)
            piece.entries.append(Entry(value, key, key.start if key else value.start))
        piece.flow = flow or not piece.entries
        piece.end = event.end_mark.index if piece.flow else piece.entries[-1].end
        return piece

    def find_comments(self) -> Iterator[Comment]:
        """Whatever follows a `#` outside of scalars, and behind the `>-` of folded text."""
        ends = [0, *(piece.end for piece in self.scalars)]
        starts = [*(piece.start for piece in self.scalars), len(self.text)]
        for end, start in zip(ends, starts, strict=True):
            for found in _COMMENT.finditer(self.text, end, start):
                yield self.comment(found.start(), found[0])
        for start in starts[:-1]:
            if header := _HEADER.match(self.text, start):
                yield self.comment(header.start(1), header[1])

    def comment(self, start: int, text: str) -> Comment:
        line = bisect_right(self.lines, start) - 1
        column = start - self.lines[line]
        own_line = not self.text[self.lines[line] : start].strip()
        blank = self.is_blank
        return Comment(start, text.rstrip(), column, own_line, blank(line - 1), blank(line + 1))

    def is_blank(self, line: int) -> bool:
        if not 0 <= line < len(self.lines):
            return False
        end = self.lines[line + 1] if line + 1 < len(self.lines) else len(self.text)
        return not self.text[self.lines[line] : end].strip()

    def column(self, offset: int) -> int:
        return offset - self.lines[bisect_right(self.lines, offset) - 1]

    def find_dashes(self, piece: Piece, comments: list[int]) -> None:
        """Let the items of block lists begin with their dashes."""
        at = piece.start
        for entry in piece.entries:
            if piece.kind == "list" and not piece.flow:
                entry.start = self.find_dash(at, comments)
            self.find_dashes(entry.value, comments)
            at = entry.end

    def find_dash(self, at: int, comments: list[int]) -> int:
        """The first dash from `at` that is not in a comment."""
        while True:
            dash = self.text.index("-", at)
            before = bisect_right(comments, dash) - 1
            line = bisect_right(self.lines, dash)
            if before < 0 or bisect_right(self.lines, comments[before]) != line:
                return dash
            at = self.lines[line]

    def attach(self, owner: Entry, comment: Comment, depth: int) -> None:
        """Give the comment to the piece it stands with."""
        if owner.value.flow and depth > 1:
            owner.value.has_comments = True
            return
        entries = owner.value.entries
        position = bisect_right([entry.start for entry in entries], comment.start)
        before = entries[position - 1] if position else None
        after = entries[position] if position < len(entries) else None
        if before and comment.start < before.end:
            if before.value.kind == "text":
                before.after.append(comment)
            else:
                self.attach(before, comment, depth + 1)
        elif comment.own_line:
            self.attach_line(owner, before, after, comment, depth)
        elif before and bisect_right(self.lines, before.end) == bisect_right(
            self.lines, comment.start
        ):
            _last_of(before).after.append(comment)
        else:
            owner.on_key.append(comment)

    def attach_line(
        self,
        owner: Entry,
        before: Entry | None,
        after: Entry | None,
        comment: Comment,
        depth: int,
    ) -> None:
        """A comment on a line of its own: below what it is indented under, else above the next."""
        deeper = before is not None and comment.column > self.column(before.start)
        if before and deeper and depth < 2 and not (after and after.above):
            last = before.value.entries[-1] if depth == 0 and before.value.entries else None
            deepest = last if last and comment.column > self.column(last.start) else before
            deepest.below.append(comment)
        elif after:
            after.above.append(comment)
        else:
            owner.below.append(comment)


def _last_of(entry: Entry) -> Entry:
    """What ends an entry: in a block, the last thing within it."""
    while entry.value.kind != "text" and not entry.value.flow:
        entry = entry.value.entries[-1]
    return entry
