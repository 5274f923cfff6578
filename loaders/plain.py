"""Text in the few forms that curators write, read at once; for anything else, nothing.

`source.py` reads all of YAML through libyaml and says what is wrong with a file. This reads only
what leaves no doubt: a key or an item a line, its value on that line or folded by `>-`, braces and
brackets closed on their line; no escapes, no empty values, no comments behind values. A text with
anything else in it is left to `source.py` whole, which alone finds faults. A test holds the two
against each other on thousands of damaged files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from loaders.collector import uncollected
from loaders.source import (
    MAX_FIELDS,
    MAX_SCALAR,
    NOTHING,
    SECTION_DEPTH,
    Items,
    Map,
    Node,
    Text,
    parse,
)

MOST_NESTED = 5
"""Of blocks, and of brackets within one line; together less than what `source.py` refuses."""

_BREAK = r"\t\r\n\x85\u2028\u2029"
_KEY = "[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"
_QUOTED = rf"\"[^\"\\{_BREAK}]*\"|'[^'{_BREAK}]*'"
_FIRST = rf"[^ \-?:,\[\]{{}}#&*!|>'\"%@`{_BREAK}]"
_SAFE, _TAME = rf"[^ :#{_BREAK}]*", rf"[^ :#,?\[\]{{}}{_BREAK}]*"
_BLOCK = rf"{_FIRST}{_SAFE}(?:(?::(?=[^ {_BREAK}])| (?=[^ #{_BREAK}])|(?<! )#){_SAFE})*"
_FLOW = rf"{_FIRST}{_TAME}(?:(?:[:?](?=[A-Za-z0-9/])| (?=[^ #,?\[\]{{}}])){_TAME})*"
_LINE = re.compile(rf"(- )?(?:({_KEY}):(?: |$))?(?:(>-)|({_BLOCK})|({_QUOTED})|([{{\[].*))?")
_PIECE = re.compile(rf"(?:({_KEY}): )?(?:([{{\[])|(?:({_FLOW})|({_QUOTED}))(, |[}}\]]+(?:, )?))")


class _Doubt(Exception):
    """Not one of the few forms."""


def read_text(text: str, name: str) -> Map:
    """The root mapping of a text that was decoded. Raises Refused with every fault."""
    found = read_plain(text)
    return parse(text, name) if found is None else found


@uncollected()
def read_plain(text: str) -> Map | None:
    """The same tree as `parse` gives, or None where there is any doubt."""
    if not text.endswith("\n"):
        return None
    try:
        return _Blocks(text.split("\n")).read()
    except _Doubt:
        return None


class _Blocks:
    """Lines to nodes, with a stack of (indentation, container) and a key that awaits its value."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.root = Items()
        self.stack: list[tuple[int, Map | Items]] = [(-1, self.root)]
        self.awaits = True
        self.key = Text()
        self.folded_to = 0

    def read(self) -> Map:
        match_line, stack = _LINE.fullmatch, self.stack
        for number, line in enumerate(self.lines, 1):
            body = line.lstrip(" ")
            if not body or body[0] == "#" or number <= self.folded_to:
                continue
            match = match_line(body)
            if match is None or len(line) > MAX_SCALAR:
                raise _Doubt
            dash, key, folded, plain, quoted, flow = match.groups()
            indent = len(line) - len(body)
            if dash:
                self.go_to(number, indent, Items)
                indent += 2
                self.awaits = True
            if key:
                if self.awaits or indent != stack[-1][0] or type(stack[-1][1]) is not Map:
                    self.go_to(number, indent, Map)
                column = self.add_key(key, number, indent + 1)
            elif dash and not folded:
                column = indent + 1
            else:
                raise _Doubt
            if plain:
                if plain in NOTHING:
                    raise _Doubt
                self.add(_text(plain, number, column))
            elif flow:
                self.add(_read_flow(flow, number, column))
            elif quoted:
                self.add(_text(quoted[1:-1], number, column))
            elif folded:
                self.add(_text(self.fold(number, indent), number, column))
        if self.awaits or not isinstance(found := self.root[0], Map):
            raise _Doubt
        return found

    def go_to(self, number: int, indent: int, kind: type[Map | Items]) -> None:
        """Make the container at this indentation the last of the stack: a known or a new one."""
        stack = self.stack
        if self.awaits:
            if indent <= stack[-1][0] or len(stack) > MOST_NESTED:
                raise _Doubt
            node = kind()
            node.line, node.column = number, indent + 1
            self.add(node)
            stack.append((indent, node))
            return
        while indent < stack[-1][0]:
            stack.pop()
        if indent != stack[-1][0] or type(stack[-1][1]) is not kind:
            raise _Doubt

    def add_key(self, word: str, number: int, column: int) -> int:
        """Await the value of a key; the column where one on the same line stands."""
        container = self.stack[-1][1]
        if word in container:
            raise _Doubt
        if len(container) >= MAX_FIELDS and len(self.stack) > SECTION_DEPTH + 1:
            raise _Doubt
        key = Text(word)
        key.line, key.column = number, column
        self.key, self.awaits = key, True
        return column + len(word) + 2

    def add(self, node: Node) -> None:
        container = self.stack[-1][1]
        if isinstance(container, Map):
            container[self.key] = node
        else:
            container.append(node)
        self.awaits = False

    def fold(self, number: int, indent: int) -> str:
        """The lines below `>-` as one: all equally indented, none blank among them."""
        first = self.lines[number]
        depth = len(first) - len(first.lstrip(" "))
        start = " " * depth
        end = number
        while (line := self.lines[end]).startswith(start) and line[depth:].strip(" "):
            if line[depth] == " " or line[-1] == " ":
                raise _Doubt
            end += 1
        after = next(filter(None, self.lines[end:]), "")
        if depth <= indent or end == number or (after and not after[: indent + 1].strip(" ")):
            raise _Doubt
        self.folded_to = end
        text = " ".join(line[depth:] for line in self.lines[number:end])
        if len(text) > MAX_SCALAR:
            raise _Doubt
        return text


def _text(value: str, line: int, column: int) -> Text:
    node = Text(value)
    node.line, node.column = line, column
    return node


def _read_flow(text: str, line: int, column: int) -> Node:
    """What stands in braces or brackets that close at the end of the line."""
    outer: list[tuple[Map | Items, Text]] = []
    inner: Any = Items()
    key, is_map, at = Text(), False, 0
    while match := _PIECE.match(text, at):
        word, opened, plain, quoted, closing = match.groups()
        start, at = at + column, match.end()
        if (word is not None) is not is_map:
            raise _Doubt
        if is_map:
            if word in inner or len(inner) >= MAX_FIELDS:
                raise _Doubt
            key = _text(word, line, start)
            start += len(word) + 2
        if opened:
            outer.append((inner, key))
            is_map = opened == "{"
            inner = Map() if is_map else Items()
            inner.line, inner.column = line, start
            continue
        if plain in NOTHING or len(outer) > MOST_NESTED:
            raise _Doubt
        node = Text(plain or quoted[1:-1])
        node.line, node.column = line, start
        if is_map:
            inner[key] = node
        else:
            inner.append(node)
        if closing == ", ":
            continue
        for close in closing.rstrip(", "):
            if not outer or is_map is not (close == "}"):
                raise _Doubt
            done, (inner, key) = inner, outer.pop()
            is_map = isinstance(inner, Map)
            if is_map:
                inner[key] = done
            else:
                inner.append(done)
        if not outer or closing[-1] != " ":
            break
    if outer or at < len(text) or text[-1] == " ":
        raise _Doubt
    return cast("Items", inner)[0]
