"""Which fields name other records by their keys, and which of those keys nobody has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from loaders.ledger import Ledger
from loaders.nodes import Items, Map, Node, Path
from loaders.problems import Problem, suggest
from loaders.rules.errors import problem
from loaders.values import OMITTED

MAX_SUGGESTIONS = 50
"""Looking for the nearest of many keys is slow; a whole section renamed needs no more hints."""

Reference = tuple[str, str, Path]
"""Section, key and path of a field that names a record."""

_KEY = re.compile(r"[a-z0-9_-]+", re.ASCII)
_DELETED = "if it was deleted, put it back with status: mistaken"

_SCOPE = {"claimant": "claimants", "measure": "measures", "offence": "offences", "unit": "units"}
_PRINTED = {"measure": "measures", "offence": "offences", "unit": "units"}
_REFERENCES: dict[str, dict[str, Any]] = {
    "claimants": {"rests_on": "claimants"},
    "units": {"parent": "units"},
    "figures": {
        **_SCOPE,
        "part_of": "figures",
        "supersedes": "figures",
        "citations": [{"article": "articles", "printed": _PRINTED}],
        "asserts": [{"of": "figures", "article": "articles"}],
        "disputed_by": [{"article": "articles"}],
    },
    "gaps": {**_SCOPE, "article": "articles"},
    "events": {"article": "articles"},
}
"""Section -> fields of its entries -> the section they name a key of, or what stands below them."""
_OR_NAMES: dict[str, dict[str, Any]] = {
    "figures": {
        "citations": [{"printed": {"claimant": "claimants"}}],
        "disputed_by": [{"claimant": "claimants"}],
    },
}
"""The same for fields that may hold a key or else a name as such."""


def find_unknown_references(ledger: Ledger) -> Iterator[Problem]:
    """Errors: keys that no record of the section has.

    Read from the text, so that another fault in a record does not hide its references.
    """
    suggestions = MAX_SUGGESTIONS
    missing: defaultdict[str, list[Reference]] = defaultdict(list)
    for section, fields in _REFERENCES.items():
        for key, node in ledger.known(section).items():
            for path, target, word in _find_unknown(ledger, node, fields):
                if target == "figures":
                    missing[word].append((section, key, path))
                    continue
                hint = suggest(word, ledger.known(target)) if suggestions > 0 else ""
                suggestions -= 1
                message = f'unknown {target.removesuffix("s")} "{word}"{hint}'
                yield problem(ledger, section, key, path, message)
    for id, references in missing.items():
        yield _say_missing(ledger, id, references)


def _say_missing(ledger: Ledger, id: str, references: Sequence[Reference]) -> Problem:
    """One name that nobody has may be a slip; one that several records use was a figure's."""
    first, *others = references
    if others:
        names = ", ".join(
            f"{key} ({ledger.line_of(section, key, *path)})" for section, key, path in others
        )
        return problem(ledger, *first, f'unknown figure "{id}", named by {names} too; {_DELETED}')
    hint = suggest(id, ledger.known("figures"))
    return problem(ledger, *first, f'unknown figure "{id}"{hint or f"; {_DELETED}"}')


def _find_unknown(ledger: Ledger, node: Node, shape: Any) -> list[tuple[Path, str, str]]:
    """Path, section and key; what is no key at all is told elsewhere."""
    return [
        (path, target, word)
        for path, target, word in _find_references(node, shape)
        if word not in ledger.known(target)
        and _KEY.fullmatch(word)
        and not (target == "offences" and word == OMITTED)
    ]


def _find_references(node: Node, shape: Any) -> list[tuple[Path, str, str]]:
    """Path, section and key of each reference, as typed."""
    below: list[tuple[str | int, Node, Any]] = []
    match shape, node:
        case str(), str():
            return [((), shape, node)]
        case dict(), Map():
            below = [(step, node[step], shape[step]) for step in shape if step in node]
        case [inner], Items():
            below = [(number, item, inner) for number, item in enumerate(node)]
    return [
        ((step, *path), target, word)
        for step, inner, inner_shape in below
        for path, target, word in _find_references(inner, inner_shape)
    ]


def list_references(source: Map, section: str, key: str) -> Iterator[Path]:
    """Wherever a file names the record of a section that has this key."""
    for shapes in (_REFERENCES, _OR_NAMES):
        for name, fields in shapes.items():
            held = source.get(name, Items())
            for step, node in held.items() if isinstance(held, Map) else enumerate(held):
                for path, target, word in _find_references(node, fields):
                    if (target, word) == (section, key):
                        yield (name, step, *path)


def find_repeated_ids(ledger: Ledger) -> Iterator[Problem]:
    """`figures` is a list, so YAML itself does not see an id that is used twice.

    Such a figure is known by its position.
    """
    known = ledger.known("figures")
    for key in filter(str.isdigit, known):
        node = known[key]
        id = node.get("id") if isinstance(node, Map) else None
        if isinstance(id, str) and id in known and not id.isdigit():
            line = ledger.line_of("figures", id, "id")
            message = f"the id is used twice, first on {line}; give this figure its own"
            yield Problem(ledger.place("figures", key, "id"), message, record=id, field="id")
