"""The texts on which a pattern would be slowest, made from the pattern itself.

A pattern takes more than one pass over a text where a part of it repeats without end: a search
begins anew at each sign and reads on to an end that does not fit. So the worst texts are what
stands before such a part, the part as often as there is room, and an end that fits nothing; once
with the beginning in front, once with it again and again. Parts that overlap are slow on signs
that all of them take, so that every sign of the pattern is tried in every part that takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

_parser = import_module("re._parser")
_GENERAL = "a0 -.\n\u00e9\u00a0"
_SIGNS = ("LITERAL", "NOT_LITERAL", "RANGE")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


def make_worst_texts(pattern: re.Pattern[Any], length: int) -> set[str]:
    """Texts of about this many signs; none where no part repeats without end."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    signs = sorted({*_GENERAL, *_list_signs(tree)})
    found = {found for sign in signs for found in _find_repeats(tree, sign, "")}
    return {
        begin + end
        for before, unit in found
        for begin in (before + _fill(unit, length), _fill(before + unit, length))
        for end in ("\0", "\0\n" + "".join(signs))
    }


def _fill(unit: str, length: int) -> str:
    return unit * (length // max(len(unit), 1))


def _list_signs(tree: Iterable[Any]) -> Iterator[str]:
    """What stands in a pattern by itself: of its words only the first letters."""
    last = ""
    for kind, value in _walk(tree):
        sign = chr(value[0] if kind == "RANGE" else value) if kind in _SIGNS else ""
        if sign and not (sign.isalnum() and last.isalnum()):
            yield sign
        last = sign


def _walk(tree: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for kind, value in tree:
        yield str(kind), value
        for part in _parts_of(str(kind), value):
            yield from _walk(part)


def _parts_of(kind: str, value: Any) -> list[Any]:
    """The patterns inside a part of one."""
    match kind:
        case "BRANCH":
            return list(value[1])
        case "IN" | "ATOMIC_GROUP":
            return [value]
        case "SUBPATTERN" | "ASSERT" | "ASSERT_NOT":
            return [value[-1]]
        case kind if kind in _REPEATS:
            return [value[-1]]
        case _:
            return []


def _find_repeats(tree: Iterable[Any], sign: str, before: str) -> Iterator[tuple[str, str]]:
    """Each part that repeats without end, as a text that fits it, behind one that fits so far."""
    for item in tree:
        kind, value = str(item[0]), item[1]
        if kind in _REPEATS and value[1] == _parser.MAXREPEAT:
            yield before, _write(value[2], sign)
        if kind != "IN":
            for part in _parts_of(kind, value):
                yield from _find_repeats(part, sign, before)
        before += _write([item], sign)


def _write(tree: Iterable[Any], sign: str) -> str:
    """A text that fits, made of one sign where that fits."""
    return "".join(_write_one(str(kind), value, sign) for kind, value in tree)


def _write_one(kind: str, value: Any, sign: str) -> str:
    match kind:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL" | "ANY":
            return "x" if value == ord(sign) else sign
        case "IN":
            return next(
                (one for one in (sign, *_GENERAL, *_list_signs(value)) if _fits(value, one)), ""
            )
        case "BRANCH":
            written = [_write(part, sign) for part in value[1]]
            return str(max(written, key=lambda text: sign in text))
        case "SUBPATTERN" | "ATOMIC_GROUP":
            return _write(_parts_of(kind, value)[0], sign)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _write(value[2], sign) * int(max(value[0], 1))
        case _:
            return ""


def _fits(signs: Iterable[Any], one: str) -> bool:
    """Whether `[...]` takes a sign."""
    kinds = [(str(kind), value) for kind, value in signs]
    found = any(_is_in(kind, value, one) for kind, value in kinds)
    return found != (kinds[0][0] == "NEGATE")


def _is_in(kind: str, value: Any, one: str) -> bool:
    match kind:
        case "LITERAL":
            return bool(value == ord(one))
        case "RANGE":
            return bool(value[0] <= ord(one) <= value[1])
        case "CATEGORY":
            _, *no, name = str(value).split("_")
            return (re.match(_CATEGORIES[name], one) is not None) != bool(no)
        case _:
            return False
