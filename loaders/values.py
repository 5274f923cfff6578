"""What the fields of a record hold: text in, a typed value out, or a sentence that mends it.

Each kind of value has its type for the records, its parser, and what an editor is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from sys import intern
from typing import Annotated, Any, Literal, TypeVar
from unicodedata import name as unicode_name
from unicodedata import normalize
from urllib.parse import quote as percent_encode

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from loaders.dates import EXPECTED_DATE, Date, Window, parse_date, parse_window
from loaders.problems import name_foreign, name_no_digit, quote
from loaders.words import LANGUAGES, SLIPS

T = TypeVar("T")

MAX_COUNT = 10**9
_WHOLE = re.compile(r"0|[1-9][0-9]{0,12}", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,. _'\u00a0\u2009\u202f][0-9]{3})+", re.ASCII)
_BETWEEN = re.compile(
    r"(?:(?:from|between) )?(?P<low>[0-9]+(?:[,. ][0-9]+)*) ?"
    r"(?:[-\u2010-\u2015\u2212]|\.{2,3}|…|to|and) ?(?P<high>[0-9]+(?:[,. ][0-9]+)*)",
    re.ASCII,
)
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{1,6})?", re.ASCII)
_SLUG = re.compile(r"^(?=[a-z0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)*$", re.ASCII)
_WORD = re.compile(r"^[a-z]+(_[a-z]+)*$", re.ASCII)
_LANGUAGE = f"^({'|'.join(LANGUAGES)})$"
_EDTF = r"\d{4}(-\d{2}(-\d{2})?)?"
_HOST = re.compile(
    r"https?://(?:[a-z0-9_-]+\.)+[a-z0-9-]{2,}(?::[0-9]{2,5})?(?:[/?#]|$)",
    re.ASCII | re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`]")
"""What no address holds as it is (RFC 3986, appendix A), and blanks of every script."""


@dataclass(frozen=True, slots=True)
class Count:
    """The whole number that was stated, or the two ends of a stated range."""

    low: int
    high: int

    @property
    def is_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Name:
    """One author: a person whose family name is known, or a name as it stands."""

    literal: str
    """The name as readers see it: `Lyudmila Maratova`, `Office of the Prosecutor General, Kyiv`."""
    family: str = ""
    """Of a person: the family name; empty for a body, and where it was not told apart."""
    given: str = ""
    """Of a person: the other names."""

    def __str__(self) -> str:
        return self.literal


def describe(node: Any) -> str:
    """What stands there, for a message: `"18,000"`, `a list`, `a mapping`."""
    if isinstance(node, str):
        return quote(node)
    return "a list" if isinstance(node, list) else "a mapping"


def parse_whole(node: Any) -> int:
    """A whole number in plain digits. Raises ValueError with a sentence."""
    if not isinstance(node, str) or not _WHOLE.fullmatch(node):
        hint = ""
        if isinstance(node, str):
            is_grouped = _GROUPED.fullmatch(node)
            hint = f"; write {re.sub('[^0-9]', '', node)}" if is_grouped else name_no_digit(node)
        raise ValueError(f"expected a whole number, found {describe(node)}{hint}")
    if int(node) > MAX_COUNT:
        raise ValueError(f"expected a number up to {MAX_COUNT}, found {node}")
    return int(node)


def parse_count(node: Any) -> Count:
    """A whole number, or a range `{low: 60, high: 90}`. Raises ValueError with a sentence."""
    if not isinstance(node, dict):
        if isinstance(node, str) and (ends := _BETWEEN.fullmatch(node)):
            digits = {name: re.sub("[^0-9]", "", end) for name, end in ends.groupdict().items()}
            hint = "{{low: {low}, high: {high}}}".format(**digits)
            raise ValueError(f"expected a whole number, found {describe(node)}; write {hint}")
        number = parse_whole(node)
        return Count(number, number)
    if set(node) != {"low", "high"}:
        raise ValueError("expected one whole number, or a range {low: 60, high: 90}")
    low, high = parse_whole(node["low"]), parse_whole(node["high"])
    if low >= high:
        raise ValueError(f"expected a range that rises, found {low} to {high}")
    return Count(low, high)


def _parse_decimal(node: Any) -> float:
    if isinstance(node, str) and _DECIMAL.fullmatch(node) and float(node) > 0:
        return float(node)
    hint = name_no_digit(node) if isinstance(node, str) else ""
    raise ValueError(f"expected a number such as 10 or 1.5, found {describe(node)}{hint}")


def _parse_url(text: str) -> str:
    """An address that a browser may be sent to: http or https, a host, no password."""
    if not text.lower().startswith(("http://", "https://")):
        expected = "an address that starts with http:// or https://"
        raise ValueError(f"expected {expected}, found {describe(text)}{name_foreign(text[:8])}")
    if found := _FORBIDDEN.search(text):
        message = f"character {found.start() + 1} is {_mend_forbidden(text, found)}"
        raise ValueError(f"expected an address, found {describe(text)}: its {message}")
    if not _HOST.match(text):
        host = re.split("[/:?#]", text.partition("://")[2])[0]
        hint = f"{name_foreign(host)}{_suggest_host(host)}"
        raise ValueError(f"expected a host such as example.org, found {describe(text)}{hint}")
    return str(text)


def _mend_forbidden(text: str, found: re.Match[str]) -> str:
    """What the character is, and what to write for it: nothing in a host or at the end."""
    name = found[0]
    if name.isspace():
        name = "a blank" if name == " " else f"a {unicode_name(name, 'blank').lower()}"
    in_host = not re.search("[/?#]", text[len("https://") : found.start()])
    is_last = not text[found.start() :].strip()
    mend = "delete it" if in_host or is_last else f"write {percent_encode(found[0])}"
    return f"{name}; {mend}"


def _suggest_host(host: str) -> str:
    """How a host with other letters is written in an address, where it is meant."""
    try:
        return "" if host.isascii() else f"; if it is meant, write {host.encode('idna').decode()}"
    except UnicodeError:
        return ""


def _parse_text(text: str) -> str:
    """One line of text, composed (NFC) so that one name has one spelling."""
    if text.endswith("\n"):
        raise ValueError(f"expected text on one line, found {describe(text)}; write >- before it")
    if text.strip() != text or not text:
        hint = _name_blank(text)
        raise ValueError(f"expected text without blanks around it, found {describe(text)}{hint}")
    if "\n" in text:
        raise ValueError(f"expected text on one line, found {describe(text)}; fold it with >-")
    return str(normalize("NFC", text))


def _name_blank(text: str) -> str:
    """The blank at an end of a text, where it is none that a keyboard has."""
    odd = [letter for letter in (text[:1], text[-1:]) if letter.isspace() and letter != " "]
    return f"; one is U+{ord(odd[0]):04X}, {unicode_name(odd[0], 'blank').lower()}" if odd else ""


def _parse_outlet(text: str) -> str:
    """The table lists outlets with ; between them, so that none can hold one."""
    if ";" in text:
        raise ValueError(f"expected a name without ;, found {describe(text)}")
    return _parse_text(text)


def _parse_authors(node: Any) -> tuple[Name, ...]:
    """One name as it stands, or a list in which `Maratova, Lyudmila` is a person."""
    if isinstance(node, str):
        return (Name(_parse_text(node)),)
    if not isinstance(node, list) or not node or not all(isinstance(one, str) for one in node):
        raise ValueError(f"expected a name or a list of names, found {describe(node)}")
    return tuple(_parse_author(_parse_text(one)) for one in node)


def _parse_author(text: str) -> Name:
    family, comma, given = text.partition(",")
    if not comma:
        return Name(text)
    family, given = family.strip(), given.strip()
    if not (family and given) or "," in given:
        message = f"expected one comma, as in Maratova, Lyudmila; found {describe(text)}"
        raise ValueError(f"{message}; write a body with commas alone, without the list")
    return Name(f"{given} {family}", family, given)


def _parse_flag(text: str) -> bool:
    if text != "true":
        found = f"{describe(text)}{name_foreign(text)}"
        raise ValueError(f"expected true, or no such line, found {found}")
    return True


def _read(parse: Callable[[str], T], expected: str, node: Any) -> T:
    """Refuse a list or a mapping in the same words everywhere."""
    if not isinstance(node, str):
        raise ValueError(f"expected {expected}, found {describe(node)}")
    return parse(node)


def _of_text(parse: Callable[[str], T], expected: str = "text") -> Callable[[Any], T]:
    return partial(_read, parse, expected)


def _schema(pattern: str, *others: str, **limits: int) -> WithJsonSchema:
    """Text for editors, and the `others` that their YAML makes of it: 2024 is an integer there."""
    return WithJsonSchema({"type": ["string", *others], "pattern": pattern, **limits})


def _match(pattern: re.Pattern[str], expected: str, text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(f"expected {expected}, found {describe(text)}{name_foreign(text)}")
    return intern(str(text))


def _matching(pattern: re.Pattern[str], expected: str) -> Callable[[Any], str]:
    return _of_text(partial(_match, pattern, expected), expected)


parse_slug = _matching(_SLUG, "a key of small letters, digits and hyphens with at least one letter")
parse_word = _matching(_WORD, "a word of small letters and underscores")


def _parse_language(text: str) -> str:
    """A code of ISO 639-1."""
    if text in LANGUAGES:
        return intern(str(text))
    word = re.split("[-_]", text.lower())[0]
    meant = SLIPS.get(word, word)
    hint = f'; did you mean "{meant}"?' if meant in LANGUAGES else name_foreign(text)
    found = f"{describe(text)}{hint}"
    raise ValueError(f"expected a two-letter language code such as uk, found {found}")


Slug = Annotated[str, PlainValidator(parse_slug), _schema(_SLUG.pattern)]
Key = Annotated[str, PlainValidator(parse_word), _schema(_WORD.pattern)]
Language = Annotated[str, PlainValidator(_of_text(_parse_language)), _schema(_LANGUAGE)]
_WORDS_SCHEMA = _schema(r"^\S(.*\S)?$", "number", "boolean")
Words = Annotated[str, PlainValidator(_of_text(_parse_text)), _WORDS_SCHEMA]
Outlet = Annotated[str, PlainValidator(_of_text(_parse_outlet)), _WORDS_SCHEMA]
Url = Annotated[
    str,
    PlainValidator(_of_text(_parse_url, "an address")),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
EdtfDate = Annotated[
    Date,
    PlainValidator(_of_text(parse_date, EXPECTED_DATE)),
    _schema(f"^{_EDTF}$", "integer", maximum=9999),
]
EdtfWindow = Annotated[
    Window,
    PlainValidator(_of_text(parse_window, EXPECTED_DATE)),
    _schema(f"^{_EDTF}(/{_EDTF})?$", "integer", maximum=9999),
]
_WHOLE_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": f"^({_WHOLE.pattern})$",
    "minimum": 0,
    "maximum": MAX_COUNT,
}
CountField = Annotated[
    Count,
    PlainValidator(parse_count),
    WithJsonSchema(
        {
            "anyOf": [
                _WHOLE_SCHEMA,
                {
                    "type": "object",
                    "properties": {"low": _WHOLE_SCHEMA, "high": _WHOLE_SCHEMA},
                    "required": ["low", "high"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
Decimal = Annotated[
    float,
    PlainValidator(_parse_decimal),
    _schema(f"^{_DECIMAL.pattern}$", "number", exclusiveMinimum=0),
]
Flag = Annotated[
    bool, PlainValidator(_of_text(_parse_flag, "true")), WithJsonSchema({"enum": [True, "true"]})
]
Authors = Annotated[
    tuple[Name, ...],
    PlainValidator(_parse_authors),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\S(.*\S)?$"},
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ]
        }
    ),
]

OMITTED = "none"
"""What `printed` says of a field that the article left out."""
Omitted = Literal["none"]
OMITTABLE = ("offence", "category", "since", "per")
"""The fields of `printed` that may say so; in others `none` is a key like any other."""


@dataclass(frozen=True, slots=True)
class OrNone:
    """Lets a field of a kind also hold the word `none`; what does not fit is told as ever."""

    kind: Any

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(node: Any, inner: Callable[[Any], Any]) -> Any:
            return OMITTED if node == OMITTED else inner(node)

        inner = handler.generate_schema(self.kind)
        return core_schema.no_info_wrap_validator_function(check, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": OMITTED}]}
