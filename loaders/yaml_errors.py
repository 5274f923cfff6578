"""What libyaml says of a file that is no YAML, in a curator's words and at the fault's place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import yaml

ODD_AFTER_COLON = re.compile(r":([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
"""A blank that no keyboard types, where YAML asks for one that it does."""
_SMART_QUOTE = re.compile(r": *([\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb])")
_ODD_COLON = re.compile(r"[\w\"'][ ]?([\uff1a\ufe55\ua789\u02d0\u0589\u05c3\u2236])")

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


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int]:
    """A sentence with its line and column; what only looks like YAML's own signs is named."""
    number, column = _place_of(error)
    line = lines[number - 1]
    if found := ODD_AFTER_COLON.search(line):
        return say_odd_blank(found[1]), number, found.start(1) + 1
    if "expected ':'" in str(error.problem) and (found := _ODD_COLON.search(line)):
        name = unicodedata.name(found[1]).lower()
        message = f"the colon is U+{ord(found[1]):04X}, {name}; write : and a blank"
        return message, number, found.start(1) + 1
    sentence = _say_plainly(error)
    if found := _SMART_QUOTE.search(line):
        sentence += f"; {found[1]} opens no quotes in YAML, write \" or '"
    return sentence, number, column


def say_odd_blank(character: str) -> str:
    name = unicodedata.name(character).lower()
    return f"the blank after the : is U+{ord(character):04X}, {name}; write an ordinary blank"


def _say_plainly(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context}: {error.problem}"
    known = (plain for libyaml, plain in _PLAIN_WORDS if libyaml in said)
    return next(known, f"this is not YAML: {error.problem}")


def _place_of(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where the fault starts: of what is never closed, where it was opened, if on another line."""
    said, end = str(error.problem), error.problem_mark
    assert end is not None
    start = error.context_mark or end
    from_start = any(
        words in said for words in ("end of stream", "find expected ':'", "alphabetic")
    )
    not_closed = "did not find expected ','" in said and start.line != end.line
    mark = start if from_start or not_closed else end
    return mark.line + 1, mark.column + 1
