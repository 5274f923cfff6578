"""A record gets another key, and so does every field that names it; no other byte changes.

The reader knows where each reference stands, so only those places are typed anew: a note, a name or
a comment that happens to hold the same word stays. What comes out is read again and held against
what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any

from editing.block import NAME
from editing.disk import NotSaved
from editing.written_form import write_scalar
from loaders.nodes import Items, Map, Node, Path, entries, place_of, place_of_key, points_of
from loaders.problems import Place, Problem, Refused, quote, suggest
from loaders.rules.references import list_references
from loaders.source import decode, parse
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
        line, _ = points_of(root[section])[new]
        raise NotSaved(f"there is a {kind} {quote(new)} already, on line {line}")
    paths = [*list_references(root, section, old), *_find_id(root, section, old)]
    places = [place_of(name, root, path) for path in paths]
    meant = _swap(root, frozenset(paths), new)
    if isinstance(root[section], Map):
        places.append(place_of_key(name, root, (section, old)))
        meant[section] = {new if key == old else key: one for key, one in meant[section].items()}
    after = _retype(data, places, old, new)
    if parse(decode(after, name), name) != meant:
        message = f"{quote(old)} cannot be renamed without another change; rename it by hand"
        raise Refused([Problem(Place(name), message)])
    return after, len(places)


def _find_id(root: Map, section: str, key: str) -> Iterator[Path]:
    """Where a record has its id, if it has no key."""
    if isinstance(root[section], Items):
        yield (section, list(entries(root[section])).index(key), "id")


def _retype(data: bytes, places: Iterable[Place], old: str, new: str) -> bytes:
    """The new word in place of each, in the quotes that the old one has."""
    text = data.decode()
    bom = _BOM if text.startswith(_BOM) else ""
    lines = _LINE_END.split(text.removeprefix(_BOM))
    for place in sorted(places, key=lambda place: (place.line, -place.column)):
        line, at = lines[2 * (place.line - 1)], place.column - 1
        found = re.compile(rf"([\"']?){re.escape(old)}\1").match(line, at)
        if found is None:
            message = f"{quote(old)} is typed in an unusual way here; write it plainly first"
            raise Refused([Problem(place, message)])
        written = f"{found[1]}{new}{found[1]}" if found[1] else write_scalar(new, flow=True)
        lines[2 * (place.line - 1)] = line[:at] + written + line[found.end() :]
    return (bom + "".join(lines)).encode()


def _swap(node: Node, paths: Set[Path], new: str, path: Path = ()) -> Any:
    """A tree with the new word at these paths, in the same order."""
    if isinstance(node, Map):
        return {key: _swap(below, paths, new, (*path, key)) for key, below in node.items()}
    if isinstance(node, Items):
        return [_swap(item, paths, new, (*path, index)) for index, item in enumerate(node)]
    return new if path in paths else node
