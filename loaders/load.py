"""A file in, a ledger out: text, records and rules, one after the other."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import date

from loaders.files import file_name, read_file
from loaders.git import find_date
from loaders.ledger import Ledger
from loaders.problems import Problem, Refused, Severity
from loaders.reading import read_records
from loaders.rules.every_rule import check
from loaders.source import Map, decode, parse


def load(path: str | os.PathLike[str]) -> Ledger:
    """The ledger of a file, with its warnings. Raises Refused with every error, by place."""
    data = read_file(path)
    return read_ledger(data, file_name(path), find_date(path, data))


def read_ledger(data: bytes, name: str = "figures.yaml", dated: date | None = None) -> Ledger:
    """The ledger of a file's bytes; `name` is what messages call the file. Raises Refused.

    `dated` is the day on which the file came to be as it is.
    """
    source = parse(decode(data, name), name)
    ledger, errors = judge(source, name, hashlib.sha256(data).hexdigest())
    if errors:
        raise Refused(errors)
    return replace(ledger, dated=dated)


def judge(source: Map, name: str, version: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger of a text that was read, with its warnings, and the errors in the text.

    Where there are errors the ledger lacks the records that have them: it is not to be shown.
    """
    records, problems = read_records(source, name)
    ledger = Ledger(name=name, version=version, source=source, **records)
    found = sorted([*problems, *check(ledger)])
    errors = tuple(one for one in found if one.severity == Severity.ERROR)
    warnings = tuple(one for one in found if one.severity == Severity.WARNING)
    return replace(ledger, warnings=warnings), errors
