"""A record gets another key, and so does every field that names it; no other byte changes.

The reader knows where each reference stands, so only those places are typed anew: a note, a name or
a comment that happens to hold the same word stays. What comes out is read again and held against
what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from editing.block import NAME
from editing.disk import NotSaved
from editing.written_form import write_scalar
from loaders.problems import Place, Problem, Refused, quote, suggest
from loaders.rules.references import list_references
from loaders.source import Items, Map, Node, Text, decode, entries, parse
from loaders.values import parse_slug

SECTIONS = {
    "claimant": "claimants",
    "unit": "units",
    "article": "articles",
    "figure": "figures",
}
"""What can be renamed, and where it stands."""
_BOM = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")


def rename(data: bytes, kind: str, old: str, new: str, name: str = NAME) -> tuple[bytes, int]:
    """The file with the new key, and at how many places. Raises NotSaved, Refused, ValueError."""
    root = parse(decode(data, name), name)
    section = SECTIONS[kind]
    known = entries(root.get(section, Items()))
    if old not in known:
        raise NotSaved(f"there is no {kind} {quote(old)}{suggest(old, known)}")
    parse_slug(new)
    if new in known:
        raise NotSaved(f"there is a {kind} {quote(new)} already, on line {known[new].line}")
    words = [_find_key(root[section], old), *list_references(root, section, old)]
    after = _retype(data, words, new, name)
    if parse(decode(after, name), name) != _swap(root, set(map(id, words)), Text(new)):
        message = f"{quote(old)} cannot be renamed without another change; rename it by hand"
        raise Refused([Problem(Place(name), message)])
    return after, len(words)


def _find_key(section: Node, key: str) -> Text:
    """Where a record has its key, or its id."""
    if isinstance(section, Map):
        return section.text(key)
    found = entries(section)[key]
    assert isinstance(found, Map)
    own = found["id"]
    assert isinstance(own, Text)
    return own


def _retype(data: bytes, words: Iterable[Text], new: str, name: str) -> bytes:
    """The new word in place of each, in the quotes that the old one has."""
    text = data.decode()
    bom = _BOM if text.startswith(_BOM) else ""
    lines = _LINE_END.split(text.removeprefix(_BOM))
    for word in sorted(words, key=lambda word: (word.line, -word.column)):
        line, at = lines[2 * (word.line - 1)], word.column - 1
        found = re.compile(rf"([\"']?){re.escape(word)}\1").match(line, at)
        if found is None:
            message = f"{quote(word)} is typed in an unusual way here; write it plainly first"
            raise Refused([Problem(Place(name, word.line, word.column), message)])
        written = f"{found[1]}{new}{found[1]}" if found[1] else write_scalar(new, flow=True)
        lines[2 * (word.line - 1)] = line[:at] + written + line[found.end() :]
    return (bom + "".join(lines)).encode()


def _swap(node: Node, words: set[int], new: Text) -> Any:
    """A tree with the new word in place of those nodes, in the same order."""
    if isinstance(node, Map):
        return {_swap(key, words, new): _swap(node[key], words, new) for key in node.texts()}
    if isinstance(node, Items):
        return [_swap(item, words, new) for item in node]
    return new if id(node) in words else node
