"""A file in, a ledger out: reading, records and rules in one go."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import Any

from loaders.checking import check
from loaders.collector import uncollected
from loaders.files import file_name, read_file
from loaders.ledger import Ledger
from loaders.problems import Problem, Refused, Severity
from loaders.reading import SECTIONS, check_sections, read_section
from loaders.source import decode, parse


def load(path: str | os.PathLike[str]) -> Ledger:
    """The ledger of a file, with its warnings. Raises Refused with every error, by place."""
    return read_ledger(read_file(path), file_name(path))


@uncollected()
def read_ledger(data: bytes, name: str = "figures.yaml") -> Ledger:
    """The ledger of a file's bytes; `name` is what messages call it. Raises Refused."""
    source = parse(decode(data, name), name)
    problems: list[Problem] = list(check_sections(source, name))
    sections: dict[str, Any] = {
        section: read_section(section, source, record, name, problems)
        for section, record in SECTIONS.items()
    }
    version = hashlib.sha256(data).hexdigest()
    ledger = Ledger(name=name, version=version, source=source, **sections)
    problems.extend(check(ledger))
    errors = [problem for problem in problems if problem.severity == Severity.ERROR]
    if errors:
        raise Refused(errors)
    return replace(ledger, warnings=tuple(sorted(problems)))
