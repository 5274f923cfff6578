"""Bytes of a YAML file in, text with places out; refuses what a curator never means.

Reads libyaml's events with a stack of its own: no recursion, no implicit types. Every scalar
stays the text that was typed and knows its line and column, so the records decide what is a
number or a date and every later message can name its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn, cast

import yaml
from yaml.cyaml import CParser

from loaders.problems import Place, Problem, Refused, quote

MAX_DEPTH = 12
MAX_SCALAR = 20_000
MAX_FIELDS = 60
SECTION_DEPTH = 2
"""Maps down to this depth hold entries by key, as many as there are; deeper ones hold fields."""
MAX_FAULTS = 100
"""Reading stops after so many: nobody mends more at once, and a hostile file stays cheap."""


class Text(str):
    """A scalar as typed, with the place of its first character."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Map(dict[str, "Node"]):
    """A mapping; its keys are `Text` and so know their own places."""

    __slots__ = ("column", "line")
    line: int
    column: int

    def texts(self) -> Iterator[Text]:
        """The keys, with their places."""
        return (key for key in self if isinstance(key, Text))

    def text(self, name: str) -> Text:
        """The key `name`, with its place."""
        return next(key for key in self.texts() if key == name)


class Items(list["Node"]):
    """A sequence."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = Text | Map | Items

# Controls, C1, bidi controls, zero-width, soft hyphen, line separators, BOM, tags, non-characters.
# The joiners U+200C and U+200D stay: Persian and emoji need them.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_ODD_INDENT = re.compile(r"^[ -]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)
_NOT_OURS = (
    ("<", "this is a web page, not the data; get the file itself"),
    ("version https://git-lfs", "this is a Git LFS pointer, not the data; run `git lfs pull`"),
)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_SWALLOWED = re.compile(r"[ ]+#")
_TOUCHING = re.compile(r"#|[ ]*,#")
_OPEN_TOUCHING = re.compile(r"[\[{]#")
_BLOCK_TOUCHING = re.compile(r"[|>][-+0-9]*#")
_ODD_AFTER_COLON = re.compile(r":([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
_SMART_QUOTE = re.compile(r": *([\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb])")
_CLOSED_BY = {"“": "”", "„": "“", "‘": "’", "‚": "‘", "«": "»", "‹": "›"}
"""Quotes that open, and what closes them."""
_ODD_COLON = re.compile(r"[\w\"'][ ]?([\uff1a\ufe55\ua789\u02d0\u0589\u05c3\u2236])")
_NOTHING = {"", "~", "null", "Null", "NULL"}

_PLAIN_WORDS = (
    ("mapping values are not allowed", 'a ": " inside unquoted text, or wrong indentation'),
    ("could not find expected ':'", "expected `key: value`; a `:` is missing or a line is cut off"),
    ("found unexpected end of stream", "a quotation mark is opened and never closed"),
    ("did not find expected key", "wrong indentation, or text after a closing quotation mark"),
    ("did not find expected '-' indicator", "wrong indentation in a list"),
    ("did not find expected alphabetic", "text that starts with * or & must be in quotes"),
    ("did not find expected hexdecimal", "a \\u or \\x escape is incomplete; use '…' quotes"),
    ("invalid Unicode character", "this \\u escape is not a character"),
    ("did not find expected <document start>", "text after the end of the document"),
    ("incompatible YAML document", "remove the %YAML line"),
    ("did not find expected node content", "a value is missing, or a [ or { is not closed"),
    ("cannot start any token", "a value cannot start with this character; put it in quotes"),
    (
        "unknown escape character",
        "unknown backslash escape; use '…' quotes or double the backslash",
    ),
    ("did not find expected ',' or '}'", "a { is not closed, or text inside it needs quotes"),
    ("did not find expected ',' or ']'", "a [ is not closed, or text inside it needs quotes"),
    (
        "block sequence entries are not allowed",
        "a list cannot start here; begin a new line, or quote the -",
    ),
    ("mapping keys are not allowed", "a value cannot start with ?; put it in quotes"),
    ("did not find expected whitespace", "text that starts with ! must be in quotes"),
    ("undefined tag handle", "text that starts with ! must be in quotes"),
    ("scanning a tag", "text that starts with ! must be in quotes"),
    ("parsing a tag", "text that starts with ! must be in quotes"),
    ("directive", "remove the % line; directives are not allowed"),
    ("tab character", "a tab; use spaces"),
    ("indentation indicator", "text after | or >; begin it on the next line"),
    ("found unexpected ':'", "a : inside { } or [ ]; put the text in quotes"),
    ("document indicator", "a line of --- or ... inside quoted text"),
    ("comment or line break", "text after | or >; begin it on the next line"),
)
"""Part of libyaml's message -> the sentence for a curator."""


