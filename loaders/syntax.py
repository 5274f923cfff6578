"""What libyaml says of a file in, what a curator can do about it and where out."""

from __future__ import annotations

import yaml

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


def plain_words(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context}: {error.problem}"
    known = (plain for libyaml, plain in _PLAIN_WORDS if libyaml in said)
    return next(known, f"this is not YAML: {error.problem}")


def place_of_error(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where the fault starts: of what is never closed, where it was opened, if on another line."""
    said, start, end = error.problem or "", error.context_mark, error.problem_mark
    from_start = any(
        words in said for words in ("end of stream", "find expected ':'", "alphabetic")
    )
    not_closed = "did not find expected ','" in said and start and end and start.line != end.line
    mark = (start if from_start or not_closed else None) or end
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
