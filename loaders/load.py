"""A file in, a ledger out: reading, records and rules in one go."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from loaders.collector import uncollected
from loaders.files import file_name
from loaders.folder import read_data, split
from loaders.ledger import Ledger
from loaders.merging import merge
from loaders.plain import read_text
from loaders.problems import Place, Problem, Refused, Severity
from loaders.reading import SECTIONS, check_sections, find_missing_sections, read_section
from loaders.rules.every_rule import check
from loaders.source import Map, decode


def load(path: str | os.PathLike[str]) -> Ledger:
    """The ledger of a file or of a folder of files, with its warnings.

    Raises Refused with every error, by place.
    """
    return read_ledger(read_data(path), file_name(path))


@uncollected()
def read_ledger(data: bytes, name: str = "figures.yaml") -> Ledger:
    """The ledger of what `read_data` gave; `name` is what messages call it. Raises Refused."""
    parts = _parse_all(split(data, name))
    problems = [one for file, part in parts.items() for one in check_sections(part, file)]
    source, files = merge(parts, problems)
    start = Place(name, 1, 1) if name in parts else Place(name)
    problems.extend(find_missing_sections(source, start))
    sections: dict[str, Any] = {
        section: read_section(section, source, record, name, files, problems)
        for section, record in SECTIONS.items()
    }
    version = hashlib.sha256(data).hexdigest()
    ledger = Ledger(name=name, version=version, source=source, files=files, **sections)
    problems.extend(check(ledger))
    errors = [problem for problem in problems if problem.severity == Severity.ERROR]
    if errors:
        raise Refused(errors)
    return replace(ledger, warnings=tuple(sorted(problems)))


def _parse_all(files: Mapping[str, bytes]) -> dict[str, Map]:
    """Each file on its own. Raises Refused with the faults of all that cannot be read."""
    parts: dict[str, Map] = {}
    faults: list[Problem] = []
    for name, data in files.items():
        try:
            parts[name] = read_text(decode(data, name), name)
        except Refused as refusal:
            faults.extend(refusal.problems)
    if faults:
        raise Refused(faults)
    return parts