def decode(data: bytes, name: str) -> str:
    """UTF-8 with or without a BOM, any line ends, to text with `\\n`. Raises Refused."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\0\0\xfe\xff":
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
    """Text to a tree of Map, Items and Text. Raises Refused with every fault that can be told."""
    reader = _Reader(text, name)
    parser = CParser(text)
    try:
        reader.read(parser)
    except yaml.MarkedYAMLError as error:
        reader.fault(*_explain(error, reader.lines))
    except (yaml.reader.ReaderError, ValueError):
        reader.fault("a character that YAML does not allow; delete it", 1, 1)
    finally:
        parser.dispose()
    if not reader.faults and not isinstance(reader.root, Map):
        reader.fault("the file must start with a section such as `figures:`", 1, 1)
    if reader.faults:
        raise Refused(reader.faults)
    assert isinstance(reader.root, Map)
    return reader.root


class _Reader:
    """libyaml's events to nodes, with an explicit stack of (container, key waiting for a value)."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.faults: list[Problem] = []
        self.stack: list[Map | Items] = []
        self.keys: list[Text | None] = []
        self.indents: list[int | None] = []
        """Column of each open container, from 0; None in braces and brackets."""
        self.documents = 0
        self.hopeless = False
        self.check_hidden = "\\" in text
        self.lines = text.split("\n")
        self.commented = {number for number, line in enumerate(self.lines) if "#" in line}

    def fault(self, message: str, line: int, column: int) -> None:
        self.faults.append(Problem(Place(self.name, line, column), message))

    def read(self, parser: CParser) -> None:
        next_event, scalar = parser.get_event, self.scalar
        while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
            if self.faults and (self.hopeless or len(self.faults) >= MAX_FAULTS):
                return
            if kind is yaml.ScalarEvent:
                scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.close(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self.open(event):
                    return
            elif not self.other(event):
                return

    def scalar(self, event: yaml.ScalarEvent) -> None:
        mark = event.start_mark
        is_block = event.style in ("|", ">")
        node = Text(event.value.rstrip(" ") if is_block else event.value)
        node.line, node.column = mark.line + 1, mark.column + 1
        if event.anchor is not None or event.tag is not None:
            self.decorated(event)
        if len(node) > MAX_SCALAR:
            self.fault(f"a text of {len(node)} characters; at most {MAX_SCALAR}", *_at(node))
        if self.check_hidden and (found := _HIDDEN.search(node.replace("\n", " "))):
            self.fault(_describe_hidden(found[0]), *_at(node))
        end = event.end_mark.line
        is_nothing = not node.strip() if is_block else event.implicit[0] and node in _NOTHING
        if is_nothing and not self.expects_key():
            self.miss_value(node)
        elif not event.style and self.lines[mark.line][: mark.column][-1:] == "?":
            self.fault("a value cannot start with ?; put it in quotes", mark.line + 1, mark.column)
        elif not event.style and node[:1] in _CLOSED_BY and self.indents[-1:] == [None]:
            self.check_quotes(node, event.end_mark)
        elif end in self.commented or mark.line in self.commented:
            self.find_comment(event)
        if event.style in ("'", '"') and end > mark.line:
            self.check_indent(mark.line, end)
        self.attach(node)

    def miss_value(self, node: Text) -> None:
        key = self.keys[-1] if self.keys else None
        mend = "write one, or delete the line"
        if key and key.isdigit():
            mend = "write the number without its comma, or delete the line"
        elif key and (found := _ODD_AFTER_COLON.search(key)):
            mend = _say_odd_blank(found[1])
        elif self.lines[node.line - 1][node.column - 1 :].lstrip(" ").startswith("#"):
            mend = "what follows # is a comment; if it is the value, put it in quotes"
        elif key and key[-1:] in _CLOSED_BY.values():
            mend = f"{key[-1]} closes no quotes in YAML, write \" or '"
        self.fault(f"no value here; {mend}", *_at(node))

    def check_quotes(self, node: Text, end: yaml.Mark) -> None:
        """Text in braces or brackets that a comma cuts off, for its quotes only look like ours."""
        close, rest = _CLOSED_BY[node[0]], self.lines[end.line][end.column :].lstrip(" ")
        if close not in node[1:] and rest.startswith(",") and close in rest:
            self.fault(f"{node[0]} opens no quotes in YAML, write \" or '", *_at(node))

    def find_comment(self, event: yaml.ScalarEvent) -> None:
        """A comment that cuts a value off, or that touches the value before it."""
        if event.style in ("|", ">"):
            self.find_touching(event.start_mark, _BLOCK_TOUCHING)
        elif not event.style and self.match(event.end_mark, _SWALLOWED):
            line, column = event.end_mark.line, event.end_mark.column
            at = self.lines[line].index("#", column) + 1
            message = "YAML drops the text from this # on; put the whole text in quotes"
            self.fault(f"{message}, or a comment on a line of its own", line + 1, at)
        else:
            self.find_touching(event.end_mark, _TOUCHING)

    def find_touching(self, mark: yaml.Mark, pattern: re.Pattern[str]) -> None:
        if self.match(mark, pattern):
            at = self.lines[mark.line].index("#", mark.column) + 1
            self.fault("a comment needs a blank before its #", mark.line + 1, at)

    def match(self, mark: yaml.Mark, pattern: re.Pattern[str]) -> bool:
        """Whether a text with a # begins so at a mark."""
        is_there = mark.line in self.commented
        return is_there and pattern.match(self.lines[mark.line], mark.column) is not None

    def check_indent(self, first: int, last: int) -> None:
        """The lines of a value in quotes or brackets begin to the right of what it belongs to."""
        indent = self.indents[-1] if self.indents else None
        if indent is None:
            return
        for number in range(first + 1, last + 1):
            line = self.lines[number]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                message = "a value that goes on needs more blanks before it than its field"
                self.fault(message, number + 1, 1)
                return

    def open(self, event: yaml.CollectionStartEvent) -> bool:
        node: Map | Items = Map() if isinstance(event, yaml.MappingStartEvent) else Items()
        node.line, node.column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None or event.tag is not None:
            self.decorated(event)
        if len(self.stack) >= MAX_DEPTH:
            self.fault(f"nested deeper than {MAX_DEPTH} levels", *_at(node))
            return False
        if self.expects_key():
            self.fault("a key must be plain text, not a list or a mapping", *_at(node))
            return False
        self.attach(node)
        self.stack.append(node)
        self.keys.append(None)
        self.indents.append(None if event.flow_style else node.column - 1)
        if event.flow_style:
            self.find_touching(event.start_mark, _OPEN_TOUCHING)
        return True

    def close(self, event: yaml.CollectionEndEvent) -> None:
        node, indent = self.stack.pop(), self.indents.pop()
        self.keys.pop()
        if indent is None:
            self.find_touching(event.end_mark, _TOUCHING)
            if event.end_mark.line >= node.line:
                self.check_indent(node.line - 1, event.end_mark.line)

    def other(self, event: yaml.Event) -> bool:
        """Document starts and aliases; False where reading on would make no sense."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.AliasEvent):
            message = (
                f"the alias {quote('*' + event.anchor)} is not allowed; "
                "write the value out, or quote it"
            )
            self.fault(message, line, column)
            self.attach(_text("", line, column))
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.fault("a second document starts here; a file holds one", line, column)
                return False
            if event.version or event.tags:
                self.fault("remove the % line; directives are not allowed", line, column)
        return True

    def expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], Map) and self.keys[-1] is None

    def attach(self, node: Node) -> None:
        """Put a finished scalar or a new container where it belongs."""
        if not self.stack:
            self.root = node
            return
        container, keys = self.stack[-1], self.keys
        if isinstance(container, Items):
            container.append(node)
        elif (key := keys[-1]) is not None:
            container[key] = node
            keys[-1] = None
        else:
            assert isinstance(node, Text)
            keys[-1] = node
            self.check_key(container, node)

    def check_key(self, container: Map, key: Text) -> None:
        if key in container:
            first = container.text(key)
            message = f"{quote(key)} is given twice, first on line {first.line}; keep one"
            self.fault(message, *_at(key))
        if len(self.stack) > SECTION_DEPTH and len(container) == MAX_FIELDS:
            self.fault(f"one entry has more than {MAX_FIELDS} fields", *_at(key))
            self.hopeless = True
        if key[:1] == "-":
            self.fault("a key cannot start with -; put a space after the -", *_at(key))
        elif key == "<<":
            self.fault("merge keys (<<) are not allowed; write the values out", *_at(key))

    def decorated(self, event: yaml.NodeEvent) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None:
            message = (
                f"the anchor {quote('&' + event.anchor)} is not allowed; "
                "quote text that starts with &"
            )
            self.fault(message, line, column)
        if event.tag is not None:
            message = f"the tag {quote(event.tag)} is not allowed; quote text that starts with !"
            self.fault(message, line, column)


def _explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[str, int, int]:
    """A sentence with its line and column; what only looks like YAML's own signs is named."""
    place = _place_of_error(error)
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    if found := _ODD_AFTER_COLON.search(line):
        return _say_odd_blank(found[1]), place[0], found.start(1) + 1
    if "expected ':'" in str(error.problem) and (found := _ODD_COLON.search(line)):
        name = unicodedata.name(found[1]).lower()
        message = f"the colon is U+{ord(found[1]):04X}, {name}; write : and a blank"
        return message, place[0], found.start(1) + 1
    sentence = _say_plainly(error)
    if found := _SMART_QUOTE.search(line):
        sentence += f"; {found[1]} opens no quotes in YAML, write \" or '"
    return sentence, *place


def _say_plainly(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context}: {error.problem}"
    known = (plain for libyaml, plain in _PLAIN_WORDS if libyaml in said)
    return next(known, f"this is not YAML: {error.problem}")


def _say_odd_blank(character: str) -> str:
    name = unicodedata.name(character).lower()
    return f"the blank after the : is U+{ord(character):04X}, {name}; write an ordinary blank"


def _place_of_error(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where the fault starts: of what is never closed, where it was opened, if on another line."""
    said, start, end = error.problem or "", error.context_mark, error.problem_mark
    from_start = any(
        words in said for words in ("end of stream", "find expected ':'", "alphabetic")
    )
    not_closed = "did not find expected ','" in said and start and end and start.line != end.line
    mark = (start if from_start or not_closed else None) or end
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def entries(section: Node) -> dict[str, Node]:
    """The entries of a section by key: ids for figures, positions for other lists.

    An id that is used again gives way to the position, so that no entry hides another.
    """
    if isinstance(section, Map):
        return {str(key): node for key, node in section.items()}
    if not isinstance(section, Items):
        return {}
    found: dict[str, Node] = {}
    for position, node in enumerate(section, 1):
        id = node.get("id") if isinstance(node, Map) else None
        is_key = isinstance(id, str) and id and id not in found
        found[str(id if is_key else position)] = node
    return found


def node_at(node: Node, path: tuple[str | int, ...]) -> Node:
    """What lies below `node` along `path`, as far down as there is something."""
    found: Any = node
    for step in path:
        if not (step in found if isinstance(found, Map) else _has_position(found, step)):
            break
        found = found[step]
    return cast("Node", found)


def _has_position(node: Node, step: str | int) -> bool:
    return isinstance(node, Items) and isinstance(step, int) and step < len(node)


def place_of(name: str, node: Node, path: tuple[str | int, ...]) -> Place:
    """The place of what lies below `node` along `path`; a missing field has its parent's place."""
    found = node_at(node, path)
    return Place(name, found.line, found.column)


def _text(value: str, line: int, column: int) -> Text:
    node = Text(value)
    node.line, node.column = line, column
    return node


def _at(node: Node) -> tuple[int, int]:
    return node.line, node.column


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
