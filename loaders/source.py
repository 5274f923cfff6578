"""Bytes of a YAML file in, text with places out; refuses what a curator never means.

Reads libyaml's events with a stack of its own: no recursion, no implicit types. Every scalar
stays the text that was typed and what holds it knows its line and column, so the records decide
what is a number or a date and every later message can name its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml.cyaml import CParser

from loaders.nodes import Items, Map, Node, pack
from loaders.problems import Place, Problem, Refused, quote
from loaders.yaml_errors import ODD_AFTER_COLON, explain, say_odd_blank

MAX_DEPTH = 12
MAX_SCALAR = 20_000
MAX_FIELDS = 60
SECTION_DEPTH = 2
"""Maps down to this depth hold entries by key, as many as there are; deeper ones hold fields."""
FAR = 1_000
"""Signs behind a text in which its closing quotes are looked for: a line may have millions."""
MAX_FAULTS = 100
"""Reading stops after so many: nobody mends more at once, and a hostile file stays cheap."""


# Controls, C1, bidi controls, zero-width, soft hyphen, line separators, BOM, tags, non-characters.
# The joiners U+200C and U+200D stay: Persian and emoji need them.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_ODD_INDENT = re.compile(r"^[ -]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)
_NOT_OURS = (
    ("<", "this is a web page, not the data; get the file itself"),
    ("version https://git-lfs", "this is a Git LFS pointer, not the data; run `git lfs pull`"),
)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_SWALLOWED = re.compile(r"[ ]+#")
_DROPPED = (
    "YAML drops the text from this # on; put the whole text in quotes, "
    "or a comment on a line of its own"
)
_TOUCHING = re.compile(r"#|[ ]*,#")
_OPEN_TOUCHING = re.compile(r"[\[{]#")
_BLOCK_TOUCHING = re.compile(r"[|>][-+0-9]*#")
_TOUCHES = "a comment needs a blank before its #"
_CLOSED_BY = {"“": "”", "„": "“", "‘": "’", "‚": "‘", "«": "»", "‹": "›"}
"""Quotes that open, and what closes them."""
_NOTHING = {"", "~", "null", "Null", "NULL"}


def decode(data: bytes, name: str) -> str:
    """UTF-8 with or without a BOM, any line ends, to text with `\\n`. Raises Refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        _refuse(name, "the file is saved as UTF-16 or UTF-32; save it as UTF-8", 1, 1)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _end_of(data[: error.start].decode("utf-8"))
        byte = data[error.start]
        _refuse(name, f"the byte 0x{byte:02X} is not UTF-8; save the file as UTF-8", *place)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _check_text(text, name)
    return text


def _check_text(text: str, name: str) -> None:
    """Refuse what no YAML parser should have to see."""
    if not text.strip():
        _refuse(name, "the file is empty; an editor may be in the middle of saving it")
    for start, message in _NOT_OURS:
        if text.startswith(start):
            _refuse(name, message, 1, 1)
    if found := _CONFLICT.search(text):
        message = "an unresolved merge conflict starts here; keep one side"
        _refuse(name, message, *_end_of(text[: found.start()]))
    if found := _HIDDEN.search(text):
        _refuse(name, _describe_hidden(found[0]), *_end_of(text[: found.start()]))
    if found := _ODD_INDENT.search(text):
        character = unicodedata.name(found[0][-1]).lower()
        message = f"a line starts with a {character}; use ordinary spaces"
        _refuse(name, message, *_end_of(text[: found.end() - 1]))
    if not text.endswith("\n"):
        message = "the last line has no line break: the file may be cut off; end it with one"
        _refuse(name, message, *_end_of(text))


def parse(text: str, name: str) -> Map:
    """What `decode` gave to a tree. Raises Refused with every fault that can be told."""
    reader = _Reader(text, name)
    try:
        reader.read(CParser(text))
    except yaml.MarkedYAMLError as error:
        reader.fault(*explain(error, reader.lines))
    if not reader.faults and not isinstance(reader.root, Map):
        reader.fault("the file must start with a section such as `figures:`", 1, 1)
    if reader.faults:
        raise Refused(reader.faults)
    assert isinstance(reader.root, Map)
    return reader.root


