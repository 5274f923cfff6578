"""Results in, plain data for JSON out: lists, dictionaries, texts and numbers."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from analysis.adding.bounds import Bounds
from loaders.dates import Date, Window
from loaders.records import Article, Figure, Record
from loaders.values import Name


def to_plain(value: Any) -> Any:
    """Figures become their ids, articles what a citation needs, dates ISO 8601 text."""
    match value:
        case Figure():
            return value.id
        case Article():
            given = {name: to_plain(field) for name, field in value if field}
            return given | {"published": given.get("published")}
        case Record():
            return {name: to_plain(field) for name, field in value if field is not None}
        case Bounds():
            return {"low": value.low, "high": value.high, "approximate": value.approximate}
        case Date() | Window() | Name():
            return str(value)
        case date():
            return value.isoformat()
        case dict():
            return {str(key): to_plain(item) for key, item in value.items()}
        case tuple() | list():
            return [to_plain(item) for item in value]
        case str():
            return str(value)
    if is_dataclass(value):
        named = {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
        words = getattr(value, "words", None)
        return named | ({"words": words} if isinstance(words, str) else {})
    return value
