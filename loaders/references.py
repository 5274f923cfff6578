"""Which fields name other records by their keys, and which of those keys nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.ledger import Ledger, once
from loaders.problems import Problem, suggest
from loaders.rules import Path, problem
from loaders.source import Items, Map, Node, Text

MAX_SUGGESTIONS = 50
"""Looking for the nearest of many keys is slow; a whole section renamed needs no more hints."""

_KEY = re.compile(r"[a-z0-9_-]+", re.ASCII)

Reference = tuple[str, str, Path, str, str]
"""Section and key of the record that refers, path of the field, section referred to, key."""


def find_unknown_references(ledger: Ledger) -> Iterator[Problem]:
    """Errors: keys that no record of the section has."""
    suggestions = MAX_SUGGESTIONS
    for section, key, path, target, word in references(ledger):
        known = ledger.known(target)
        if word not in known:
            kind = target.removesuffix("s")
            hint = suggest(word, known) if suggestions > 0 else ""
            suggestions -= 1
            yield problem(ledger, section, key, path, f'unknown {kind} "{word}"{hint}')


_SCOPE = {"claimant": "claimants", "measure": "measures", "offence": "offences", "unit": "units"}
_REFERENCES: dict[str, dict[str, str]] = {
    "units": {"parent": "units"},
    "figures": {
        **_SCOPE,
        "part_of": "figures",
        "supersedes": "figures",
        "citations/*/article": "articles",
        "citations/*/printed/measure": "measures",
        "citations/*/printed/offence": "offences",
        "citations/*/printed/unit": "units",
        "asserts/*/of": "figures",
        "asserts/*/article": "articles",
        "disputed_by/*/article": "articles",
    },
    "gaps": {**_SCOPE, "article": "articles"},
    "events": {"article": "articles"},
}
"""Section -> fields of its entries (`*` for each of a list) -> the section they name a key of."""


@once
def references(ledger: Ledger) -> tuple[Reference, ...]:
    """Everything in the file that names another record by its key.

    Read from the text, so that another fault in a record does not hide its references.
    """
    found: list[Reference] = []
    for section, fields in _REFERENCES.items():
        followed = [(field.split("/"), target) for field, target in fields.items()]
        for key, node in ledger.known(section).items():
            for steps, target in followed:
                if isinstance(node, Map) and (first := steps[0]) in node:
                    words: list[tuple[Path, str]] = []
                    _follow(node[first], steps, 1, (first,), words)
                    found.extend((section, key, path, target, word) for path, word in words)
    return tuple(found)


def _follow(
    node: Node, steps: list[str], depth: int, path: Path, found: list[tuple[Path, str]]
) -> None:
    """Add the keys that stand in `node` along `steps`; what is no key at all is told elsewhere."""
    if depth == len(steps):
        if isinstance(node, Text) and _KEY.fullmatch(node):
            found.append((path, str(node)))
    elif isinstance(node, Map):
        if steps[depth] in node:
            _follow(node[steps[depth]], steps, depth + 1, (*path, steps[depth]), found)
    elif steps[depth] == "*" and isinstance(node, Items):
        for number, item in enumerate(node):
            _follow(item, steps, depth + 1, (*path, number), found)


def find_repeated_ids(ledger: Ledger) -> Iterator[Problem]:
    """`figures` is a list, so YAML itself does not see an id that is used twice."""
    seen: dict[str, str] = {}
    for key, node in ledger.known("figures").items():
        id = node.get("id") if isinstance(node, Map) else None
        if not isinstance(id, str):
            continue
        if id in seen:
            message = f"the id is used twice, first on {seen[id]}; give this figure its own"
            yield Problem(ledger.place("figures", key, "id"), message, record=id, field="id")
        else:
            seen[id] = ledger.line_of("figures", key, "id")