class _Reader:
    """libyaml's events to nodes, with a stack of the containers that are open."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.faults: list[Problem] = []
        self.stack: list[Map | Items] = []
        self.key: str | None = None
        """The key of the innermost map that waits for its value."""
        self.words: dict[str, str] = {}
        """Each word that was read, once: a file holds most of them often."""
        self.brackets = 0
        """How many of the open containers are in braces or brackets."""
        self.lines = text.split("\n")
        self.signed = {n for n, line in enumerate(self.lines) if "#" in line or "?" in line}
        """Lines with a sign that may mean something else than what was typed."""

    def read(self, parser: CParser) -> None:
        handlers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.DocumentStartEvent: self.begin,
            yaml.AliasEvent: self.refuse_alias,
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.open,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceStartEvent: self.open,
            yaml.SequenceEndEvent: self.close,
        }
        next_event = parser.get_event
        while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
            if handle := handlers.get(kind):
                handle(event)

    def fault(self, message: str, line: int, column: int) -> None:
        self.faults.append(Problem(Place(self.name, line, column), message))
        if len(self.faults) == MAX_FAULTS:
            raise Refused(self.faults)

    def give_up(self, message: str, line: int, column: int) -> NoReturn:
        """A fault after which reading on would make no sense."""
        self.fault(message, line, column)
        raise Refused(self.faults)

    def begin(self, event: yaml.DocumentStartEvent) -> None:
        line, column = _at(event)
        if self.root is not None:
            self.give_up("a second document starts here; a file holds one", line, column)
        if event.version or event.tags:
            self.fault("remove the % line; directives are not allowed", line, column)

    def refuse_alias(self, event: yaml.AliasEvent) -> None:
        message = f"the alias {quote('*' + event.anchor)} is not allowed"
        self.fault(f"{message}; write the value out, or quote it", *_at(event))
        self.attach(event.anchor, *_at(event))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        start, end, style, node = event.start_mark, event.end_mark, event.style, event.value
        line, column = start.line + 1, start.column + 1
        is_block = style == "|" or style == ">"
        if is_block:
            node = node.rstrip(" ")
        if event.anchor is not None or event.tag is not None:
            self.refuse_signs(event)
        if len(node) > MAX_SCALAR:
            self.fault(f"a text of {len(node)} characters; at most {MAX_SCALAR}", line, column)
        if style == '"' and (found := _HIDDEN.search(node)):
            self.fault(_describe_hidden(found[0]), line, column)
        is_nothing = not node.strip() if is_block else event.implicit[0] and node in _NOTHING
        if is_nothing and not self.expects_key():
            self.miss_value(line, column)
        elif not style and node[:1] in _CLOSED_BY and self.is_cut_off(node, end):
            self.fault(f"{node[0]} opens no quotes in YAML, write \" or '", line, column)
        elif end.line in self.signed or start.line in self.signed:
            self.find_sign_beside(event)
        if style and not is_block:
            self.check_indent(start.line, end.line)
        self.attach(self.words.setdefault(node, node), line, column)

    def miss_value(self, line: int, column: int) -> None:
        key, mend = self.key or "", "write one, or delete the line"
        if key.isdigit():
            mend = "write the number without its comma, or delete the line"
        elif found := ODD_AFTER_COLON.search(key):
            mend = say_odd_blank(found[1])
        elif self.lines[line - 1][column - 1 :].lstrip(" ").startswith("#"):
            mend = "what follows # is a comment; if it is the value, put it in quotes"
        elif key[-1:] in _CLOSED_BY.values():
            mend = f"{key[-1]} closes no quotes in YAML, write \" or '"
        self.fault(f"no value here; {mend}", line, column)

    def is_cut_off(self, node: str, end: yaml.Mark) -> bool:
        """Whether a comma ends a text whose quotes, which only look like ours, close behind it."""
        close, near = _CLOSED_BY[node[0]], slice(end.column, end.column + FAR)
        rest = self.lines[end.line][near].lstrip(" ")
        return close not in node and rest.startswith(",") and close in rest

    def find_sign_beside(self, event: yaml.ScalarEvent) -> None:
        """A ? before a value; a comment that cuts a value off, or that touches the one before."""
        line, column = event.start_mark.line, event.start_mark.column
        if self.lines[line][column - 1 : column] == "?":
            self.fault("a value cannot start with ?; put it in quotes", line + 1, column)
            return
        if event.style in ("|", ">"):
            self.find_sign(event.start_mark, _BLOCK_TOUCHING, _TOUCHES)
            return
        self.find_sign(event.end_mark, _TOUCHING, _TOUCHES)
        if not event.style:
            self.find_sign(event.end_mark, _SWALLOWED, _DROPPED)

    def find_sign(self, mark: yaml.Mark, pattern: re.Pattern[str], message: str) -> None:
        """A # at a mark that is no plain comment."""
        if found := pattern.match(self.lines[mark.line], mark.column):
            self.fault(message, mark.line + 1, found.end())

    def check_indent(self, first: int, last: int) -> None:
        """The lines of a value in quotes or brackets begin to the right of what it belongs to."""
        if self.brackets or not self.stack:
            return
        for number in range(first + 1, last + 1):
            line = self.lines[number]
            if line.strip() and len(line) - len(line.lstrip(" ")) < self.stack[-1].column:
                message = "a value that goes on needs more blanks before it than its field"
                self.fault(message, number + 1, 1)
                return

    def open(self, event: yaml.CollectionStartEvent) -> None:
        line, column = _at(event)
        self.refuse_signs(event)
        if len(self.stack) == MAX_DEPTH:
            self.give_up(f"nested deeper than {MAX_DEPTH} levels", line, column)
        if self.expects_key():
            self.give_up("a key must be plain text, not a list or a mapping", line, column)
        kind = Map if isinstance(event, yaml.MappingStartEvent) else Items
        node = kind(line, column)
        self.attach(node, line, column)
        self.stack.append(node)
        if event.flow_style:
            self.brackets += 1
            self.find_sign(event.start_mark, _OPEN_TOUCHING, _TOUCHES)

    def close(self, event: yaml.CollectionEndEvent) -> None:
        node = self.stack.pop()
        if self.brackets:
            self.brackets -= 1
            self.find_sign(event.end_mark, _TOUCHING, _TOUCHES)
            self.check_indent(node.line - 1, event.end_mark.line)

    def expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], Map) and self.key is None

    def attach(self, node: Node, line: int, column: int) -> None:
        """Put a finished scalar or a new container where it belongs."""
        container = self.stack[-1] if self.stack else None
        if container is None:
            self.root = node
            return
        if isinstance(container, Items):
            container.append(node)
        elif self.key is not None:
            container[self.key] = node
            self.key = None
        else:
            assert isinstance(node, str)
            self.key = self.check_key(container, node, line, column)
        container.places.append(pack(line, column))

    def check_key(self, container: Map, key: str, line: int, column: int) -> str:
        """The key, or another for one that is there already: its file is refused."""
        if key[:1] == "-":
            self.fault("a key cannot start with -; put a space after the -", line, column)
        elif key == "<<":
            self.fault("merge keys (<<) are not allowed; write the values out", line, column)
        if key in container:
            first, _ = dict(container.keys_at())[key]
            message = f"{quote(key)} is given twice, first on line {first}; keep one"
            self.fault(message, line, column)
            return f"{key} on line {line}, {column}"
        if len(self.stack) > SECTION_DEPTH and len(container) == MAX_FIELDS:
            self.give_up(f"one entry has more than {MAX_FIELDS} fields", line, column)
        return key

    def refuse_signs(self, event: yaml.NodeEvent) -> None:
        """Anchors and tags."""
        if event.anchor is not None:
            message = f"the anchor {quote('&' + event.anchor)} is not allowed"
            self.fault(f"{message}; quote text that starts with &", *_at(event))
        if event.tag is not None:
            message = f"the tag {quote(event.tag)} is not allowed; quote text that starts with !"
            self.fault(message, *_at(event))


def _at(event: yaml.Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _end_of(text: str) -> tuple[int, int]:
    """Line and column, from 1, of the character that follows `text`."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _describe_hidden(character: str) -> str:
    if character == "\t":
        return "a tab; use spaces"
    name = unicodedata.name(character, "a control character")
    return f"the invisible character U+{ord(character):04X} ({name.lower()}); delete it"


def _refuse(name: str, message: str, line: int = 0, column: int = 0) -> NoReturn:
    raise Refused([Problem(Place(name, line, column), message)])
