"""What a text is made of, each piece with its place: scalars, mappings, lists and comments.

`source.py` says what a file means; pieces say where everything in it stands, so that text can be
edited as text. `spans.py` finds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["text", "map", "list"]


@dataclass(slots=True)
class Comment:
    """A comment from its `#` to the end of the line."""

    start: int
    text: str
    column: int
    own_line: bool
    """Nothing but blanks stands before it on its line."""
    blank_before: bool
    """The line above is blank."""
    blank_after: bool
    """The line below is blank."""


@dataclass(slots=True)
class Piece:
    """A scalar, mapping or list, from the offset of its first character to behind its last.

    Blank lines and comments that follow it are not part of it.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    text: str = ""
    flow: bool = False
    """A mapping or list in braces or brackets."""
    has_comments: bool = False
    """Comments stand between its braces or brackets."""
    entries: list[Entry] = field(default_factory=list)

    @property
    def node(self) -> Any:
        """The same as plain text, lists and mappings."""
        if self.kind == "text":
            return self.text
        if self.kind == "list":
            return [entry.value.node for entry in self.entries]
        return {entry.name: entry.value.node for entry in self.entries}

    def find(self, name: str) -> Entry | None:
        """The entry of a mapping with this key."""
        return next((entry for entry in self.entries if entry.name == name), None)


@dataclass(slots=True)
class Entry:
    """An item of a list, from its dash, or a key with its value; and the comments that go along."""

    value: Piece
    key: Piece | None = None
    start: int = 0
    above: list[Comment] = field(default_factory=list)
    on_key: list[Comment] = field(default_factory=list)
    """Behind the key or dash, where the value stands on the lines below."""
    after: list[Comment] = field(default_factory=list)
    """Behind the value, on its line."""
    below: list[Comment] = field(default_factory=list)
    """On lines of their own below the entry, indented deeper than it."""

    @property
    def name(self) -> str:
        return self.key.text if self.key else ""

    @property
    def end(self) -> int:
        return self.value.end

    @property
    def has_heading(self) -> bool:
        """Whether a blank line sets the comment above apart: it heads a group of entries."""
        return any(comment.blank_before or comment.blank_after for comment in self.above)

    @property
    def is_commented(self) -> bool:
        """Whether a comment stands within the value."""
        return self.value.has_comments or any(
            entry.above or entry.on_key or entry.after or entry.below or entry.is_commented
            for entry in self.value.entries
        )


def key_of(entry: Entry, position: int) -> str:
    """The key that the ledger has a record under: its own, its id, or its position."""
    own = entry.value.find("id")
    return entry.name or (own.value.text if own else str(position))
